# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Followers, first messages and activities of records that COPY has made."""


def generate(env, bulk, model_name, rows, user_field):
    """Give the rows what creating them on screen would have left in the chatter.

    One row in twenty has an activity.
    """
    partners = {user.id: user.partner_id.id for user in _users(env, rows, user_field)}
    followers = bulk.ids("mail.followers", len(rows))
    bulk.insert(
        "mail.followers",
        [
            {
                "id": follower_id,
                "res_model": model_name,
                "res_id": row["id"],
                "partner_id": partners[row[user_field]],
            }
            for follower_id, row in zip(followers, rows, strict=True)
        ],
    )
    _messages(env, bulk, model_name, rows, [partners[r[user_field]] for r in rows])
    _activities(env, bulk, model_name, rows[::20], user_field)


def _users(env, rows, user_field):
    return env["res.users"].browse({row[user_field] for row in rows})


def _messages(env, bulk, model_name, rows, authors):
    note = env.ref("mail.mt_note").id
    label = env["ir.model"]._get(model_name).name
    ids = bulk.ids("mail.message", len(rows))
    bulk.insert(
        "mail.message",
        [
            {
                "id": message_id,
                "model": model_name,
                "res_id": row["id"],
                "author_id": author,
                "date": row["create_date"],
                "body": f"<p>{label} created</p>",
                "message_type": "notification",
                "subtype_id": note,
                "message_id": f"<volume-{message_id}@organisation.example>",
                "is_internal": True,
            }
            for message_id, row, author in zip(ids, rows, authors, strict=True)
        ],
    )


def _activities(env, bulk, model_name, rows, user_field):
    model = env["ir.model"]._get(model_name)
    kind = env.ref("mail.mail_activity_data_todo").id
    ids = bulk.ids("mail.activity", len(rows))
    bulk.insert(
        "mail.activity",
        [
            {
                "id": activity_id,
                "res_model_id": model.id,
                "res_model": model_name,
                "res_id": row["id"],
                "res_name": row.get("name") or row.get("partner_name"),
                "activity_type_id": kind,
                "summary": "Ask how it goes",
                "date_deadline": row["create_date"],
                "date_done": None,
                "user_id": row[user_field],
                "user_tz": None,
                "active": True,
            }
            for activity_id, row in zip(ids, rows, strict=True)
        ],
    )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What 1,000 internships get when their preparation starts, beside bare rows."""

import time

from harness import Measurement

SIZE = 1_000
RUNS = 3
LEFT_OUT = ("id", "create_uid", "create_date", "write_uid", "write_date")
# what the start of a preparation makes, beside the to-dos of the checklists
MADE = ("hr.internship.checklist.line", "hr.internship.document")


def measurements(users):
    """Ours decides and makes the rows; the peer is handed the values of the same."""
    yield Measurement(
        f"prepare {SIZE:,} internships : bare creation of the same rows",
        lambda: _prepare(users.coordinator),
        lambda: _create_bare(users.coordinator),
        at_most=2,
        runs=RUNS,
        per_record=SIZE,
    )


def _internships(env):
    return env["hr.internship"].search([("state", "=", "preparation")], limit=SIZE)


def _add(internships):
    internships._add_checklist_lines()
    internships._sync_documents()


def _prepare(client):
    """Seconds until lines, documents and to-dos are written; then rolled back."""
    with client.environment() as env:
        internships = _internships(env)
        env.invalidate_all()
        start = time.perf_counter()
        _add(internships)
        env.cr.flush()
        return time.perf_counter() - start


def _create_bare(client):
    """Seconds that the ORM needs to create the same rows from ready values."""
    with client.environment() as env:
        internships = _internships(env)
        with env.cr.savepoint(flush=True) as savepoint:
            _add(internships)
            vals = {model: _read_vals(env[model], internships) for model in MADE}
            activities = _read_activities(env, internships)
            savepoint.rollback()
        env.invalidate_all()
        quick = env["mail.activity"].with_context(mail_activity_quick_update=True)
        start = time.perf_counter()
        for model, vals_list in vals.items():
            # sudo: some values are set by methods only
            env[model].sudo().create(vals_list)
        quick.create(activities)
        env.cr.flush()
        return time.perf_counter() - start


def _read_vals(model, internships):
    names = [
        name
        for name, field in model._fields.items()
        if field.store and field.type not in ("one2many", "many2many", "binary")
        if name not in LEFT_OUT and not field.related
    ]
    records = model.search([("internship_id", "in", internships.ids)])
    return [
        {name: value for name, value in vals.items() if name != "id"}
        for vals in records.read(names, load=None)
    ]


def _read_activities(env, internships):
    names = ("res_model_id", "res_id", "user_id", "activity_type_id", "date_deadline")
    records = env["mail.activity"].search(
        [("res_model", "=", "hr.internship"), ("res_id", "in", internships.ids)]
    )
    return [
        {name: vals[name] for name in names} for vals in records.read(names, load=None)
    ]

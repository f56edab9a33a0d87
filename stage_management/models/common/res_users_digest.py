# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One mail a day at most, with what waits for a person."""

from dataclasses import asdict
from datetime import timedelta

from odoo import api, fields, models

_BATCH = 100
ITEMS_PER_MAIL = 20


class ResUsers(models.Model):
    """The digest: a new to-do once, an overdue one again every few days.

    Nobody is mailed when nothing is new, twice a day, or on a weekend.
    """

    _inherit = "res.users"

    @api.model
    def _cron_send_internship_digests(self):
        """Mail their digest to all who take part in internships; idempotent."""
        today = fields.Date.context_today(self)
        if today.weekday() > 4:
            return
        waiting = self._get_digest_users(today)
        for start in range(0, len(waiting), _BATCH):
            batch = waiting[start : start + _BATCH]
            batch._send_internship_digests(today)
            self.env["ir.cron"]._commit_progress(
                len(batch), remaining=len(waiting) - start - len(batch)
            )

    @api.model
    def _get_digest_users(self, today):
        """Who may get a digest today and has none yet."""
        group = self.env.ref("stage_management.group_contributor")
        told = self.env["hr.internship.digest.line"].search([("sent_on", "=", today)])
        members = self.search(
            [
                ("all_group_ids", "in", group.id),
                ("share", "=", False),
                ("email", "!=", False),
            ],
            order="id",
        )
        return members - told.user_id

    def _send_internship_digests(self, today):
        """Mail these users what is new and what is overdue, in their language."""
        for lang, users in self.grouped("lang").items():
            users.with_context(lang=lang)._send_digests_in_one_language(today)

    def _send_digests_in_one_language(self, today):
        Line = self.env["hr.internship.digest.line"]
        last_sent = Line._get_last_sent(self)
        todos = self._get_internship_todos()
        chosen = {
            user: user._choose_digest_todos(todos[user.id], last_sent, today)
            for user in self
        }
        chosen = {user: found for user, found in chosen.items() if found}
        if not chosen:
            return
        Line.create(
            [
                {
                    "user_id": user.id,
                    "sent_on": today,
                    "kind": todo.kind,
                    "label": todo.label,
                    "url": todo.url,
                    "due": todo.due,
                }
                for user, found in chosen.items()
                for todo in found
            ]
        )
        self._mail_digests(chosen, today)

    def _choose_digest_todos(self, todos, last_sent, today):
        """Those of the to-dos that the person is told of today, each once."""
        self.ensure_one()
        pause = timedelta(days=self.company_id.internship_digest_days)
        chosen = {}
        for todo in todos:
            sent_on = last_sent.get((self.id, *todo.key))
            is_overdue = bool(todo.due) and todo.due < today
            is_time = not sent_on or (is_overdue and sent_on <= today - pause)
            if is_time and (self.internship_digest or todo.is_legal):
                chosen[todo.key] = todo
        return sorted(
            chosen.values(), key=lambda todo: (todo.due is None, todo.due or today)
        )

    def _mail_digests(self, chosen, today):
        """One mail per user of ``{user: [Todo, …]}``."""
        digests = {
            user.id: {
                "overdue": [asdict(t) for t in found if t.due and t.due < today],
                "new": [asdict(t) for t in found if not (t.due and t.due < today)],
                "more": max(len(todos) - ITEMS_PER_MAIL, 0),
            }
            for user, todos in chosen.items()
            for found in [todos[:ITEMS_PER_MAIL]]
        }
        template = self.env.ref("stage_management.mail_template_internship_digest")
        template.with_context(internship_digests=digests).send_mail_batch(
            list(digests), email_layout_xmlid="stage_management.mail_layout"
        )
        self.env["mail.mail"]._send_queue_soon()

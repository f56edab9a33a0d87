# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What went out in digests."""

from datetime import timedelta

from odoo import api, fields, models

DAYS_KEPT = 400


class HrInternshipDigestLine(models.Model):
    """One to-do that a person was told of in the digest of a day.

    Decides what is new to the person and when an overdue to-do is named again, and
    answers the question who was told what and when.
    """

    _name = "hr.internship.digest.line"
    _description = "Line of an Internship Digest"
    _order = "sent_on desc, id desc"
    _rec_name = "label"

    user_id = fields.Many2one(
        "res.users", required=True, readonly=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        related="user_id.company_id", store=True, index=True, readonly=True
    )
    sent_on = fields.Date(required=True, readonly=True)
    kind = fields.Char(required=True, readonly=True)
    label = fields.Char(required=True, readonly=True)
    url = fields.Char(required=True, readonly=True)
    due = fields.Date(readonly=True)

    _todo_idx = models.Index("(user_id, url, kind, sent_on DESC)")
    _order_idx = models.Index("(sent_on DESC, id DESC)")

    @api.autovacuum
    def _gc_old_lines(self):
        """Forget what was mailed more than a year ago."""
        day = fields.Date.today() - timedelta(days=DAYS_KEPT)
        self.search([("sent_on", "<", day)]).unlink()

    @api.model
    def _get_last_sent(self, users):
        """When each to-do was mailed last: ``{(user id, kind, url): date}``."""
        groups = self._read_group(
            [("user_id", "in", users.ids)], ["user_id", "kind", "url"], ["sent_on:max"]
        )
        return {(user.id, kind, url): day for user, kind, url, day in groups}

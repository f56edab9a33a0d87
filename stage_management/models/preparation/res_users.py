# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What of the checklists waits for each person."""

from odoo import models

from ...tools.extension import Todo
from ...tools.internship_states import LIVE_STATES

CHECKLIST_URL = "/odoo/internships/%s"
DAYS_AHEAD = 14


class ResUsers(models.Model):
    _inherit = "res.users"

    def _gather_todos(self, limit):
        todos = super()._gather_todos(limit)
        label = self.env._("%(checklist)s: %(count)s to do for %(intern)s")
        # sudo: each user is told only of lines that are that user's own
        groups = (
            self.env["hr.internship.checklist.line"]
            .sudo()
            ._read_group(
                [
                    ("user_id", "in", self.ids),
                    ("state", "=", "open"),
                    ("due_date", "<=", f"today +{DAYS_AHEAD}d"),
                    ("internship_id.state", "in", LIVE_STATES),
                ],
                ["user_id", "internship_id", "checklist_id"],
                ["due_date:min", "__count"],
                order="due_date:min, internship_id",
                limit=limit * len(self),
            )
        )
        for user, internship, checklist, due, count in groups:
            if not user._filter_of_company(internship.company_id):
                continue
            names = {
                "checklist": checklist.name or self.env._("Checklist"),
                "count": count,
                "intern": internship.partner_name,
            }
            url = CHECKLIST_URL % internship.id
            todos[user.id].append(
                Todo(f"checklist_{checklist.id}", label % names, url, due)
            )
        return todos

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""To-dos of users who leave pass to colleagues; core would delete them."""

from odoo import fields, models

from ...tools.activity_types import LEFT
from ...tools.internship_states import LIVE_STATES


class ResUsers(models.Model):
    _inherit = "res.users"

    def _find_internship_coordinator(self, company):
        """A coordinator of the company who is none of these users, or nobody."""
        # sudo: who has the group; only used to address a to-do.
        group = self.env.ref("stage_management.group_coordinator")
        return self.sudo().search(
            [
                ("all_group_ids", "in", group.ids),
                ("company_ids", "in", company.ids),
                ("share", "=", False),
                ("id", "not in", self.ids),
            ],
            order="id desc",
            limit=1,
        )

    def action_archive(self):
        self.filtered("active")._pass_internship_todos()
        return super().action_archive()

    def write(self, vals):
        is_leaving = "active" in vals and not vals["active"]
        leaving = self.filtered("active") if is_leaving else self.browse()
        result = super().write(vals)
        if leaving:
            leaving._warn_of_departed_user()
        return result

    def _pass_internship_todos(self):
        """Give open to-dos on internships to who acts instead, or a coordinator."""
        # sudo: administrators archive users without seeing their internships.
        activities = self.env["mail.activity"].sudo().search(
            [("res_model", "=", "hr.internship"), ("user_id", "in", self.ids)]
        )  # fmt: skip
        for activity in activities:
            internship = self.env["hr.internship"].sudo().browse(activity.res_id)
            candidates = (
                internship.acting_mentor_user_id
                | internship.backup_user_id
                | internship.acting_coordinator_id
                | self._find_internship_coordinator(internship.company_id)
            )
            # sudo: compared only, with records that were read by sudo
            present = (candidates - self.sudo()).filtered("active")
            if present:
                activity._hand_to(present[0], present[0])

    def _warn_of_departed_user(self):
        """Who can't log in any more neither guides nor coordinates."""
        # sudo: administrators archive users without seeing their internships.
        users = self.sudo().with_context(active_test=False)
        users.employee_ids._warn_of_departure()
        internships = self.env["hr.internship"].sudo().search(
            [("coordinator_id", "in", users.ids), ("state", "in", LIVE_STATES)]
        )  # fmt: skip
        for internship in internships:
            if internship._has_open_activity(LEFT):
                continue
            successor = users._find_internship_coordinator(internship.company_id)
            internship.with_context(mail_activity_quick_update=True).activity_schedule(
                LEFT,
                date_deadline=fields.Date.context_today(self),
                user_id=successor.id or self.env.uid,
                summary=self.env._(
                    "%(name)s no longer there: choose another coordinator",
                    name=internship.coordinator_id.name,
                ),
            )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reminds each person once of what is open in a checklist."""

from odoo import api, fields, models

from ...tools.activity_types import CHECKLIST
from ...tools.internship_states import LIVE_STATES


class HrInternship(models.Model):
    _inherit = "hr.internship"

    @api.model
    def _cron_remind_of_checklists(self):
        """Let to-dos follow the lines and the people; idempotent.

        A line that was moved, a person who was replaced, a day that changed.
        """
        groups = self.env["hr.internship.checklist.line"]._read_group(
            [("state", "=", "open"), ("user_id", "!=", False)], ["internship_id"]
        )
        activities = self.env["mail.activity"]._read_group(
            [("internship_checklist_id", "!=", False)], ["res_id"]
        )
        ids = {case.id for [case] in groups} | {res_id for [res_id] in activities}
        self.browse(sorted(ids)).exists()._sync_checklist_activities()

    def _sync_checklist_activities(self):
        """One activity per person and checklist while the person has open lines."""
        # sudo: a mentor who ticks a line writes no activity of a colleague
        cases = self.sudo()
        Activity = cases.env["mail.activity"].with_context(
            mail_activity_quick_update=True
        )
        wanted = cases._get_checklist_deadlines()
        present = Activity.search(
            [
                ("res_model", "=", self._name),
                ("res_id", "in", cases.ids),
                ("internship_checklist_id", "!=", False),
            ]
        )
        for activity in present:
            key = (
                activity.res_id,
                activity.user_id.id,
                activity.internship_checklist_id.id,
            )
            deadline = wanted.pop(key, None)
            if deadline is None:
                activity.unlink()
            elif activity.date_deadline != deadline:
                activity.date_deadline = deadline
        Activity.create(cases._get_checklist_activity_vals(wanted))

    def _get_checklist_deadlines(self):
        """The first day on which each person has something due.

        ``{(internship id, user id, checklist id): date}``, of live internships.
        """
        groups = self.env["hr.internship.checklist.line"]._read_group(
            [
                ("internship_id", "in", self.ids),
                ("internship_id.state", "in", LIVE_STATES),
                ("state", "=", "open"),
                ("user_id", "!=", False),
                ("checklist_id", "!=", False),
            ],
            ["internship_id", "user_id", "checklist_id"],
            ["due_date:min"],
        )
        today = fields.Date.context_today(self)
        return {
            (case.id, user.id, checklist.id): day or today
            for case, user, checklist, day in groups
        }

    def _get_checklist_activity_vals(self, deadlines):
        activity_type = self.env.ref(CHECKLIST)
        model_id = self.env["ir.model"]._get_id(self._name)
        checklists = self.env["hr.internship.checklist"].browse(
            {checklist_id for _case, _user, checklist_id in deadlines}
        )
        names = {checklist.id: checklist.name for checklist in checklists}
        return [
            {
                "res_model_id": model_id,
                "res_id": internship_id,
                "user_id": user_id,
                "activity_type_id": activity_type.id,
                "internship_checklist_id": checklist_id,
                "summary": names[checklist_id],
                "date_deadline": deadline,
            }
            for (internship_id, user_id, checklist_id), deadline in deadlines.items()
        ]

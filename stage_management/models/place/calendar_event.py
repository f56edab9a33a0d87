# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An interview follows its appointment, wherever that is changed."""

from odoo import api, fields, models

MOVED_BY = frozenset({"start", "stop", "duration", "location", "videocall_location"})


class CalendarEvent(models.Model):
    _inherit = "calendar.event"

    internship_interview_ids = fields.One2many(
        "hr.internship.interview",
        "event_id",
        groups="stage_management.group_contributor",
    )

    def write(self, vals):
        interviews = self._get_planned_interviews() if self._is_about(vals) else None
        before = interviews and {i.id: i._get_appointment() for i in interviews}
        result = super().write(vals)
        if not interviews:
            return result
        if vals.get("active") is False:
            interviews.action_cancel()
            return result
        moved = interviews.filtered(lambda i: i._get_appointment() != before[i.id])
        moved.filtered(lambda i: i._is_to_come())._notify_candidate("moved")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_cancels_interviews(self):
        self._get_planned_interviews().action_cancel()

    @staticmethod
    def _is_about(vals):
        return bool(MOVED_BY & set(vals)) or vals.get("active") is False

    def _get_planned_interviews(self):
        """Interviews that are still to be held at these appointments."""
        # sudo: whoever may change the appointment changes the interview with it
        return (
            self.env["hr.internship.interview"]
            .sudo()
            .search([("event_id", "in", self.ids), ("state", "=", "planned")])
        )

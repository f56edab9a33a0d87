# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An early end by the mentor: the two talks first, or why it can't wait."""

from odoo import api, fields, models
from odoo.exceptions import AccessError


class HrInternshipEnd(models.TransientModel):
    _inherit = "hr.internship.end"

    lesson = fields.Text(
        string="What Was Learnt", help="What we do otherwise the next time."
    )
    urgent_reason = fields.Text(string="Why It Can't Wait")
    warning_html = fields.Html(compute="_compute_warning_html", sanitize=False)
    is_urgent_needed = fields.Boolean(compute="_compute_warning_html")

    @api.depends("internship_id", "target")
    def _compute_warning_html(self):
        for wizard in self:
            case = wizard.internship_id
            guards = case._get_guards(wizard.target)[case.id] if case else []
            wizard.warning_html = case._render_guards(guards)
            wizard.is_urgent_needed = any(guard.blocking for guard in guards)

    def _prepare_values(self):
        return {
            **super()._prepare_values(),
            "end_lesson": self.lesson,
            "end_urgent_reason": self.urgent_reason,
        }

    def _end(self, internship):
        """Mentors read their internships only: their one decision is taken here."""
        roles = internship._transition_roles()
        if self.target != "terminated" or "coordinator" in roles or self.env.su:
            super()._end(internship)
            return
        internship.check_access("read")
        if "mentor" not in roles:
            raise AccessError(
                self.env._(
                    "Only the mentor or a coordinator ends an internship: ask the "
                    "coordinator."
                )
            )
        # sudo: may decide it as the mentor, which was asked just above; table and
        # guards are checked on the way, for the same user.
        case = internship.sudo()
        case.end_urgent_reason = (self.urgent_reason or "").strip()
        super()._end(case)
        self._tell_coordinator(case)

    def _tell_coordinator(self, internship):
        """What is left to be arranged waits for the coordinator."""
        coordinator = internship._get_acting_coordinator()
        if coordinator:
            internship.with_context(mail_activity_quick_update=True).activity_schedule(
                "mail.mail_activity_data_todo",
                user_id=coordinator.id,
                summary=self.env._("Ended early by the mentor: settle what is left"),
            )

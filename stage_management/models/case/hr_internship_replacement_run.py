# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What happens while somebody is absent, and on return."""

from odoo import api, fields, models
from odoo.fields import Domain

from ...tools.internship_states import LIVE_STATES


class HrInternshipReplacement(models.Model):
    _inherit = "hr.internship.replacement"

    @api.model
    def _cron_follow_calendar(self):
        """Start and end absences by their dates; idempotent.

        Also takes along what changed since: new interns, new to-dos.
        """
        self.search([("state", "in", ("planned", "running"))])._follow_calendar()
        self.search([("state", "=", "running")])._apply_replacement()

    def _follow_calendar(self):
        """Bring these absences to the state that their dates ask for."""
        today = fields.Date.context_today(self)
        for replacement in self:
            has_begun = replacement.date_from <= today
            has_ended = replacement.date_to and replacement.date_to < today
            target = "over" if has_ended else "running" if has_begun else "planned"
            if replacement.state in ("planned", "running"):
                replacement._transition(target)

    def _follow_change(self):
        """Dates or replacement changed: let it count at once, and tell again."""
        running = self.filtered(lambda replacement: replacement.state == "running")
        self._follow_calendar()
        still_running = running.filtered(lambda r: r.state == "running")
        # sudo: who was told is kept for coordinators
        still_running.sudo().told_partner_ids = False
        still_running._apply_replacement()

    def _apply_replacement(self):
        """Let running absences count, and finished ones no longer; idempotent."""
        # sudo: mentors enter their own absence; interns, backups and to-dos follow
        # from it whatever the mentor may write.
        replacements = self.sudo()
        replacements.flush_recordset()
        internships = replacements._get_internships()
        internships._compute_acting_people()
        internships.flush_recordset()
        replacements._move_activities(internships)
        internships._warn_uncovered()
        for replacement in replacements:
            if replacement.state == "running":
                replacement._tell_absence()
            else:
                replacement._tell_return()

    def _get_internships(self):
        """Live internships in which the absent person has or takes a part."""
        named_by = self.search(
            [
                ("state", "=", "running"),
                "|",
                ("replacement_id", "in", self.employee_id.ids),
                ("coordinator_replacement_id", "in", self.user_id.ids),
            ]
        )
        employees = (self | named_by).employee_id
        users = (self | named_by).user_id
        parts = [
            Domain("mentor_id", "in", employees.ids),
            Domain("backup_id", "in", employees.ids),
            Domain("acting_mentor_id", "in", employees.ids),
            Domain("coordinator_id", "in", users.ids),
            Domain("acting_coordinator_id", "in", users.ids),
        ]
        return self.env["hr.internship"].search(
            Domain("state", "in", LIVE_STATES) & Domain.OR(parts)
        )

    @api.model
    def _get_running(self):
        """Who is absent now: ``{employee: absence}``."""
        # sudo: who replaces whom is worked out from everybody's absences.
        running = self.sudo().search([("state", "=", "running")])
        return {replacement.employee_id: replacement for replacement in running}

    def _move_activities(self, internships):
        """Open to-dos follow the person who acts today."""
        internships._sync_activities()
        for model in ("hr.internship.application", "hr.internship.place"):
            self._move_coordinator_activities(model)

    def _move_coordinator_activities(self, model):
        """To-dos of the absent coordinator on what is no internship yet."""
        Activity = self.env["mail.activity"]
        running = self.filtered(lambda r: r.state == "running")
        standins = {r.user_id: r.coordinator_replacement_id for r in running}
        users = self.user_id
        activities = Activity.search(
            [
                ("res_model", "=", model),
                "|",
                ("user_id", "in", users.ids),
                ("absent_user_id", "in", users.ids),
            ]
        )
        for activity in activities:
            owner = activity._get_owner()
            activity._hand_to(owner, standins.get(owner) or owner)

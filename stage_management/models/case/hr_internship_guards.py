# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What stands in the way of an internship's next step."""

from odoo import api, fields, models

from ...tools.extension import Guard
from ...tools.internship_states import LIVE_STATES

# The step that a coordinator works towards in each state.
NEXT_STATES = {
    "draft": "preparation",
    "preparation": "ready",
    "ready": "ongoing",
    "evaluation": "closed",
}


class HrInternship(models.Model):
    _inherit = "hr.internship"

    blocker_html = fields.Html(
        string="What Still Blocks the Start",
        compute="_compute_blocker_html",
        sanitize=False,
    )
    is_blocked = fields.Boolean(string="Blocked", compute="_compute_blocker_html")

    @api.depends(
        "state", "partner_id", "school_id", "supervisor_id", "date_start", "date_end",
        "mentor_id", "backup_id", "resource_calendar_id", "subject",
    )  # fmt: skip
    def _compute_blocker_html(self):
        # whoever the form names, read at once
        (self.partner_id | self.school_id | self.supervisor_id).mapped("email")
        by_target = {}
        for internship in self:
            target = NEXT_STATES.get(internship.state)
            by_target.setdefault(target, self.browse())
            by_target[target] |= internship
        for target, internships in by_target.items():
            guards = internships._get_guards(target) if target else {}
            for internship in internships:
                found = guards.get(internship.id, [])
                internship.blocker_html = self._render_guards(found)
                internship.is_blocked = any(guard.blocking for guard in found)

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        for internship in self:
            if target in ("preparation", "ready", "ongoing"):
                guards[internship.id] += internship._identity_guards()
            if target == "preparation":
                guards[internship.id] += internship._capacity_guards()
            if target in ("ready", "ongoing"):
                guards[internship.id] += internship._people_guards()
                guards[internship.id] += internship._departure_guards(target)
                guards[internship.id] += internship._overlap_guards()
        return guards

    def _identity_guards(self):
        """Who it is and which school sends the intern."""
        self.ensure_one()
        coordinator = self.env._("coordinator")
        missing = []
        # sudo: only whether there is an address
        if not self.partner_id.sudo().email:
            missing.append(
                Guard(
                    self.env._("The intern has no e-mail address."),
                    self.env._("intern"),
                )
            )
        if not self.school_id:
            missing.append(Guard(self.env._("The school is missing."), coordinator))
        return missing

    def _people_guards(self):
        """When, and with whom."""
        self.ensure_one()
        coordinator, department = self.env._("coordinator"), self.env._("department")
        has_period = self.date_start and self.date_end
        schedule = self.resource_calendar_id
        checks = [
            (has_period, self.env._("Start and end are missing."), coordinator),
            (schedule, self.env._("The working schedule is missing."), coordinator),
            (
                self.supervisor_id,
                self.env._("The school's supervisor is missing."),
                self.env._("school"),
            ),
            (self.mentor_id, self.env._("The mentor is missing."), department),
            (
                self.backup_id,
                self.env._("The backup of the mentor is missing."),
                department,
            ),
            (
                self.subject,
                self.env._("The topic of the internship is missing."),
                department,
            ),
        ]
        return [Guard(sentence, who) for found, sentence, who in checks if not found]

    def _overlap_guards(self):
        """The intern is elsewhere, or the mentor has enough interns."""
        self.ensure_one()
        if not (self.date_start and self.date_end):
            return []
        return self._same_intern_guards() + self._capacity_guards()

    def _same_period_domain(self):
        return [
            ("id", "!=", self._origin.id),
            ("state", "in", LIVE_STATES),
            ("date_start", "<=", self.date_end),
            ("date_end", ">=", self.date_start),
        ]

    def _same_intern_guards(self):
        # sudo: an internship in another company of the organisation counts too;
        # only its reference is told.
        others = self.sudo().search(
            [("partner_id", "=", self.partner_id.id), *self._same_period_domain()]
        )
        return [
            Guard(
                self.env._(
                    "The intern has another internship in the same period: %(name)s.",
                    name=other.name,
                ),
                self.env._("coordinator"),
            )
            for other in others
        ]

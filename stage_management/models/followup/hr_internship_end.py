# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An early end, also by the mentor."""

from odoo import api, fields, models

from ...tools.extension import Guard


class HrInternship(models.Model):
    _inherit = "hr.internship"

    concern_ids = fields.One2many("hr.internship.concern", "internship_id")
    end_lesson = fields.Text(string="What Was Learnt", copy=False, readonly=True)
    end_urgent_reason = fields.Text(
        string="Why It Could Not Wait", copy=False, readonly=True
    )

    may_end_as_mentor = fields.Boolean(compute="_compute_may_end_as_mentor")

    @api.depends("mentor_user_id", "acting_mentor_user_id")
    @api.depends_context("uid")
    def _compute_may_end_as_mentor(self):
        """Coordinators have a button of their own."""
        for internship in self:
            roles = internship._transition_roles()
            internship.may_end_as_mentor = roles == {"mentor"}

    def _transition_roles(self):
        """The mentor, and who replaces the mentor today, may end an internship."""
        roles = super()._transition_roles()
        # sudo: only whether it is the user
        case = self.sudo()
        mentors = case.mentor_user_id | case.acting_mentor_user_id
        return roles | {"mentor"} if self.env.user in mentors else roles

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target == "terminated":
            for internship in self.filtered(lambda case: not case.end_urgent_reason):
                guards[internship.id] += internship._early_end_guards()
        return guards

    def _early_end_guards(self):
        """The two talks that come first; a coordinator is only warned."""
        self.ensure_one()
        roles = self._transition_roles()
        is_blocking = "mentor" in roles and "coordinator" not in roles
        # sudo: only whether the talks took place
        concerns = self.sudo().concern_ids
        if any(concern.talked_on and concern.school_on for concern in concerns):
            return []
        guards = []
        if not any(concern.talked_on for concern in concerns):
            guards.append(
                Guard(
                    self.env._(
                        "No talk with the coordinator is dated: enter the concern and "
                        "when you talked about it."
                    ),
                    self.env._("coordinator"),
                    is_blocking,
                )
            )
        guards.append(
            Guard(
                self.env._(
                    "No contact with the school's supervisor is dated: enter when the "
                    "school was contacted about the concern."
                ),
                self.env._("school"),
                is_blocking,
            )
        )
        return guards

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The internship of an amendment: drawing it up, and ending as agreed."""

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import UserError

from ...tools.internship_states import RUNNING_STATES
from .hr_internship_amendment import OPEN_STATES

ENDING_STATES = (*RUNNING_STATES, "evaluation")


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_signed_agreement(self):
        """The signed agreement of this internship that amendments change."""
        if self.agreement_id.state == "signed":
            return self.agreement_id
        return self.agreement_ids.filtered(
            lambda a: a.kind == "individual" and a.state == "signed"
        )[:1]

    def _get_open_amendment(self):
        return self.agreement_ids.filtered(
            lambda a: a.kind == "amendment" and a.state in OPEN_STATES
        )[:1]

    def action_draw_up_amendment(self):
        """Open the amendment that is being prepared or signed, or a new one.

        :raise UserError: without a signed agreement there is nothing to amend
        """
        self.ensure_one()
        if not self._get_signed_agreement():
            raise UserError(
                self.env._(
                    "There is no signed agreement to amend: change the internship and "
                    "its agreement instead."
                )
            )
        amendment = self._get_open_amendment() or self.env[
            "hr.internship.agreement"
        ].create({"internship_id": self.id, "kind": "amendment"})
        return amendment._open_form()

    def action_open_in_force(self):
        """Open the agreement as it holds, with every signed amendment."""
        self.ensure_one()
        agreement = self._get_signed_agreement()
        if not agreement:
            raise UserError(self.env._("No agreement is signed yet."))
        return agreement.action_open_in_force()

    def _get_agreed_end(self):
        """The signed change by which this internship ends early, or none.

        Not when a later amendment moved the last day again.
        """
        self.ensure_one()
        # sudo: that it ends is known to all who may read the internship
        signed = self.sudo()._get_signed_agreement()._get_signed_amendments()
        ends = signed.filtered("applied_on").change_ids.filtered(
            lambda change: change.kind == "early_end"
        )
        return ends.filtered(lambda change: change.date_to == self.date_end)[-1:]

    def _end_as_agreed(self):
        """End those of these internships whose agreed last day is over."""
        today = fields.Date.context_today(self)
        for internship in self.filtered(lambda case: case.state in ENDING_STATES):
            change = internship._get_agreed_end()
            if not change or change.date_to >= today:
                continue
            # the parties decided it together, not who signed last: the talks that a
            # mentor has to hold first are for a mentor who decides alone
            internship.with_user(SUPERUSER_ID)._transition(
                "terminated",
                ended_on=change.date_to,
                ended_by=change.ended_by,
                end_reason=change.reason,
            )

    @api.model
    def _cron_move_on(self):
        self.env["hr.internship.agreement"]._carry_out_waiting()
        today = fields.Date.context_today(self)
        changes = self.env["hr.internship.amendment.change"].search(
            [
                ("kind", "=", "early_end"),
                ("date_to", "<", today),
                ("agreement_id.applied_on", "!=", False),
                ("internship_id.state", "in", ENDING_STATES),
            ]
        )
        ready = changes.internship_id._filter_unblocked("terminated")
        ready._end_as_agreed()
        return super()._cron_move_on()

    def _open_end_wizard(self, target):
        """Start from what an amendment agreed on."""
        action = super()._open_end_wizard(target)
        change = target == "terminated" and self._get_agreed_end()
        if change:
            action["context"] |= {
                "default_ended_on": change.date_to,
                "default_ended_by": change.ended_by,
                "default_end_reason": change.reason,
            }
        return action

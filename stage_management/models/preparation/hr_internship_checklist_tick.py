# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who may tick a line, and what is kept of it."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

COORDINATORS = "stage_management.group_coordinator"
# what those who do the work write; the rest is the coordinator's
TICK_FIELDS = {"state", "is_done", "reason", "note", "proof", "proof_name"}


class HrInternshipChecklistLine(models.Model):
    _inherit = "hr.internship.checklist.line"

    def write(self, vals):
        self._check_may_change(vals)
        if "state" in vals:
            ticked = self._get_tick_vals(vals["state"])
            # only the product itself says that somebody else did it
            vals = {**ticked, **vals} if self.env.su else {**vals, **ticked}
        result = super().write(vals)
        if "state" in vals:
            self._check_complete()
            self.internship_id._sync_checklist_activities()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ticked(self):
        if any(line.state != "open" for line in self):
            raise UserError(
                self.env._(
                    "A line that was done or set aside stays on record. Lines that "
                    "do not apply to this intern: mark them as not applicable."
                )
            )

    def _check_may_change(self, vals):
        """Mentors and services do the work; the coordinator says what it is."""
        if self.env.su or self.env.user.has_group(COORDINATORS):
            return
        if set(vals) - TICK_FIELDS:
            raise AccessError(
                self.env._(
                    "You can tick this line and add a note or a proof. Ask the "
                    "coordinator to change what is to be done, by whom or when."
                )
            )

    def _get_tick_vals(self, state):
        """Who did it and when, or nothing while it is open."""
        if state == "open":
            return {"done_by_id": False, "done_on": False}
        return {
            "done_by_id": self.env.user.partner_id.id,
            "done_on": fields.Date.context_today(self),
        }

    def _check_complete(self):
        for line in self:
            if line.state == "done" and line.needs_proof and not line.proof:
                raise UserError(
                    self.env._("“%(name)s”: add the proof first.", name=line.name)
                )
            if line.state == "not_applicable" and not line.reason:
                raise UserError(
                    self.env._(
                        "“%(name)s”: say in a few words why it does not apply.",
                        name=line.name,
                    )
                )

    def _tick_by_partner(self, partner):
        """The intern says that a line of the intern is done.

        :raise AccessError: when the line is not for this intern to tick
        """
        for line in self:
            if line.responsible != "intern" or line.internship_id.partner_id != partner:
                raise AccessError(self.env._("This line is not for you to tick."))
        # sudo: interns write nothing; just checked that the line is theirs
        self.sudo().write({"state": "done", "done_by_id": partner.id})

    def action_done(self):
        """These lines are done."""
        self.filtered(lambda line: line.state == "open").write({"state": "done"})

    def action_reopen(self):
        """These lines are still to be done."""
        self.write({"state": "open", "reason": False})

    def action_open_not_applicable(self):
        """Ask why these lines do not apply."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Not applicable"),
            "res_model": "hr.internship.checklist.skip",
            "view_mode": "form",
            "target": "new",
            "context": {"default_line_ids": [(6, 0, self.ids)]},
        }

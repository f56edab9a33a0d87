# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the buttons of an internship do."""

from odoo import models


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def action_prepare(self):
        """Start the preparation."""
        return self._transition("preparation")

    def action_ready(self):
        """Everything is in order for the first day."""
        return self._transition("ready")

    def action_start(self):
        """The intern has arrived."""
        return self._transition("ongoing")

    def action_evaluate(self):
        """The internship is over: collect opinions and results."""
        return self._transition("evaluation")

    def action_close(self):
        """Nothing is left to do."""
        return self._transition("closed")

    def action_back_to_preparation(self):
        """Something has to be arranged again before the start."""
        return self._transition("preparation")

    def action_reopen(self):
        """Take a cancelled internship up again."""
        return self._transition(
            "draft", ended_on=False, ended_by=False, end_reason=False
        )

    def action_open_cancel(self):
        """Ask why the internship does not take place."""
        return self._open_end_wizard("cancelled")

    def action_open_end(self):
        """Ask why, when and by whom the internship ends early."""
        return self._open_end_wizard("terminated")

    def _open_end_wizard(self, target):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("End the internship early")
            if target == "terminated"
            else self.env._("Cancel the internship"),
            "res_model": "hr.internship.end",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_internship_id": self.id,
                "default_target": target,
            },
        }

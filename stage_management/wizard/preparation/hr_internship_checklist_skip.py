# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Set lines of a checklist aside."""

from odoo import fields, models


class HrInternshipChecklistSkip(models.TransientModel):
    """Ask why lines do not apply to an intern."""

    _name = "hr.internship.checklist.skip"
    _description = "Set Checklist Lines Aside"

    line_ids = fields.Many2many("hr.internship.checklist.line", string="Lines")
    reason = fields.Char(required=True)

    def action_confirm(self):
        """Mark the open ones of the lines as not applicable, with this reason."""
        self.ensure_one()
        lines = self.line_ids.filtered(lambda line: line.state == "open")
        lines.write({"state": "not_applicable", "reason": self.reason})
        return {"type": "ir.actions.act_window_close"}

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The first day of an internship."""

from odoo import fields, models


class HrInternship(models.Model):
    _inherit = "hr.internship"

    reception_ids = fields.One2many(
        "hr.internship.reception", "internship_id", string="First Day"
    )

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if target == "preparation":
            self._add_receptions()
        return result

    def _add_receptions(self):
        """Describe the first day of those that lack it."""
        # sudo: an empty sheet, whoever of the internship opens it first
        cases = self.sudo()
        lacking = cases.filtered(lambda internship: not internship.reception_ids)
        cases.env["hr.internship.reception"].create(
            [{"internship_id": internship.id} for internship in lacking]
        )

    def action_open_reception(self):
        """Open the first day of this internship."""
        self.ensure_one()
        self.check_access("read")
        self._add_receptions()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("First day"),
            "res_model": "hr.internship.reception",
            "res_id": self.reception_ids.id,
            "view_mode": "form",
        }

    def action_plan_receptions(self):
        """Reserve the half days of the reception of these internships."""
        self._add_receptions()
        self.reception_ids.action_plan()

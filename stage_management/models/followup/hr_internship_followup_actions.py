# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the buttons of the follow-up of an internship do."""

from odoo import models

from .hr_internship_counts import FOLLOWED


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def action_open_followup(self):
        """Open the records of this internship that the button names."""
        self.ensure_one()
        model = FOLLOWED[self.env.context["followup"]]
        action = self.env["ir.actions.act_window"]._for_xml_id(
            f"stage_management.{model.replace('.', '_')}_action"
        )
        return {
            **action,
            "domain": [("internship_id", "=", self.id)],
            "context": {"default_internship_id": self.id},
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The costs of an internship, for coordinators."""

from odoo import fields, models


class HrInternship(models.Model):
    _inherit = "hr.internship"

    cost_ids = fields.One2many(
        "hr.internship.cost",
        "internship_id",
        groups="stage_management.group_coordinator",
    )
    cost_count = fields.Integer(
        compute="_compute_cost_count", groups="stage_management.group_coordinator"
    )

    def _compute_cost_count(self):
        counts = dict(
            self.env["hr.internship.cost"]._read_group(
                [("internship_id", "in", self.ids)], ["internship_id"], ["__count"]
            )
        )
        for case in self:
            case.cost_count = counts.get(case._origin, 0)

    def action_open_costs(self):
        """Open what was agreed on, claimed and paid."""
        self.ensure_one()
        return self._open_folder_records("hr_internship_cost_action")

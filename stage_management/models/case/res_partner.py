# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Internships of a person or a school."""

from odoo import fields, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    internship_count = fields.Integer(
        compute="_compute_internship_count",
        groups="stage_management.group_contributor",
    )

    def _compute_internship_count(self):
        schools = self.filtered("is_school")
        for field, partners in (("school_id", schools), ("partner_id", self - schools)):
            counts = dict(
                self.env["hr.internship"]._read_group(
                    [(field, "in", partners.ids)], [field], ["__count"]
                )
            )
            for partner in partners:
                partner.internship_count = counts.get(partner, 0)

    def action_open_internships(self):
        """Open the internships of this person or of this school."""
        self.ensure_one()
        field = "school_id" if self.is_school else "partner_id"
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_action"
        )
        return {**action, "domain": [(field, "=", self.id)], "context": {}}

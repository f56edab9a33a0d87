# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The folder follows who the intern and the school are."""

from odoo import fields, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    internship_insurance_ids = fields.One2many(
        "hr.internship.insurance",
        "school_id",
        string="Insurance of Interns",
        groups="stage_management.group_coordinator",
    )

    def write(self, vals):
        if not {"birthdate", "school_kind"} & set(vals):
            return super().write(vals)
        # sudo: who corrects a contact need not see its internships
        internships = self.env["hr.internship"].sudo()
        followed = internships._search_open_folders(
            ["|", ("partner_id", "in", self.ids), ("school_id", "in", self.ids)]
        ) | internships.search(
            [("partner_id", "in", self.ids), ("state", "=", "draft")], order="id"
        )
        with followed._following_facts():
            return super().write(vals)

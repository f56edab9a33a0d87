# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An internship takes a seat of its place, and gives it back."""

from odoo import api, models


class HrInternship(models.Model):
    _inherit = "hr.internship"

    @api.model_create_multi
    def create(self, vals_list):
        internships = super().create(vals_list)
        internships.place_id._settle_seats()
        return internships

    def write(self, vals):
        if not {"state", "place_id"} & set(vals):
            return super().write(vals)
        places = self.place_id
        result = super().write(vals)
        (places | self.place_id)._settle_seats()
        return result

    def unlink(self):
        places = self.place_id
        result = super().unlink()
        places._settle_seats()
        return result

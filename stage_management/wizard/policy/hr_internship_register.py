# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Ask which internships the register is about."""

from odoo import fields, models
from odoo.exceptions import UserError


class HrInternshipRegister(models.TransientModel):
    """The register of internships as an Excel file, for a period."""

    _name = "hr.internship.register"
    _description = "Register of Internships"

    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: fields.Date.today().replace(month=1, day=1),
    )
    date_to = fields.Date(
        string="Until",
        required=True,
        default=lambda self: fields.Date.today().replace(month=12, day=31),
    )

    def action_download(self):
        """Download the register.

        :raise UserError: when the period ends before it starts
        """
        self.ensure_one()
        if self.date_to < self.date_from:
            raise UserError(
                self.env._("The period ends before it starts: check the dates.")
            )
        return {
            "type": "ir.actions.act_url",
            "url": f"/internships/register.xlsx?date_from={self.date_from}"
            f"&date_to={self.date_to}",
            "target": "download",
        }

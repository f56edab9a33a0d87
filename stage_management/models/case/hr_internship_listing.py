# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Whether colleagues see an internship in the directory."""

from odoo import fields, models


class HrInternship(models.Model):
    _inherit = "hr.internship"

    is_listed = fields.Boolean(
        string="Show in the Directory",
        default=True,
        tracking=True,
        help="All staff may see who is an intern where, on what and with which mentor. "
        "Switch it off for a confidential internship.",
    )

    _listed_idx = models.Index(
        "(company_id, date_end) "
        "WHERE state IN ('ready', 'ongoing') AND is_listed AND active"
    )

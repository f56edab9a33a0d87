# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Terms are found by the days that they hold."""

from odoo import models


class HrInternshipTerm(models.Model):
    _inherit = "hr.internship.term"

    _period_idx = models.Index(
        "USING gist (daterange(date_from, date_to, '[]')) "
        "WHERE date_from IS NOT NULL AND date_to IS NOT NULL"
    )
    _date_from_idx = models.Index("(date_from)")
    _date_to_idx = models.Index("(date_to)")

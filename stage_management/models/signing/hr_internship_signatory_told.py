# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who was told that everybody signed: a mail that failed is tried again, once each."""

from odoo import fields, models


class HrInternshipSignatory(models.Model):
    _inherit = "hr.internship.signatory"

    told_on = fields.Datetime("Got the Signed File On", readonly=True)

    def _protected_fields(self):
        return super()._protected_fields() | {"told_on"}

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What happens when a mentor has no room left."""

from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    # empty counts as "warn"; a required column would keep Odoo's own updates from
    # making a company while this add-on is not loaded yet
    internship_capacity_policy = fields.Selection(
        [
            ("warn", "Warn, and let the coordinator decide"),
            ("block", "Block: no internship beyond the capacity"),
        ],
        string="When a Mentor Is Full",
        default="warn",
    )

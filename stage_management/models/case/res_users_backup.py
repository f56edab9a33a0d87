# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Coordinators name the colleague who replaces them."""

from odoo import fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    internship_backup_id = fields.Many2one(
        "res.users",
        string="Backup as Internship Coordinator",
        domain=lambda self: [
            (
                "all_group_ids",
                "in",
                self.env.ref("stage_management.group_coordinator").ids,
            ),
        ],
        help="Proposed as the replacement for each absence.",
    )

    @property
    def SELF_READABLE_FIELDS(self):
        return [*super().SELF_READABLE_FIELDS, "internship_backup_id"]

    @property
    def SELF_WRITEABLE_FIELDS(self):
        return [*super().SELF_WRITEABLE_FIELDS, "internship_backup_id"]

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One to-do per person and checklist."""

from odoo import fields, models


class MailActivity(models.Model):
    _inherit = "mail.activity"

    internship_checklist_id = fields.Many2one(
        "hr.internship.checklist", ondelete="cascade", index="btree_not_null"
    )

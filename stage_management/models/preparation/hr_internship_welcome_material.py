# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a newcomer gets to read."""

from odoo import fields, models


class HrInternshipWelcomeMaterial(models.Model):
    """A presentation, a brochure, a word list: by language and building."""

    _name = "hr.internship.welcome.material"
    _description = "Welcome Material for Interns"
    _inherit = ["hr.internship.file.mixin"]
    _order = "name, id"
    _file_fields = {"file": "file_name"}

    name = fields.Char(required=True)
    lang = fields.Selection(
        selection=lambda self: self.env["res.lang"].get_installed(),
        string="Language",
        help="Leave it empty for what everybody gets.",
    )
    site_id = fields.Many2one(
        "hr.internship.site",
        ondelete="restrict",
        index="btree_not_null",
        help="Leave it empty for what is given everywhere.",
    )
    company_id = fields.Many2one(
        "res.company", required=True, index=True, default=lambda self: self.env.company
    )
    file = fields.Binary(attachment=True, required=True)
    file_name = fields.Char(required=True)
    active = fields.Boolean(default=True)

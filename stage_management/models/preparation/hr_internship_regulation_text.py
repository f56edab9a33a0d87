# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The regulations in one language."""

from odoo import fields, models

from ..people.res_partner import LANGUAGES


class HrInternshipRegulationText(models.Model):
    """The wording of a version of the regulations in one language."""

    _name = "hr.internship.regulation.text"
    _description = "Text of the Internship Regulations"
    _order = "regulation_id, lang, id"
    _rec_name = "title"

    regulation_id = fields.Many2one(
        "hr.internship.regulation", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="regulation_id.company_id", store=True, precompute=True, index=True
    )
    lang = fields.Selection(selection=LANGUAGES, string="Language", required=True)
    title = fields.Char(required=True)
    body = fields.Html(required=True, sanitize_overridable=False)

    _lang_unique = models.UniqueIndex(
        "(regulation_id, lang)", "There is a text in that language already."
    )

    def write(self, vals):
        if {"body", "title", "lang"} & set(vals):
            self.regulation_id._check_not_signed()
        return super().write(vals)

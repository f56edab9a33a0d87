# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Programmes that schools offer."""

from odoo import fields, models

from .res_partner import LANGUAGES

STUDY_LEVELS = [
    ("secondary", "Secondary education"),
    ("bachelor", "Bachelor"),
    ("master", "Master"),
    ("other", "Other"),
]


class HrStudyProgramme(models.Model):
    """A programme at a school, in the words of the school itself."""

    _name = "hr.study.programme"
    _description = "Study Programme"
    _order = "school_id, name, id"
    _rec_names_search = ["name", "school_id.name"]

    name = fields.Char(required=True)
    school_id = fields.Many2one(
        "res.partner",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('is_school', '=', True)]",
    )
    level = fields.Selection(STUDY_LEVELS, required=True, default="bachelor")
    language = fields.Selection(LANGUAGES)
    domain_ids = fields.Many2many("hr.internship.domain", string="Domains")
    active = fields.Boolean(default=True)

    _name_unique = models.UniqueIndex(
        "(school_id, name)", "This school has a programme of that name already."
    )

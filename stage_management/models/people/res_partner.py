# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Schools, their contacts, and interns as persons."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

SCHOOL_KINDS = [
    ("university", "University"),
    ("university_college", "University college"),
    ("arts_college", "College of arts"),
    ("secondary", "Secondary school"),
    ("adult_education", "Adult education"),
    ("other", "Other"),
]
LANGUAGES = [("nl", "Dutch"), ("fr", "French"), ("de", "German"), ("en", "English")]


class ResPartner(models.Model):
    _inherit = "res.partner"

    is_school = fields.Boolean(
        string="School", index=True, help="Sends students to us as interns."
    )
    school_kind = fields.Selection(SCHOOL_KINDS)
    school_language = fields.Selection(LANGUAGES, string="Language of the School")
    programme_ids = fields.One2many(
        "hr.study.programme", "school_id", string="Programmes"
    )
    birthdate = fields.Date(groups="stage_management.group_coordinator")

    @api.constrains("is_school", "is_company", "parent_id")
    def _check_school_is_company(self):
        for partner in self:
            if partner.is_school and not partner.is_company:
                raise ValidationError(
                    self.env._(
                        "%(name)s is a person: a school is a company. Mark the "
                        "contact as a company, or link the person to the school.",
                        name=partner.display_name,
                    )
                )

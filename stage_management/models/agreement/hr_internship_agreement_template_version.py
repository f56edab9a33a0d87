# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The wordings that a template has had."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..signing.write_guard import is_unlocked, unlock


class HrInternshipAgreementTemplateVersion(models.Model):
    """A wording of a template, kept as it was when it was saved."""

    _name = "hr.internship.agreement.template.version"
    _description = "Version of an Agreement Template"
    _order = "template_id, number desc, id desc"
    _rec_name = "number"

    template_id = fields.Many2one(
        "hr.internship.agreement.template",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(
        related="template_id.company_id", store=True, index="btree_not_null"
    )
    number = fields.Integer("Version", required=True, readonly=True)
    title = fields.Char(required=True, readonly=True)
    body = fields.Html("Text", readonly=True, sanitize=False)

    _order_idx = models.Index("(template_id, number DESC, id DESC)")
    _number_unique = models.UniqueIndex(
        "(template_id, number)", "This version exists already."
    )

    @api.depends("template_id.name", "number")
    def _compute_display_name(self):
        for version in self:
            version.display_name = self.env._(
                "%(template)s, version %(number)s",
                template=version.template_id.name or "",
                number=version.number,
            )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_by_template()
        return super().create(vals_list)

    def write(self, vals):
        self._check_by_template()
        return super().write(vals)

    def _check_by_template(self):
        if not is_unlocked(self):
            raise UserError(
                self.env._(
                    "A version keeps its wording: change the text of the template, "
                    "which makes a new version."
                )
            )


class HrInternshipAgreementTemplate(models.Model):
    _inherit = "hr.internship.agreement.template"

    version_ids = fields.One2many(
        "hr.internship.agreement.template.version",
        "template_id",
        string="Versions",
        readonly=True,
    )
    version = fields.Integer(compute="_compute_version")

    @api.depends("version_ids.number")
    def _compute_version(self):
        for template in self:
            template.version = max(template.version_ids.mapped("number"), default=0)

    @api.model_create_multi
    def create(self, vals_list):
        templates = super().create(vals_list)
        templates._note_version()
        return templates

    def write(self, vals):
        result = super().write(vals)
        if {"title", "body"} & set(vals):
            self._note_version()
        return result

    def _note_version(self):
        """Keep the wording of these templates as a version, where it changed."""
        for template in self:
            newest = template.version_ids.sorted("number")[-1:]
            if newest and (newest.title, newest.body) == (
                template.title,
                template.body,
            ):
                continue
            # sudo: versions are made by saving a template, and never by hand
            unlock(newest.sudo()).create(
                {
                    "template_id": template.id,
                    "number": newest.number + 1,
                    "title": template.title,
                    "body": template.body,
                }
            )
            template.invalidate_recordset(["version_ids"])

    def _get_version(self):
        """The version of the wording as it is now; an empty one without template."""
        for template in self:
            template._note_version()
        return self.version_ids.sorted("number")[-1:]

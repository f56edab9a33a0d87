# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Texts of agreements, per kind and language."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools import placeholders
from ..people.res_partner import LANGUAGES
from .hr_internship_agreement import AGREEMENT_KINDS


class HrInternshipAgreementTemplate(models.Model):
    """The wording of a kind of agreement in one language.

    Placeholders such as ``{{ intern }}`` are filled in per agreement; an agreement
    keeps the wording it was drawn up in.
    """

    _name = "hr.internship.agreement.template"
    _description = "Agreement Template"
    _order = "lang, sequence, name, id"

    name = fields.Char(required=True)
    title = fields.Char(required=True, help="Stands at the head of the document.")
    sequence = fields.Integer(default=10)
    kind = fields.Selection(AGREEMENT_KINDS, required=True, default="individual")
    lang = fields.Selection(
        selection=LANGUAGES,
        string="Language",
        required=True,
    )
    company_id = fields.Many2one("res.company", index=True)
    body = fields.Html(required=True, sanitize_overridable=False)
    placeholder_help = fields.Html(compute="_compute_placeholder_help")
    active = fields.Boolean(default=True)

    def _compute_placeholder_help(self):
        labels = self.env["hr.internship.agreement"]._placeholder_labels()
        rows = [f"{{{{ {name} }}}} — {label}" for name, label in labels.items()]
        self.placeholder_help = "<br/>".join(rows)

    @api.constrains("body")
    def _check_placeholders(self):
        known = self.env["hr.internship.agreement"]._placeholder_labels()
        for template in self:
            unknown = placeholders.unknown(template.body, known)
            if unknown:
                raise ValidationError(
                    self.env._(
                        "“%(template)s” uses placeholders that don't exist: %(names)s. "
                        "Take them from the list below the text.",
                        template=template.name,
                        names=", ".join(f"{{{{ {name} }}}}" for name in unknown),
                    )
                )

    @api.model
    def _find_for(self, internship, kind="individual"):
        """The template of that kind for the language of the internship's documents.

        Falls back on any template of the company, so that there is always a text.
        """
        company_ids = (internship.company_id.id, False)
        candidates = self.search(
            [("kind", "=", kind), ("company_id", "in", company_ids)]
        )
        iso = (internship.lang or "")[:2]
        return (candidates.filtered(lambda t: t.lang == iso) or candidates)[:1]

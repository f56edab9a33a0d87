# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Texts of agreements, per kind and language."""

from odoo import api, fields, models

from ..people.res_partner import LANGUAGES
from .hr_internship_agreement import AGREEMENT_KINDS


class HrInternshipAgreementTemplate(models.Model):
    """The wording of a kind of agreement in one language.

    Placeholders such as ``{{ intern }}`` are filled in per agreement, parts such as
    ``[[if minor]] … [[end]]`` stand in it under a condition. A changed text is a new
    version; an agreement keeps the wording it was drawn up in.
    """

    _name = "hr.internship.agreement.template"
    _description = "Agreement Template"
    _order = "kind, lang, sequence, name, id"

    name = fields.Char(required=True)
    title = fields.Char(required=True, help="Stands at the head of the document.")
    kind = fields.Selection(AGREEMENT_KINDS, required=True, default="individual")
    sequence = fields.Integer(default=10)
    lang = fields.Selection(
        selection=LANGUAGES,
        string="Language",
        required=True,
    )
    company_id = fields.Many2one("res.company", index=True)
    body = fields.Html(required=True, sanitize_overridable=False)
    round_ids = fields.One2many(
        "hr.internship.agreement.template.round",
        "template_id",
        string="Who Signs",
        copy=True,
    )
    annex_type_ids = fields.Many2many(
        "hr.internship.document.type",
        "hr_internship_agreement_template_annex_rel",
        "template_id",
        "type_id",
        string="Usual Annexes",
        domain="[('kind', '!=', 'elsewhere')]",
        help="Taken from the digital folder when an agreement is drawn up; per "
        "agreement, annexes can be added and left out.",
    )
    placeholder_help = fields.Html(compute="_compute_placeholder_help")
    condition_help = fields.Html(compute="_compute_placeholder_help")
    active = fields.Boolean(default=True)

    _order_idx = models.Index("(kind, lang, sequence, name, id)")

    @api.depends("kind")
    def _compute_placeholder_help(self):
        Agreement = self.env["hr.internship.agreement"]
        for template in self:
            labels = Agreement._placeholder_labels(template.kind)
            template.placeholder_help = "<br/>".join(
                f"{{{{ {name} }}}} — {label}" for name, label in labels.items()
            )
            conditions = Agreement._condition_labels(template.kind)
            template.condition_help = "<br/>".join(
                f"[[if {name}]] … [[end]] — {label}"
                for name, label in conditions.items()
            )

    @api.model
    def _find_for(self, internship, kind="individual", school=None):
        """The template of a kind for the language of the internship's documents.

        Without an internship, the language of the school or else of the user decides.
        Falls back on English, then on any template, so that there is always a text.
        """
        company = internship.company_id or self.env.company
        candidates = self.search(
            [("company_id", "in", (company.id, False)), ("kind", "=", kind)]
        )
        lang = internship.lang or (school and school.school_language) or self.env.lang
        iso = (lang or "")[:2]
        return (
            candidates.filtered(lambda template: template.lang == iso)
            or candidates.filtered(lambda template: template.lang == "en")
            or candidates
        )[:1]

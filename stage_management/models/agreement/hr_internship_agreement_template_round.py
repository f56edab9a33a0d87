# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who signs an agreement, and in which order."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..signing.hr_internship_signatory import ROLES

# who signs, and in which round, when a template says nothing else
USUAL_ROUNDS = {
    "framework": [(1, "school"), (2, "organisation")],
    "individual": [(1, "intern"), (1, "school"), (2, "organisation")],
}


class HrInternshipAgreementTemplateRound(models.Model):
    """A role that signs, and its round: those of one round sign in any order."""

    _name = "hr.internship.agreement.template.round"
    _description = "Signing Round"
    _order = "template_id, order, id"
    _rec_name = "role"

    template_id = fields.Many2one(
        "hr.internship.agreement.template",
        required=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(
        related="template_id.company_id", store=True, index="btree_not_null"
    )
    order = fields.Integer("Round", default=1, required=True)
    role = fields.Selection(ROLES, required=True)

    _order_idx = models.Index('(template_id, "order", id)')
    _order_check = models.Constraint(
        'CHECK("order" > 0)', "The first round has number 1: correct the round."
    )
    _role_unique = models.UniqueIndex(
        "(template_id, role)", "Each role signs once: take away the second line."
    )

    @api.constrains("role", "template_id")
    def _check_role_of_kind(self):
        for line in self:
            is_framework = line.template_id.kind == "framework"
            if is_framework and line.role not in ("school", "organisation"):
                raise ValidationError(
                    self.env._(
                        "A framework agreement is signed by the school and the "
                        "organisation only: take away the other lines."
                    )
                )


class HrInternshipAgreementTemplate(models.Model):
    _inherit = "hr.internship.agreement.template"

    @api.constrains("kind", "round_ids")
    def _check_rounds(self):
        for template in self:
            template.round_ids._check_role_of_kind()

    def _get_rounds(self, kind):
        """``[(round, role), …]`` of this template, else those that are usual."""
        lines = self.round_ids.sorted(lambda line: (line.order, line.id))
        return [(line.order, line.role) for line in lines] or USUAL_ROUNDS.get(
            kind, USUAL_ROUNDS["individual"]
        )

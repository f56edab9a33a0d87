# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The wording of each kind of change, in the language of a template."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools import placeholders
from ...tools.amendments import CHANGE_KINDS


class HrInternshipAmendmentClause(models.Model):
    """One article of an amendment; belongs to the template of its language."""

    _name = "hr.internship.amendment.clause"
    _description = "Clause of an Amendment"
    _order = "template_id, id"

    template_id = fields.Many2one(
        "hr.internship.agreement.template",
        required=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(
        related="template_id.company_id", store=True, index=True, precompute=True
    )
    kind = fields.Selection(CHANGE_KINDS, string="Change", required=True)
    name = fields.Char(string="Heading", required=True)
    text = fields.Text(required=True)

    _kind_unique = models.UniqueIndex(
        "(template_id, kind)", "This template has a clause for that change already."
    )

    @api.model
    def _get_names(self):
        """The placeholders that a clause may use."""
        return {"before", "after", "effective_date", "from", "until", "reason", "who"}

    @api.constrains("text")
    def _check_placeholders(self):
        for clause in self:
            unknown = placeholders.unknown(clause.text, self._get_names())
            if unknown:
                raise ValidationError(
                    self.env._(
                        "The clause “%(clause)s” uses placeholders that don't exist: "
                        "%(names)s. It may use %(known)s.",
                        clause=clause.name,
                        names=", ".join(unknown),
                        known=", ".join(sorted(self._get_names())),
                    )
                )

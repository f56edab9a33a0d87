# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who signs which change: the table that an administrator edits."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools.amendments import ANSWERS, CHANGE_KINDS, PARTIES, strongest


class HrInternshipAmendmentRule(models.Model):
    """For one kind of change, what each party does: signs, takes note, or nothing.

    A line of a company goes before the line for all. Without any line intern, school
    and organisation sign.
    """

    _name = "hr.internship.amendment.rule"
    _description = "Who Signs Which Change"
    _order = "sequence, id"
    _rec_name = "kind"

    sequence = fields.Integer(default=10, index=True)
    kind = fields.Selection(CHANGE_KINDS, string="Change", required=True)
    company_id = fields.Many2one("res.company", index=True)
    intern = fields.Selection(ANSWERS, required=True, default="sign")
    guardian = fields.Selection(
        ANSWERS,
        string="Parent or Guardian",
        required=True,
        default="sign",
        help="Of an intern who is under 18.",
    )
    school = fields.Selection(ANSWERS, required=True, default="sign")
    organisation = fields.Selection(ANSWERS, required=True, default="sign")
    mentor = fields.Selection(
        ANSWERS,
        required=True,
        default="note",
        help="The mentor who guides from the effective date on.",
    )

    _kind_unique = models.UniqueIndex(
        "(kind, COALESCE(company_id, 0))",
        "There is a line for this kind of change already.",
    )

    @api.constrains(*PARTIES)
    def _check_somebody_signs(self):
        for rule in self:
            if "sign" not in {rule[party] for party in PARTIES if party != "guardian"}:
                raise ValidationError(
                    self.env._(
                        "Somebody has to sign every change: choose “Signs” for at "
                        "least one party that is always there."
                    )
                )

    @api.model
    def _get_answers(self, kinds, company):
        """What each party does about changes of these kinds: ``{party: answer}``."""
        # sudo: who draws an amendment up is told who signs, whatever the company
        rules = self.sudo().search([("company_id", "in", (company.id, False))])
        lines = []
        for kind in kinds:
            found = rules.filtered(lambda rule, kind=kind: rule.kind == kind)
            rule = found.filtered("company_id") or found
            lines.append(
                {party: rule[:1][party] for party in PARTIES}
                if rule
                else self.default_get(PARTIES)
            )
        return {party: strongest(line[party] for line in lines) for party in PARTIES}

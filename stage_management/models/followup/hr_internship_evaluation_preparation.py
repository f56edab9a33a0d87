# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How the intern sees the own internship, before the evaluation."""

from odoo import api, fields, models
from odoo.exceptions import UserError

ANSWERS = ("expected", "learnt", "proud", "harder", "better", "guidance")


class HrInternshipEvaluationPreparation(models.Model):
    """An open form; the mentor reads it once it is submitted, and not before."""

    _name = "hr.internship.evaluation.preparation"
    _description = "Intern's Own View"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "id desc"

    evaluation_id = fields.Many2one(
        "hr.internship.evaluation", required=True, index=True, ondelete="cascade"
    )
    internship_id = fields.Many2one(
        related="evaluation_id.internship_id", store=True, precompute=True, index=True
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, precompute=True
    )
    expected = fields.Text(string="Was the internship as it was presented to you?")
    learnt = fields.Text(string="What did you learn?")
    proud = fields.Text(string="What are you proud of?")
    harder = fields.Text(string="What was harder than you thought?")
    better = fields.Text(string="What would you change about the internship?")
    guidance = fields.Text(string="How was the guidance by your mentor?")
    submitted_on = fields.Date(readonly=True, copy=False)

    _one_each = models.UniqueIndex(
        "(evaluation_id)", "There is a preparation for this evaluation already."
    )

    @api.depends("evaluation_id")
    def _compute_display_name(self):
        for preparation in self:
            # sudo: whose it is, for all who may read it
            preparation.display_name = preparation.sudo().evaluation_id.display_name

    @api.model
    @api.private
    def _fill_in(self, evaluation, answers, submit=False):
        """Keep the answers of the intern, and show them to the mentor on ``submit``.

        For the pages of the portal.

        :raise UserError: when it is submitted already, or empty
        """
        internship = evaluation.sudo().internship_id
        self.env["hr.internship.evaluation"]._check_is_intern(internship)
        # sudo: an intern writes no records, but the own view, by this method
        preparation = self.sudo().search([("evaluation_id", "=", evaluation.id)])
        if preparation.submitted_on:
            raise UserError(
                self.env._("Your mentor has this already: talk about what you add.")
            )
        vals = {name: answers[name] for name in ANSWERS if name in answers}
        if submit:
            vals["submitted_on"] = fields.Date.context_today(self)
        if not preparation:
            vals["evaluation_id"] = evaluation.id
            preparation = self.sudo().create(vals)
        else:
            preparation.write(vals)
        if submit and not any((preparation[name] or "").strip() for name in ANSWERS):
            raise UserError(self.env._("Answer at least one question."))
        return preparation

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            *ANSWERS,
            "evaluation_id",
            "submitted_on",
        }

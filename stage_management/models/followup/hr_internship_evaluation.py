# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The evaluation of an intern, half-way or at the end."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import format_date

from ...tools.evaluation_states import (
    EVALUATION_STATES,
    evaluation_due,
    evaluation_state,
)

STEPS = ("form_received_on", "filled_in_on", "discussed_on", "sent_on")


class HrInternshipEvaluation(models.Model):
    """Filled in, discussed with the intern, sent to the school: each step is dated.

    Usually on the school's own form; where it has none, on ours.
    """

    _name = "hr.internship.evaluation"
    _description = "Evaluation of an Intern"
    _inherit = ["hr.internship.file.mixin", "hr.internship.followup.mixin"]
    _order = "due, id"

    _file_fields = {"form_file": "form_name", "filled_file": "filled_name"}

    moment = fields.Selection(
        [("midterm", "Half-way"), ("final", "At the end")],
        required=True,
        default="final",
    )
    form_kind = fields.Selection(
        [("school", "Form of the school"), ("ours", "Our own form")],
        string="On",
        required=True,
        default="school",
    )
    due = fields.Date(
        string="To the School By", compute="_compute_due", store=True, readonly=False
    )
    form_received_on = fields.Date(copy=False)
    form_file = fields.Binary(string="Form", attachment=True, copy=False)
    form_name = fields.Char()
    filled_file = fields.Binary(string="Filled In", attachment=True, copy=False)
    filled_name = fields.Char()
    line_ids = fields.One2many("hr.internship.evaluation.line", "evaluation_id")
    conclusion = fields.Text()
    filled_in_on = fields.Date(copy=False)
    discussed_on = fields.Date(string="Discussed with the Intern On", copy=False)
    sent_on = fields.Date(string="Sent to the School On", copy=False)
    state = fields.Selection(
        EVALUATION_STATES, compute="_compute_state", store=True, index=True
    )
    is_late = fields.Boolean(
        string="Late", compute="_compute_is_late", search="_search_is_late"
    )
    preparation_ids = fields.One2many(
        "hr.internship.evaluation.preparation", "evaluation_id", string="Own View"
    )

    _moment_unique = models.UniqueIndex(
        "(internship_id, moment)",
        "There is an evaluation for that moment already: open that one.",
    )
    _order_idx = models.Index("(due, id)")
    _open_idx = models.Index("(due, internship_id) WHERE sent_on IS NULL")

    @api.depends("moment", "partner_name")
    def _compute_display_name(self):
        moments = dict(self._fields["moment"]._description_selection(self.env))
        for evaluation in self:
            # sudo: who may read the evaluation may know whose it is
            intern = evaluation.sudo().partner_name or ""
            evaluation.display_name = f"{intern}: {moments.get(evaluation.moment)}"

    @api.depends("moment", "internship_id.date_start", "internship_id.date_end")
    def _compute_due(self):
        """Half-way or the last day, until somebody enters what the school says."""
        for evaluation in self:
            if evaluation.sent_on:
                continue
            case = evaluation.internship_id
            evaluation.due = evaluation_due(
                evaluation.moment, case.date_start, case.date_end
            )

    @api.depends("form_kind", *STEPS)
    def _compute_state(self):
        for evaluation in self:
            evaluation.state = evaluation_state(
                evaluation.form_kind == "ours" or evaluation.form_received_on,
                evaluation.filled_in_on,
                evaluation.discussed_on,
                evaluation.sent_on,
            )

    @api.depends("due", "sent_on")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for evaluation in self:
            is_open = bool(evaluation.due) and not evaluation.sent_on
            evaluation.is_late = is_open and evaluation.due < today

    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        return [("sent_on", "=", False), ("due", "<", "today")]

    @api.constrains(*STEPS)
    def _check_steps(self):
        self._check_not_later(STEPS)
        for evaluation in self:
            if evaluation.sent_on and not evaluation.discussed_on:
                raise ValidationError(
                    self.env._(
                        "Discuss the evaluation with the intern before it goes to the "
                        "school, and enter when."
                    )
                )
            dated = [evaluation[name] for name in STEPS if evaluation[name]]
            if dated != sorted(dated):
                raise ValidationError(
                    self.env._(
                        "The steps follow each other: form received, filled in, "
                        "discussed, sent. Check the dates."
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        evaluations = super().create(vals_list)
        evaluations._add_lines()
        return evaluations

    def write(self, vals):
        if vals.get("form_file") and not vals.get("form_received_on"):
            today = fields.Date.context_today(self)
            missing = self.filtered(lambda evaluation: not evaluation.form_received_on)
            super(HrInternshipEvaluation, missing).write({"form_received_on": today})
        result = super().write(vals)
        if vals.get("form_kind") == "ours":
            self._add_lines()
        return result

    def _add_lines(self):
        """Give what goes by our own form a line per criterion."""
        ours = self.filtered(lambda e: e.form_kind == "ours" and not e.line_ids)
        if ours:
            criteria = self.env["hr.internship.evaluation.criterion"].search(
                [("active", "=", True)]
            )
            self.env["hr.internship.evaluation.line"].create(
                [
                    {"evaluation_id": evaluation.id, "criterion_id": criterion.id}
                    for evaluation in ours
                    for criterion in criteria
                ]
            )

    def action_filled_in(self):
        """The form is filled in."""
        return self._date_step("filled_in_on")

    def action_discussed(self):
        """The intern has heard it and could answer."""
        return self._date_step("discussed_on")

    def action_sent(self):
        """The school has it."""
        return self._date_step("sent_on")

    def _date_step(self, name):
        for evaluation in self:
            if evaluation[name]:
                raise UserError(
                    self.env._(
                        "That was done on %(day)s already.",
                        day=format_date(self.env, evaluation[name]),
                    )
                )
        return self.write({name: fields.Date.context_today(self)})

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "moment",
            "due",
            "state",
            "discussed_on",
            "sent_on",
        }

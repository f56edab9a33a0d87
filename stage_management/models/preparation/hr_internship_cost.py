# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What an internship costs."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class HrInternshipCost(models.Model):
    """An expense that was agreed on, claimed and paid back.

    Source: toolbox A2, *budget*; B4, *agreements on expenses*.
    """

    _name = "hr.internship.cost"
    _description = "Internship Cost"
    _inherit = ["hr.internship.file.mixin"]
    _order = "internship_id desc, id"
    _file_fields = {"file": "file_name"}

    internship_id = fields.Many2one(
        "hr.internship", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True, index=True
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    kind = fields.Selection(
        [
            ("transport", "Transport"),
            ("meals", "Meals"),
            ("training", "Training"),
            ("material", "Material"),
            ("gift", "Farewell gift"),
        ],
        required=True,
        default="transport",
        index=True,
    )
    name = fields.Char(string="What For")
    agreed_amount = fields.Monetary(string="Agreed")
    claimed_amount = fields.Monetary(string="Claimed")
    claimed_on = fields.Date()
    paid_on = fields.Date()
    file = fields.Binary(string="Proof", attachment=True)
    file_name = fields.Char()
    procedure = fields.Text(related="company_id.internship_cost_procedure")
    state = fields.Selection(
        [("agreed", "Agreed"), ("claimed", "Claimed"), ("paid", "Paid")],
        compute="_compute_state",
        store=True,
        precompute=True,
        index=True,
    )

    _order_idx = models.Index("(internship_id DESC, id)")
    _amounts_check = models.Constraint(
        "CHECK(agreed_amount >= 0 AND claimed_amount >= 0)",
        "An amount can't be negative.",
    )

    @api.depends("kind", "name")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for cost in self:
            names = (kinds.get(cost.kind), cost.name)
            cost.display_name = ": ".join(name for name in names if name)

    @api.depends("claimed_on", "paid_on")
    def _compute_state(self):
        for cost in self:
            is_claimed = "claimed" if cost.claimed_on else "agreed"
            cost.state = "paid" if cost.paid_on else is_claimed

    @api.constrains("paid_on", "claimed_on", "claimed_amount", "agreed_amount")
    def _check_order(self):
        for cost in self:
            problem = cost._get_problem()
            if problem:
                raise ValidationError(problem)

    def _get_problem(self):
        """What does not fit together, as a sentence, or nothing."""
        self.ensure_one()
        if self.claimed_on and not self.claimed_amount:
            return self.env._("Fill in the amount that was claimed.")
        if self.paid_on and not self.claimed_on:
            return self.env._("A cost is claimed before it is paid: fill in when.")
        if self.paid_on and self.paid_on < self.claimed_on:
            return self.env._(
                "The cost was paid before it was claimed: check the dates."
            )
        return ""

    @api.ondelete(at_uninstall=False)
    def _unlink_except_claimed(self):
        if self.filtered("claimed_on"):
            raise UserError(
                self.env._(
                    "A cost that was claimed stays on record: correct it instead of "
                    "deleting it."
                )
            )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One place on which is decided."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class HrInternshipPlaceDecisionLine(models.TransientModel):
    """What stands in the way of the decision on one place, and what became of it."""

    _name = "hr.internship.place.decision.line"
    _description = "Decision on a Place"

    decision_id = fields.Many2one(
        "hr.internship.place.decision", required=True, ondelete="cascade", index=True
    )
    place_id = fields.Many2one("hr.internship.place", required=True, readonly=True)
    department_id = fields.Many2one(related="place_id.department_id")
    seats = fields.Integer(related="place_id.seats")
    target_summary = fields.Char(related="place_id.target_summary")
    obstacle = fields.Text(compute="_compute_obstacle", string="Missing")
    exceeds_target = fields.Boolean(
        string="Outside the Target", compute="_compute_exceeds_target"
    )
    status = fields.Selection(
        [("todo", "To decide"), ("done", "Done"), ("failed", "Not done")],
        default="todo",
        readonly=True,
    )
    message = fields.Text(string="Result", readonly=True)

    @api.depends("place_id", "decision_id.decision", "status")
    def _compute_obstacle(self):
        """What the department still has to provide; reasons are asked here."""
        for line in self:
            guards = (
                line.place_id._selection_guards()
                if line.decision_id.decision == "selected" and line.status == "todo"
                else []
            )
            line.obstacle = "\n".join(g.sentence for g in guards if g.blocking)

    @api.depends("place_id", "decision_id.decision")
    def _compute_exceeds_target(self):
        """The places count one after the other, as they will when selected."""
        for wizard in self.decision_id:
            lines = self.filtered(lambda line, w=wizard: line.decision_id == w)
            places = wizard.line_ids.place_id | lines.place_id
            exceeded = (
                places._find_exceeded_together()
                if wizard.decision == "selected"
                else {}
            )
            for line in lines:
                line.exceeds_target = bool(exceeded.get(line.place_id.id))
        for line in self.filtered(lambda line: not line.decision_id):
            line.exceeds_target = False

    def _decide(self):
        """Take the decision; a place that can't be decided on holds up no other."""
        self.ensure_one()
        decision = self.decision_id.decision
        if self.place_id.state == decision:
            return
        try:
            with self.env.cr.savepoint():
                self.place_id._transition(decision, **self._get_details())
                self.env.flush_all()
        except UserError as error:
            self.write({"status": "failed", "message": str(error)})
        else:
            self.write({"status": "done", "message": False})

    def _get_details(self):
        """The reason, where this place needs one."""
        reason = self.decision_id.reason
        if self.decision_id.decision == "rejected":
            return {"rejection_reason": reason}
        if reason and self.place_id._find_exceeded_together()[self.place_id.id]:
            return {"selection_reason": reason}
        return {}

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the school wants to receive during an internship."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class HrInternshipDuty(models.Model):
    """A report, a log, a signature sheet: what, by when, from whom.

    A duty that is repeated makes the next one when it is done, until the internship
    ends.
    """

    _name = "hr.internship.duty"
    _description = "Duty to the School"
    _inherit = ["hr.internship.followup.mixin"]
    _order = "due, id"

    name = fields.Char(string="What", required=True)
    due = fields.Date(string="By", required=True)
    responsible = fields.Selection(
        [("mentor", "The mentor"), ("coordinator", "The coordinator")],
        required=True,
        default="mentor",
    )
    repeat_weeks = fields.Integer(string="Again Every", help="Weeks. 0 for once.")
    done_on = fields.Date(copy=False)
    done_by_id = fields.Many2one(
        "res.users",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        copy=False,
    )

    _repeat_check = models.Constraint(
        "CHECK(repeat_weeks >= 0)", "A number of weeks can't be negative."
    )
    _order_idx = models.Index("(due, id)")
    _open_idx = models.Index("(due, internship_id) WHERE done_on IS NULL")

    @api.constrains("done_on")
    def _check_done_on(self):
        self._check_not_later(["done_on"])

    @api.constrains("due", "internship_id")
    def _check_due(self):
        for duty in self:
            start = duty.internship_id.date_start
            if not start or duty.due < start:
                raise ValidationError(
                    self.env._("Nothing is due before the internship starts.")
                )

    def action_done(self):
        """The school has it; a repeated duty is due again."""
        if any(duty.done_on for duty in self):
            raise UserError(self.env._("This is done already."))
        following = self.filtered(lambda duty: duty._get_next_due())
        values = [
            {**duty.copy_data()[0], "due": duty._get_next_due()} for duty in following
        ]
        self.write(
            {
                "done_on": fields.Date.context_today(self),
                "done_by_id": self.env.uid,
            }
        )
        self.create(values)
        return True

    def _get_next_due(self):
        """When the same is due again; nothing after the end of the internship."""
        self.ensure_one()
        if not self.repeat_weeks:
            return False
        following = fields.Date.add(self.due, weeks=self.repeat_weeks)
        end = self.internship_id.date_end
        return bool(end) and following <= end and following

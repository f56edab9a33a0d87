# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An internship that does not go well."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from ...tools.concern_states import CONCERN_STATES, concern_state


class HrInternshipConcern(models.Model):
    """What goes wrong, and what is done about it: each step is dated.

    First a talk with the coordinator, then with the school's supervisor, then either
    an improvement is agreed or the internship ends early. The state follows from the
    dates.
    """

    _name = "hr.internship.concern"
    _description = "Concern About an Internship"
    _inherit = ["hr.internship.followup.mixin"]
    _order = "raised_on desc, id desc"

    internship_id = fields.Many2one(ondelete="restrict")
    about = fields.Text(required=True)
    raised_by = fields.Selection(
        [
            ("mentor", "The mentor"),
            ("intern", "The intern"),
            ("school", "The school"),
            ("coordinator", "The coordinator"),
            ("other", "Somebody else"),
        ],
        required=True,
        default="mentor",
    )
    raised_on = fields.Date(required=True, default=fields.Date.context_today)
    talked_on = fields.Date(string="Talk with the Coordinator On", copy=False)
    talk_notes = fields.Text(copy=False)
    school_on = fields.Date(string="School's Supervisor Contacted On", copy=False)
    school_notes = fields.Text(copy=False)
    outcome = fields.Selection(
        [
            ("improvement", "An improvement is agreed"),
            ("end", "The internship ends early"),
            ("settled", "It was settled in the talks"),
        ],
        copy=False,
    )
    outcome_on = fields.Date(string="Decided On", copy=False)
    improvement = fields.Text(string="What Is Agreed", copy=False)
    improvement_until = fields.Date(string="Until", copy=False)
    lesson = fields.Text(string="What Was Learnt", copy=False)
    closed_on = fields.Date(copy=False)
    state = fields.Selection(
        CONCERN_STATES, compute="_compute_state", store=True, index=True
    )

    _order_idx = models.Index("(raised_on DESC, id DESC)")
    _talk_idx = models.Index(
        "(raised_on, internship_id) WHERE talked_on IS NULL AND closed_on IS NULL"
    )
    _improvement_idx = models.Index(
        "(improvement_until, internship_id) WHERE closed_on IS NULL"
    )

    @api.depends("raised_on", "partner_name")
    def _compute_display_name(self):
        for concern in self:
            # sudo: who may read the concern may know whose it is
            intern = concern.sudo().partner_name or ""
            day = concern.raised_on and format_date(self.env, concern.raised_on)
            concern.display_name = f"{intern}: {day or ''}"

    @api.depends("talked_on", "school_on", "outcome_on", "closed_on")
    def _compute_state(self):
        for concern in self:
            concern.state = concern_state(
                concern.talked_on,
                concern.school_on,
                concern.outcome_on,
                concern.closed_on,
            )

    @api.constrains(
        "raised_on", "talked_on", "school_on", "outcome_on", "closed_on", "outcome",
        "improvement", "improvement_until",
    )  # fmt: skip
    def _check_steps(self):
        steps = ("raised_on", "talked_on", "school_on", "outcome_on", "closed_on")
        self._check_not_later(steps)
        for concern in self:
            problem = concern._find_problem(steps)
            if problem:
                raise ValidationError(problem)

    def _find_problem(self, steps):
        """What does not fit together, as a sentence; nothing when all fits."""
        self.ensure_one()
        dated = [self[name] for name in steps[1:] if self[name]]
        if dated and min(dated) < self.raised_on:
            return self.env._("A step can't be dated before the concern was raised.")
        if self.outcome and not self.talked_on:
            return self.env._(
                "Talk with the coordinator first, and enter when: then decide."
            )
        if bool(self.outcome) != bool(self.outcome_on):
            return self.env._("Enter what was decided together with the date.")
        is_agreed = self.improvement and self.improvement_until
        if self.outcome == "improvement" and not is_agreed:
            return self.env._("Say what is agreed, and until when.")
        if self.closed_on and not self.outcome:
            return self.env._("Say how it ended before you close the concern.")
        return ""

    def action_close(self):
        """Nothing is left to do about it."""
        return self.write({"closed_on": fields.Date.context_today(self)})

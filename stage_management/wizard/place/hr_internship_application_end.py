# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Don't select candidates, or record that they withdraw."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class HrInternshipApplicationEnd(models.TransientModel):
    """Ask for the reason, and whether the candidates are told at once."""

    _name = "hr.internship.application.end"
    _description = "End an Application"

    application_ids = fields.Many2many(
        "hr.internship.application", string="Candidates", required=True
    )
    target = fields.Selection(
        [("refused", "Not selected"), ("withdrawn", "Withdrawn")], required=True
    )
    decision_kind = fields.Selection(
        selection=lambda self: (
            self.env["hr.internship.application"]
            ._fields["decision_kind"]
            ._description_selection(self.env)
        ),
        string="Reason",
    )
    decision_reason = fields.Text(string="In Words")
    telling = fields.Selection(
        [("later", "Later"), ("mail", "Now, by mail")],
        string="Tell the Candidate",
        default="later",
        required=True,
    )
    with_interview = fields.Boolean(compute="_compute_with_interview")

    @api.depends("application_ids")
    def _compute_with_interview(self):
        for wizard in self:
            wizard.with_interview = bool(wizard.application_ids.interview_id)

    def action_confirm(self):
        """End each application; one that can't be ended holds up no other."""
        self.ensure_one()
        if self.target == "refused" and not self.decision_kind:
            raise UserError(self.env._("Choose the reason: it is for colleagues only."))
        problems = []
        for application in self.application_ids:
            try:
                with self.env.cr.savepoint():
                    self._end(application)
            except UserError as error:
                problems.append(str(error))
        return self._report(problems)

    def _end(self, application):
        if application.state == self.target:
            raise UserError(
                self.env._(
                    "%(name)s was decided upon already.", name=application.partner_name
                )
            )
        application._transition(
            self.target,
            decision_kind=self.decision_kind,
            decision_reason=self.decision_reason,
        )
        if self.target == "refused" and self.telling == "mail":
            application._mail_candidate(application._get_outcome_template())
            application._record_told("mail")

    def _report(self, problems):
        """Raise for one application; tell line by line for several."""
        if not problems:
            return {"type": "ir.actions.act_window_close"}
        if len(self.application_ids) == 1:
            raise UserError(problems[0])
        done = len(self.application_ids) - len(problems)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning",
                "sticky": True,
                "title": self.env._(
                    "%(done)s done, %(left)s left", done=done, left=len(problems)
                ),
                "message": "\n".join(problems),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The decision on a candidate, and telling it: two moments."""

from odoo import fields, models
from odoo.exceptions import UserError

from ...tools.extension import Guard

DECIDED_STATES = ("accepted", "refused")


class HrInternshipApplication(models.Model):
    """Source: toolbox B3, *the decision is taken after the interview, told later*."""

    _inherit = "hr.internship.application"

    decided_on = fields.Datetime(copy=False, readonly=True)
    decided_by_id = fields.Many2one("res.users", copy=False, readonly=True)
    decision_kind = fields.Selection(
        [
            ("profile", "Education or profile does not fit"),
            ("subject", "Topic does not fit our work"),
            ("period", "Not possible in that period"),
            ("full", "No place or no mentor left"),
            ("motivation", "No match between intern, assignment and mentor"),
            ("incomplete", "No answer to our questions"),
            ("other", "Another reason"),
        ],
        string="Reason",
        copy=False,
        tracking=True,
    )
    decision_reason = fields.Text(
        string="In Words",
        copy=False,
        help="For colleagues; the candidate never sees it.",
    )
    told_on = fields.Datetime(string="Candidate Told On", copy=False, readonly=True)
    told_by_id = fields.Many2one("res.users", copy=False, readonly=True)
    told_channel = fields.Selection(
        [("mail", "By mail"), ("phone", "By phone")],
        string="Told",
        copy=False,
        readonly=True,
    )

    _to_tell_idx = models.Index(
        "(company_id, decided_on, id) INCLUDE (active, state) "
        "WHERE told_on IS NULL AND state IN ('accepted', 'refused')"
    )

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target in DECIDED_STATES:
            for application in self:
                guards[application.id] += application._interview_guards()
        if target == "review":
            for application in self.filtered("told_on"):
                guards[application.id].append(
                    Guard(
                        self.env._(
                            "The candidate was told the decision already: talk to the "
                            "candidate and enter a new application."
                        )
                    )
                )
        return guards

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if target in DECIDED_STATES:
            self.write(
                {
                    "decided_on": fields.Datetime.now(),
                    "decided_by_id": self.env.uid,
                }
            )
        elif source in DECIDED_STATES:
            self.write({"decided_on": False, "decided_by_id": False})
        return result

    def _record_told(self, channel, moment=None):
        """Record that these candidates know the decision.

        :param channel: ``mail`` or ``phone``
        :param moment: UTC datetime, now by default
        :raise UserError: there is no decision, or it was told already
        """
        for application in self:
            application._check_can_be_told()
        self.write(
            {
                "told_on": moment or fields.Datetime.now(),
                "told_by_id": self.env.uid,
                "told_channel": channel,
            }
        )

    def _check_can_be_told(self):
        self.ensure_one()
        if self.state not in DECIDED_STATES:
            raise UserError(
                self.env._(
                    "There is no decision on %(name)s yet: decide first.",
                    name=self.partner_name,
                )
            )
        if self.told_on:
            raise UserError(
                self.env._(
                    "%(name)s was told on %(day)s already.",
                    name=self.partner_name,
                    day=self.told_on.date(),
                )
            )

    def _get_outcome_template(self):
        self.ensure_one()
        name = "accepted" if self.state == "accepted" else "refused"
        return self.env.ref(f"stage_management.mail_template_application_{name}")

    def action_refuse(self):
        """Ask why these candidates are not selected."""
        return self._open_end_wizard("refused", self.env._("Don't select"))

    def action_withdraw(self):
        """Ask why these candidates withdraw."""
        return self._open_end_wizard("withdrawn", self.env._("Candidate withdraws"))

    def action_reconsider(self):
        """Take these candidates up again."""
        return self._transition("review")

    def action_tell(self):
        """Tell the candidate the decision, by mail or by phone."""
        self.ensure_one()
        self._check_can_be_told()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Tell the decision"),
            "res_model": "hr.internship.application.tell",
            "view_mode": "form",
            "target": "new",
            "context": {"default_application_id": self.id},
        }

    def _open_end_wizard(self, target, title):
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": "hr.internship.application.end",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_application_ids": self.ids,
                "default_target": target,
            },
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What of the follow-up is still to be done when an internship is closed."""

from odoo import models
from odoo.tools import format_date

from ...tools.extension import Guard


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target == "closed":
            # the superuser counts all, others what they may read: concerns and
            # incidents are not for everybody who sees the internship
            own_ids = {case._origin.id: case.id for case in self}
            for case_id, guard in (
                *self._concern_guards(),
                *self._incident_guards(),
                *self._evaluation_guards(),
            ):
                guards[own_ids[case_id]].append(guard)
        return guards

    def _search_of(self, model, domain):
        """Records of these internships that the user may read."""
        records = self.env[model]
        if not records.has_access("read"):
            return records
        return records.search([("internship_id", "in", self.ids), *domain])

    def _concern_guards(self):
        """A concern that nobody settled keeps the internship open."""
        concerns = self._search_of("hr.internship.concern", [("closed_on", "=", False)])
        return [
            (
                concern.internship_id.id,
                Guard(
                    self.env._(
                        "The concern of %(day)s is open: say how it ended and close "
                        "it.",
                        day=format_date(self.env, concern.raised_on),
                    ),
                    self.env._("coordinator"),
                ),
            )
            for concern in concerns
        ]

    def _incident_guards(self):
        """So does what the law asks after an incident."""
        incidents = self._search_of(
            "hr.internship.incident", [("next_due", "!=", False)]
        )
        return [
            (
                incident.internship_id.id,
                Guard(
                    self.env._(
                        "Not all is done about what happened on %(day)s: the next "
                        "deadline is %(due)s.",
                        day=format_date(self.env, incident.day),
                        due=format_date(self.env, incident.next_due),
                    ),
                    self.env._("coordinator"),
                ),
            )
            for incident in incidents
        ]

    def _evaluation_guards(self):
        """The school may do without an evaluation: a warning only."""
        evaluations = self._search_of(
            "hr.internship.evaluation", [("sent_on", "=", False)]
        )
        sentences = {
            "midterm": self.env._(
                "The school has not received the evaluation half-way."
            ),
            "final": self.env._(
                "The school has not received the evaluation at the end."
            ),
        }
        return [
            (
                evaluation.internship_id.id,
                Guard(
                    sentences[evaluation.moment], self.env._("mentor"), blocking=False
                ),
            )
            for evaluation in evaluations
        ]

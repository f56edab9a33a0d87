# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the calendar does to an internship."""

from odoo import api, fields, models

from ...tools.internship_states import RUNNING_STATES


class HrInternship(models.Model):
    _inherit = "hr.internship"

    @api.model
    def _cron_move_on(self):
        """Start and finish internships by their dates; idempotent.

        Also refreshes the term in force, which changes with the date alone.
        """
        today = fields.Date.context_today(self)
        running = self.search([("state", "in", RUNNING_STATES)])
        running._follow_terms()
        starting = running.filtered(
            lambda case: case.state == "ready" and case.date_start <= today
        )
        starting._filter_unblocked("ongoing")._transition("ongoing")
        ending = running.filtered(
            lambda case: case.state == "ongoing" and case.date_end < today
        )
        ending._transition("evaluation")

    def _filter_unblocked(self, target):
        """Those of these internships that no guard keeps from ``target``."""
        guards = self._get_guards(target)
        return self.filtered(
            lambda case: not any(guard.blocking for guard in guards[case.id])
        )

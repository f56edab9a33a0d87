# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Evaluations that are made by themselves, at the right moment."""

from odoo import api, fields, models

from ...tools.evaluation_states import evaluations_to_make

# moment → what remembers that it was made, so that one deleted stays away
MADE = {"midterm": "midterm_made_on", "final": "final_made_on"}


class HrInternship(models.Model):
    _inherit = "hr.internship"

    evaluation_ids = fields.One2many("hr.internship.evaluation", "internship_id")
    midterm_made_on = fields.Date(
        string="Evaluation Half-way Made On", copy=False, readonly=True
    )
    final_made_on = fields.Date(
        string="Evaluation at the End Made On", copy=False, readonly=True
    )

    @api.model
    def _cron_move_on(self):
        result = super()._cron_move_on()
        running = self.search(
            [
                ("state", "=", "ongoing"),
                ("type_id.evaluated", "!=", "no"),
                "|",
                ("midterm_made_on", "=", False),
                ("final_made_on", "=", False),
            ]
        )
        running._make_evaluations()
        return result

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if target == "evaluation":
            self._make_evaluations()
        return result

    def _make_evaluations(self):
        """Make the evaluations whose moment has come: in batch, and each once.

        One that somebody made by hand counts; one that was deleted is not made again.
        """
        today = fields.Date.context_today(self)
        # sudo: the state or the day makes them, whoever brought the state about
        cases = self.sudo()
        new, made = [], {}
        for case in cases:
            wanted = evaluations_to_make(
                case.type_id.evaluated, case.date_start, case.date_end, today
            )
            if case.state == "evaluation" and case.type_id.evaluated != "no":
                wanted = {"final"}
            wanted = {moment for moment in wanted if not case[MADE[moment]]}
            present = set(case.evaluation_ids.mapped("moment")) if wanted else set()
            new += [
                {"internship_id": case.id, "moment": moment}
                for moment in sorted(wanted - present)
            ]
            for moment in wanted:
                made.setdefault(moment, cases.browse())
                made[moment] |= case
        cases.env["hr.internship.evaluation"].create(new)
        for moment, internships in made.items():
            internships[MADE[moment]] = today

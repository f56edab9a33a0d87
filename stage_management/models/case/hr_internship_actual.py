# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How long an internship really lasted."""

from collections import defaultdict

from odoo import api, fields, models

from ...tools.working_time import Timetable


class HrInternship(models.Model):
    _inherit = "hr.internship"

    actual_days = fields.Float(compute="_compute_actual", store=True)
    actual_hours = fields.Float(compute="_compute_actual", store=True)

    @api.depends("term_ids.hours", "term_ids.days", "state", "ended_on")
    def _compute_actual(self):
        actual = self._get_actual_time()
        for internship in self:
            internship.actual_days, internship.actual_hours = actual[internship.id]

    def _get_actual_time(self):
        """Days and hours really done: ``{id: (days, hours)}``.

        What was planned, up to the last day of an internship that ended early.
        Subjects take off what they know, such as absences.
        """
        cut = self.filtered(lambda case: case._get_cut_day())
        timetables = cut._get_timetables()
        actual = {case.id: (case.planned_days, case.planned_hours) for case in self}
        for case in cut:
            start, last_day = case.date_start, case._get_cut_day()
            actual[case.id] = timetables[case.id].during(start, last_day)
        return actual

    def _get_cut_day(self):
        """The last day when it is not the planned one; nothing counts after it."""
        self.ensure_one()
        if self.state != "terminated" or not (self.date_start and self.ended_on):
            return False
        return self.ended_on < self.date_end and self.ended_on

    def _get_timetables(self):
        """Working time over the terms: ``{id: Timetable}``."""
        parts = defaultdict(list)
        for terms, work in self.term_ids._get_working_times():
            for term in terms:
                parts[term.internship_id.id].append(
                    (term.date_from, term.date_to, work)
                )
        return {case.id: Timetable(parts[case.id]) for case in self}

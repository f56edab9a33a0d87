# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Absences of an intern, and the hours that remain."""

from odoo import api, fields, models


class HrInternship(models.Model):
    _inherit = "hr.internship"

    absence_ids = fields.One2many("hr.internship.absence", "internship_id")
    absent_days = fields.Float(compute="_compute_absent", store=True)
    absent_hours = fields.Float(compute="_compute_absent", store=True)

    @api.depends("absence_ids.days", "absence_ids.hours")
    def _compute_absent(self):
        # sudo: a number of hours, for all who may read the internship
        for internship in self.sudo():
            absences = internship.absence_ids
            internship.absent_days = sum(absences.mapped("days"))
            internship.absent_hours = sum(absences.mapped("hours"))

    @api.depends("absent_hours", "absent_days")
    def _compute_actual(self):
        return super()._compute_actual()

    def _get_actual_time(self):
        """Less the absences; those after an early end count for nothing."""
        actual = super()._get_actual_time()
        cut = self.filtered(lambda case: case._get_cut_day() and case.absent_hours)
        timetables = cut._get_timetables()
        for case in self:
            days, hours = case.absent_days, case.absent_hours
            if case in cut:
                # sudo: as above
                parts = [
                    absence._measure(timetables[case.id], case._get_cut_day())
                    for absence in case.sudo().absence_ids
                ]
                days = sum(part[0] for part in parts)
                hours = sum(part[1] for part in parts)
            planned = actual[case.id]
            actual[case.id] = (
                max(round(planned[0] - days, 3), 0.0),
                max(round(planned[1] - hours, 6), 0.0),
            )
        return actual

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Has the mentor room for one intern more?"""

from odoo import api, fields, models

from ...tools.extension import Guard
from ...tools.internship_states import HOLDING_STATES

# A full mentor keeps an internship from these states; one that began goes on.
LIMITED_TARGETS = ("preparation", "ready")


class HrInternship(models.Model):
    _inherit = "hr.internship"

    mentor_load = fields.Char(
        string="Workload of the Mentor", compute="_compute_mentor_load"
    )
    is_mentor_full = fields.Boolean(compute="_compute_mentor_load")

    @api.depends("mentor_id", "date_start", "date_end")
    def _compute_mentor_load(self):
        Mentor = self.env["hr.internship.mentor"]
        for internship in self:
            period = (internship.date_start, internship.date_end)
            load = Mentor._describe_load(
                internship.mentor_id._origin, period, internship._origin
            )
            internship.mentor_load, internship.is_mentor_full = load

    def _capacity_guards(self):
        """Sentences on mentors who would have more interns than they have room for.

        Warnings, unless the company blocks; then only those who hold their place
        already are in the way.
        """
        self.ensure_one()
        guards = []
        for employee, period in self._get_mentor_periods():
            mentor = self.env["hr.internship.mentor"]._find(employee)
            if not mentor:
                continue
            Term = self.env["hr.internship.term"]
            args = (employee, period)
            planned = Term._get_busiest_terms(*args, without=self._origin)
            holding = Term._get_busiest_terms(*args, HOLDING_STATES, self._origin)
            is_full = len(holding[employee.id]) >= mentor.capacity
            if not is_full and len(planned[employee.id]) < mentor.capacity:
                continue
            blocks = is_full and self.company_id.internship_capacity_policy == "block"
            sentence = self._get_full_sentence(
                mentor, holding[employee.id] if blocks else planned[employee.id]
            )
            guards.append(
                Guard(sentence, self.env._("department"), blocking=bool(blocks))
            )
        return guards

    def _get_mentor_periods(self):
        """Which employee guides when: ``[(employee, (first day, last day)), …]``."""
        self.ensure_one()
        if len(self.term_ids) > 1:
            terms = self.term_ids.filtered(lambda t: t.date_from and t.date_to)
            pairs = [(t.mentor_id, (t.date_from, t.date_to)) for t in terms]
        else:
            pairs = [(self.mentor_id, (self.date_start, self.date_end))]
        return [
            (mentor._origin, period)
            for mentor, period in pairs
            if mentor and all(period)
        ]

    def _get_full_sentence(self, mentor, terms):
        """Why a mentor has no room, and what to do."""
        return self.env._(
            "%(mentor)s already guides %(count)s interns in this period and has room "
            "for %(capacity)s (%(names)s): choose another mentor or other dates.",
            mentor=mentor.employee_id.name,
            count=len(terms),
            capacity=mentor.capacity,
            names=", ".join(terms.internship_id.mapped("name")),
        )

    def _check_guards(self, target):
        if target in LIMITED_TARGETS:
            for internship in self.filtered(
                lambda case: case.company_id.internship_capacity_policy == "block"
            ):
                internship._hold_mentors(internship.term_ids.mentor_id)
        return super()._check_guards(target)

    def _hold_mentors(self, employees):
        """Let no other transaction give the last place with these mentors away.

        Writing the line of the register locks it until the end of the transaction; a
        second transaction waits for it, and starts again on what is true by then.

        :returns: their lines in the register
        """
        mentors = self.env["hr.internship.mentor"]._find(employees)
        mentors.booked_on = fields.Datetime.now()
        mentors.flush_recordset(["booked_on"])
        return mentors

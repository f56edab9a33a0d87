# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How many interns a mentor guides at the same time."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...tools.internship_states import HOLDING_STATES, LIVE_STATES
from ...tools.periods import busiest_day


class HrInternshipTerm(models.Model):
    _inherit = "hr.internship.term"

    @api.model
    def _get_busiest_terms(self, mentors, period, states=LIVE_STATES, without=None):
        """What each of these employees guides on the busiest day of ``period``.

        Drafts are planned, and hold no place yet: leave them out by ``states``.

        :param without: internships that don't count
        :returns: ``{employee id: terms that meet on that day}``
        """
        start, end = period
        # sudo: the workload over the whole organisation; callers tell numbers and
        # references only.
        terms = self.sudo().search(
            [
                ("mentor_id", "in", mentors.ids),
                ("internship_id", "not in", without.ids if without else []),
                ("internship_id.state", "in", states),
                ("date_from", "<=", end) if end else ("date_from", "!=", False),
                ("date_to", ">=", start) if start else ("date_to", "!=", False),
            ]
        )
        by_mentor = terms.grouped("mentor_id")
        found = {}
        for mentor in mentors:
            own = by_mentor.get(mentor, terms.browse())
            days = [(term.date_from, term.date_to) for term in own]
            _day, meeting = busiest_day(days, period)
            found[mentor.id] = terms.browse(own[index].id for index in meeting)
        return found

    @api.model_create_multi
    def create(self, vals_list):
        terms = super().create(vals_list)
        terms._check_capacity()
        return terms

    def write(self, vals):
        before = {
            term.id: (term.mentor_id, term.date_from, term.date_to) for term in self
        }
        result = super().write(vals)
        if {"mentor_id", "date_from", "date_to"} & set(vals):
            self.filtered(lambda t: t._asks_more_than(before[t.id]))._check_capacity()
        return result

    def _asks_more_than(self, before):
        """Whether the mentor is asked for days that ``before`` did not ask."""
        mentor, start, end = before
        if self.mentor_id != mentor or not (start and end):
            return True
        if not (self.date_from and self.date_to):
            return False
        return self.date_from < start or self.date_to > end

    def _check_capacity(self):
        """Refuse what a full mentor can't take, where the company says so.

        :raise UserError: naming the mentor, the limit and the way out
        """
        for term in self._filter_limited():
            case = term.internship_id
            mentor = case._hold_mentors(term.mentor_id)
            period = (term.date_from, term.date_to)
            busiest = self._get_busiest_terms(
                term.mentor_id, period, HOLDING_STATES, without=case
            )
            if mentor and len(busiest[term.mentor_id.id]) >= mentor.capacity:
                raise UserError(
                    case._get_full_sentence(mentor, busiest[term.mentor_id.id])
                )

    def _filter_limited(self):
        """Those of these terms that hold a place with a mentor whose limit blocks."""
        return self.filtered(
            lambda term: (
                term.mentor_id
                and term.date_from
                and term.date_to
                and term.internship_id.state in HOLDING_STATES
                and term.company_id.internship_capacity_policy == "block"
            )
        )

    def _format_period(self):
        """The days of the term as people write them."""
        self.ensure_one()
        return " – ".join(
            format_date(self.env, day) if day else "…"
            for day in (self.date_from, self.date_to)
        )

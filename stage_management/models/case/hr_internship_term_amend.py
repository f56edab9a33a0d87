# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Terms change from a day on; what was, stays."""

from odoo import models
from odoo.fields import Date


class HrInternshipTerm(models.Model):
    """Methods for all terms of one internship; each returns the terms that it made.

    Whoever calls them answers for it that the terms may change.
    """

    _inherit = "hr.internship.term"

    def _get_part_values(self):
        """What a part of this term keeps although it is not copied."""
        self.ensure_one()
        return {}

    def _split_at(self, day):
        """Let a term begin on ``day``; returns the terms from that day on."""
        case = self.internship_id
        for term in self:
            if term.date_from < day <= term.date_to:
                values = {
                    **term._get_part_values(),
                    "date_from": day,
                    "date_to": term.date_to,
                }
                term.write({"date_to": Date.subtract(day, days=1)})
                term.copy(values)
        return case.term_ids.filtered(lambda term: term.date_from >= day)

    def _amend_values(self, vals, day):
        """Let other values hold from ``day`` on."""
        terms = self._split_at(day)
        terms.write(vals)
        return terms

    def _amend_end(self, last_day):
        """Let the internship end on ``last_day``, later or sooner than it did."""
        last = self.sorted("date_to")[-1:]
        if last_day > last.date_to:
            following = Date.add(last.date_to, days=1)
            return last.copy(
                {"kind": "work", "date_from": following, "date_to": last_day}
            )
        kept = self.filtered(lambda term: term.date_from <= last_day)
        (self - kept).unlink()
        cut = kept.filtered(lambda term: term.date_to > last_day)
        cut.write({"date_to": last_day})
        return cut or kept.sorted("date_to")[-1:]

    def _amend_pause(self, first_day, last_day):
        """Let the internship pause, over as many of its terms as there are."""
        case = self.internship_id
        self._split_at(first_day)
        case.term_ids._split_at(Date.add(last_day, days=1))
        paused = case.term_ids.filtered(
            lambda term: first_day <= term.date_from and term.date_to <= last_day
        )
        paused.write({"kind": "suspension"})
        return paused

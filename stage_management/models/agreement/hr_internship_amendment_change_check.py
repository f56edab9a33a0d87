# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is wrong with one change, as sentences that say what to do."""

from odoo import models
from odoo.fields import Date
from odoo.tools import format_date

from ...tools.amendments import END_KINDS, NEEDS
from ...tools.internship_states import LIVE_STATES
from ...tools.periods import overlap


class HrInternshipAmendmentChange(models.Model):
    _inherit = "hr.internship.amendment.change"

    def _get_problems(self):
        """Why this change can't be agreed on like this."""
        self.ensure_one()
        missing = [name for name in NEEDS[self.kind] if not self[name]]
        if missing:
            labels = [self._fields[n]._description_string(self.env) for n in missing]
            kinds = dict(self._fields["kind"]._description_selection(self.env))
            return [
                self.env._(
                    "%(kind)s: fill in %(fields)s.",
                    kind=kinds[self.kind],
                    fields=", ".join(labels),
                )
            ]
        problems = getattr(self, f"_get_{self.kind}_problems", list)()
        if self.kind not in END_KINDS and self.kind != "suspend":
            problems += self._same_problems()
        return problems + self._full_sentences("block")

    def _get_extend_problems(self):
        case = self.internship_id
        if self.date_to <= case.date_end:
            return [
                self.env._(
                    "The internship ends on %(day)s already: choose a later day.",
                    day=format_date(self.env, case.date_end),
                )
            ]
        # sudo: an internship elsewhere in the organisation counts too; only its
        # reference is told
        others = case.sudo().search(
            [
                ("id", "!=", case.id),
                ("partner_id", "=", case.partner_id.id),
                ("state", "in", LIVE_STATES),
                ("date_start", "<=", self.date_to),
                ("date_end", ">", case.date_end),
            ]
        )
        return [
            self.env._(
                "The intern has another internship in the same period: %(name)s.",
                name=other.name,
            )
            for other in others
        ]

    def _get_shorten_problems(self):
        case, day = self.internship_id, self.agreement_id.effective_date
        if not case.date_start <= self.date_to <= case.date_end:
            return [
                self.env._(
                    "The last day lies outside the internship (%(start)s – %(end)s).",
                    start=format_date(self.env, case.date_start),
                    end=format_date(self.env, case.date_end),
                )
            ]
        if self.date_to < day:
            return [
                self.env._(
                    "The last day, %(day)s, lies before the effective date: choose an "
                    "earlier effective date.",
                    day=format_date(self.env, self.date_to),
                )
            ]
        if self.kind == "shorten" and self.date_to == case.date_end:
            return [
                self.env._(
                    "The internship ends on %(day)s already: choose an earlier day.",
                    day=format_date(self.env, case.date_end),
                )
            ]
        return []

    def _get_early_end_problems(self):
        if self.internship_id.state == "preparation":
            return [
                self.env._(
                    "The internship has not begun: cancel it instead of ending it."
                )
            ]
        return self._get_shorten_problems()

    def _get_suspend_problems(self):
        if self.date_to < self.date_from:
            return [self.env._("The suspension ends before it starts: check the days.")]
        case = self.internship_id
        moved = self.agreement_id.change_ids.filtered(lambda c: c.kind in END_KINDS)
        end = moved[:1].date_to or case.date_end
        if self.date_from < case.date_start or self.date_to > end:
            return [
                self.env._(
                    "The suspension lies outside the internship (%(start)s – %(end)s).",
                    start=format_date(self.env, case.date_start),
                    end=format_date(self.env, end),
                )
            ]
        others = (self.agreement_id.change_ids - self).filtered(
            lambda c: c.kind == "suspend" and c.date_from and c.date_to
        )
        paused = case.term_ids.filtered(lambda term: term.kind == "suspension")
        days = [(c.date_from, c.date_to) for c in (*others, *paused)]
        if any(overlap((self.date_from, self.date_to), period) for period in days):
            return [self.env._("The internship is suspended on some of these days.")]
        return []

    def _same_problems(self):
        """That nothing would change."""
        if self._get_new_record() != self.agreement_id._get_agreed_record(self.kind):
            return []
        return [
            self.env._(
                "“%(name)s” was agreed already from the effective date on: nothing "
                "changes.",
                name=self._get_new_record().display_name,
            )
        ]

    def _get_mentor_problems(self):
        return self._left_problems() + self._pair_problems("backup")

    def _get_backup_problems(self):
        return self._left_problems() + self._pair_problems("mentor")

    def _left_problems(self):
        # sudo: whether a colleague has left, and nothing else of the employee
        if self.employee_id.sudo().active:
            return []
        return [
            self.env._(
                "%(name)s has left: choose somebody else.", name=self.employee_id.name
            )
        ]

    def _pair_problems(self, other_kind):
        """Mentor and backup would be the same person."""
        others = self.agreement_id.change_ids.filtered(lambda c: c.kind == other_kind)
        day = self.agreement_id.effective_date
        terms = self.internship_id.term_ids.filtered(lambda term: term.date_to >= day)
        same = (
            others.employee_id
            if others
            else terms.mapped("backup_id" if other_kind == "backup" else "mentor_id")
        )
        if self.employee_id not in same:
            return []
        return [
            self.env._(
                "%(name)s would be mentor and backup at once: change the other one as "
                "well.",
                name=self.employee_id.name,
            )
        ]

    def _get_place_problems(self):
        # sudo: seats of a place of another department
        place = self.place_id.sudo()
        if place.seats_left > 0 and place.state not in ("closed", "rejected"):
            return []
        return [
            self.env._(
                "“%(place)s” has no seat left: choose another place.", place=place.name
            )
        ]

    def _get_warnings(self):
        """What may be agreed on all the same, but should be known."""
        self.ensure_one()
        sentences = self._full_sentences("warn")
        if self.kind == "early_end":
            case = self.internship_id
            sentences += [g.sentence for g in case._get_guards("terminated")[case.id]]
        return sentences

    def _full_sentences(self, policy):
        """That a mentor has no room, where the company's policy is ``policy``."""
        case, day = self.internship_id, self.agreement_id.effective_date
        is_blocking = case.company_id.internship_capacity_policy == "block"
        if is_blocking != (policy == "block"):
            return []
        employee, period = self.env["hr.employee"], (day, case.date_end)
        if self.kind == "mentor":
            employee = self.employee_id
        elif self.kind == "extend" and self.date_to and case.date_end:
            employee = case.term_ids.sorted("date_to")[-1:].mentor_id
            period = (Date.add(case.date_end, days=1), self.date_to)
        mentor = self.env["hr.internship.mentor"]._find(employee)
        if not mentor or not all(period):
            return []
        found = self.env["hr.internship.term"]._get_busiest_terms(
            employee, period, without=case
        )[employee.id]
        if len(found) < mentor.capacity:
            return []
        return [case._get_full_sentence(mentor, found)]

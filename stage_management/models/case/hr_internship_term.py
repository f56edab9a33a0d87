# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What holds during a part of an internship."""

from collections import defaultdict
from datetime import datetime, time

from pytz import timezone

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ...tools.internship_states import LIVE_STATES
from ...tools.periods import overlap, period_in_force
from ...tools.working_time import WorkDay, WorkingTime


class HrInternshipTerm(models.Model):
    """Dates, mentor, backup, department and working schedule, from–to.

    An internship starts with one term; each amendment adds one. Hours and days
    come from the working schedule with its public holidays.
    """

    _name = "hr.internship.term"
    _description = "Internship Term"
    _inherit = ["hr.mixin"]
    _order = "date_from, id"
    _check_company_auto = True

    internship_id = fields.Many2one(
        "hr.internship", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True
    )
    kind = fields.Selection(
        [("work", "Internship"), ("suspension", "Suspension")],
        required=True,
        default="work",
    )
    date_from = fields.Date(string="From")
    date_to = fields.Date(string="Until")
    mentor_id = fields.Many2one("hr.employee", index=True, ondelete="restrict")
    backup_id = fields.Many2one("hr.employee", index=True, ondelete="restrict")
    mentor_user_id = fields.Many2one(
        related="mentor_id.user_id",
        string="Mentor (User)",
        store=True,
        precompute=True,
        index="btree_not_null",
    )
    backup_user_id = fields.Many2one(
        related="backup_id.user_id",
        string="Backup (User)",
        store=True,
        precompute=True,
        index="btree_not_null",
    )
    department_id = fields.Many2one(
        "hr.department", index=True, ondelete="restrict", check_company=True
    )
    resource_calendar_id = fields.Many2one(
        "resource.calendar",
        string="Working Schedule",
        ondelete="restrict",
        default=lambda self: self.env.company.resource_calendar_id,
    )
    hours = fields.Float(compute="_compute_duration", store=True, precompute=True)
    days = fields.Float(compute="_compute_duration", store=True, precompute=True)

    _dates_check = models.Constraint(
        "CHECK(date_to IS NULL OR date_from IS NULL OR date_to >= date_from)",
        "The internship ends before it starts: check the dates.",
    )
    _backup_check = models.Constraint(
        "CHECK(mentor_id IS NULL OR backup_id IS NULL OR mentor_id != backup_id)",
        "Mentor and backup are the same person: choose another backup, who replaces "
        "the mentor during absences.",
    )
    _mentor_idx = models.Index("(mentor_id, date_from, date_to)")

    @api.depends("internship_id", "date_from", "date_to")
    def _compute_display_name(self):
        for term in self:
            period = f"{term.date_from or '…'} – {term.date_to or '…'}"
            term.display_name = f"{term.internship_id.name}: {period}"

    @api.depends("date_from", "date_to", "resource_calendar_id", "kind")
    def _compute_duration(self):
        """Days and hours of work in the terms, public holidays left out.

        What changes in the schedule itself comes by :meth:`_refresh_hours`.
        """
        self.update({"days": 0.0, "hours": 0.0})
        for terms, work in self._get_working_times():
            for term in terms:
                term.days, term.hours = work.between(term.date_from, term.date_to)

    def _get_working_times(self):
        """Yield ``(terms, WorkingTime)``, a few questions per working schedule."""
        counted = self.filtered(
            lambda term: term.date_from and term.date_to and term.kind == "work"
        )
        schedules = counted.grouped(lambda t: (t.resource_calendar_id, t.company_id))
        for (calendar, _company), terms in schedules.items():
            if calendar:
                yield terms, terms._get_working_time(calendar)

    def _get_working_time(self, calendar):
        """What the schedule holds from the first to the last day of these terms."""
        tz = timezone(calendar.tz or "UTC")
        first, last = min(self.mapped("date_from")), max(self.mapped("date_to"))
        start = tz.localize(datetime.combine(first, time.min))
        stop = tz.localize(datetime.combine(last, time.max))
        company = calendar.company_id or self.company_id[:1]
        # a day that is free for all of another company is no public holiday here
        free = [
            ("time_type", "=", "leave"),
            "|",
            ("calendar_id", "=", calendar.id),
            ("company_id", "in", (False, company.id)),
        ]
        # sudo: public holidays count for whoever enters the dates.
        calendar = calendar.sudo()
        work = defaultdict(lambda: WorkDay(0.0, 0.0))
        intervals = calendar._work_intervals_batch(start, stop, domain=free)[False]
        for interval in intervals:
            data = calendar._get_attendance_intervals_days_data([interval])
            morning = self._get_morning_share(calendar, interval[2])
            day = interval[0].date()
            work[day] = work[day].plus(data["days"], data["hours"], morning)
        return WorkingTime(dict(work))

    def _get_morning_share(self, calendar, attendance):
        """Which part of a line of the schedule is lost by an absence before noon."""
        if calendar.flexible_hours:
            return 0.5
        return {"morning": 1.0, "afternoon": 0.0}.get(attendance[:1].day_period, 0.5)

    @api.model
    def _find_counted_by(self, calendars, first=None, last=None):
        """Terms whose hours a change of schedules or of their free days changes.

        What is over keeps the hours that were certified.
        """
        domain = Domain("internship_id.state", "in", LIVE_STATES)
        if calendars:
            domain &= Domain("resource_calendar_id", "in", calendars.ids)
        if first and last:
            domain &= Domain("date_from", "<=", last) & Domain("date_to", ">=", first)
        # sudo: who keeps the schedules may not see the internships.
        return self.sudo().search(domain)

    def _refresh_hours(self):
        """Count the hours again, and all that follows from them."""
        for name in ("days", "hours"):
            self.env.add_to_compute(self._fields[name], self)
        self.modified(["days", "hours"])

    @api.constrains("internship_id", "date_from", "date_to")
    def _check_no_overlap(self):
        for term in self:
            others = term.internship_id.term_ids - term
            period = (term.date_from, term.date_to)
            if any(overlap(period, (o.date_from, o.date_to)) for o in others):
                raise ValidationError(
                    self.env._(
                        "Two terms of %(name)s share a day: let one end before the "
                        "next begins.",
                        name=term.internship_id.display_name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        terms = super().create(vals_list)
        terms._sync_contributors()
        return terms

    def write(self, vals):
        self._check_may_change()
        result = super().write(vals)
        if {"mentor_id", "backup_id"} & set(vals):
            self._sync_contributors()
        return result

    def _sync_contributors(self):
        (self.mentor_user_id | self.backup_user_id)._sync_contributors()

    def _get_change_blockers(self):
        """Why a term may not be changed by hand: ``{id: [sentence, …]}``.

        Extended by subjects that hold a term fast, such as a signed agreement.
        """
        return {term.id: [] for term in self}

    def _check_may_change(self):
        for sentences in self._get_change_blockers().values():
            if sentences:
                raise UserError("\n".join(sentences))

    def _in_force_on(self, day):
        """The term that tells how things are on ``day``, or no term."""
        if len(self) < 2:
            return self
        dated = self.filtered(lambda term: term.date_from and term.date_to)
        index = period_in_force([(t.date_from, t.date_to) for t in dated], day)
        return self[:1] if index is None else dated[index]

    def _set_single_period(self, date_from, date_to):
        """Move the only term; several terms change by an amendment only."""
        if len(self) > 1:
            raise UserError(
                self.env._(
                    "This internship has several terms: change the dates by an "
                    "amendment to the agreement."
                )
            )
        if self and (self.date_from, self.date_to) != (date_from, date_to):
            self.write({"date_from": date_from, "date_to": date_to})

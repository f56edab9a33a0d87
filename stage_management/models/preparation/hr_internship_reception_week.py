# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The first week of an intern: planned, checked, put in the calendars."""

from datetime import datetime, time, timedelta

from pytz import timezone

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...tools.first_week import ALL_READING, find_gaps

FIRST_DAYS = 5
# how far a part-time schedule is followed to find the first working days
DAYS_SEARCHED = 28


class HrInternshipReception(models.Model):
    _inherit = "hr.internship.reception"

    week_slot_ids = fields.One2many(
        "hr.internship.week.slot", "reception_id", string="First Week"
    )
    first_week_warning = fields.Text(compute="_compute_first_week_warning")

    @api.depends("week_slot_ids.date", "week_slot_ids.kind")
    def _compute_first_week_warning(self):
        for reception in self:
            slots = reception.week_slot_ids.filtered("date")
            gaps = find_gaps([(slot.date, slot.kind) for slot in slots])
            reception.first_week_warning = "\n".join(
                self._describe_gap(day, gap) for day, gap in gaps
            )

    @api.model
    def _describe_gap(self, day, gap):
        name = format_date(self.env, day, date_format="EEEE d MMMM")
        if gap == ALL_READING:
            return self.env._(
                "%(day)s: only reading. Add something to do or somebody to meet.",
                day=name,
            )
        return self.env._(
            "%(day)s: no moment for feedback and questions. Plan one.", day=name
        )

    def action_plan_first_week(self):
        """Fill the first week from the template of the type; what is there stays.

        :raise UserError: while the first day or the template is missing
        """
        self.ensure_one()
        template = self._find_week_template()
        days = self._get_first_working_days()
        planned = {(slot.date, slot.half) for slot in self.week_slot_ids}
        # sudo: people of the internship, whose names its readers know
        people = self.internship_id.sudo()
        employees = {
            "mentor": people.mentor_id.id,
            "backup": people.backup_id.id,
            "coordinator": people.coordinator_id.employee_id.id,
        }
        # the week is the intern's: it is written in that language
        lang = self.internship_id.lang or self.env.user.lang
        slots = template.with_context(lang=lang).slot_ids
        self.env["hr.internship.week.slot"].create(
            [
                {
                    "reception_id": self.id,
                    "date": days[slot.day - 1],
                    "half": slot.half,
                    "kind": slot.kind,
                    "name": slot.name,
                    "employee_id": employees.get(slot.person),
                    "room": people.desk,
                }
                for slot in slots
                if slot.day <= len(days)
                and (days[slot.day - 1], slot.half) not in planned
            ]
        )

    def _find_week_template(self):
        wanted_type = self.internship_id.type_id
        templates = self.env["hr.internship.week.template"].search(
            ["|", ("type_ids", "=", False), ("type_ids", "in", wanted_type.ids)]
        )
        template = templates.filtered("type_ids")[:1] or templates[:1]
        if not template:
            raise UserError(
                self.env._(
                    "There is no template of a first week for this type of internship: "
                    "add the half days by hand, or ask for a template."
                )
            )
        return template

    def _get_first_working_days(self):
        """The first days on which the intern works, five at most.

        :raise UserError: while the first day is not known
        """
        self.ensure_one()
        if not self.date_start:
            raise UserError(self.env._("Enter the first day of the internship first."))
        last = min(
            self.internship_id.date_end or self.date_start,
            self.date_start + timedelta(days=DAYS_SEARCHED),
        )
        # sudo: public holidays count for whoever plans the week
        calendar = self.internship_id.sudo().resource_calendar_id
        if not calendar:
            days = (last - self.date_start).days + 1
            found = [self.date_start + timedelta(days=index) for index in range(days)]
            return [day for day in found if day.weekday() < 5][:FIRST_DAYS]
        tz = timezone(calendar.tz or "UTC")
        start = tz.localize(datetime.combine(self.date_start, time.min))
        stop = tz.localize(datetime.combine(last, time.max))
        intervals = calendar._work_intervals_batch(start, stop)[False]
        return sorted({interval[0].date() for interval in intervals})[:FIRST_DAYS]

    def action_put_first_week_in_calendars(self):
        """Invite those who are named to their half days; again after a change."""
        self.ensure_one()
        self.check_access("write")
        for slot in self.week_slot_ids.filtered("employee_id.user_id"):
            vals = slot._get_event_vals()
            # sudo: the event of the half day, whoever made it first
            event = slot.sudo().event_id
            if event:
                event.write(vals)
            else:
                slot.sudo().event_id = self.env["calendar.event"].create(vals)

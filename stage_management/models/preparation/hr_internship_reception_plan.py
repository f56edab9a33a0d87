# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The half day of the reception in the calendars."""

from datetime import datetime, time, timedelta

from pytz import UTC, timezone

from odoo import models
from odoo.exceptions import UserError

HALF_DAY = 3.5
WELCOME = 0.5


class HrInternshipReception(models.Model):
    _inherit = "hr.internship.reception"

    def action_plan(self):
        """Reserve half a day with the coordinator, and the welcome by the mentor.

        Those who arrive on the same day and in the same building at the same
        coordinator's are received together. Planning again moves what is there.

        :raise UserError: for an internship without first day or coordinator
        """
        self.check_access("write")
        for reception in self:
            if not (reception.date_start and reception.received_by_id):
                raise UserError(
                    self.env._(
                        "%(name)s: enter the first day and who receives the intern.",
                        name=reception.internship_id.display_name,
                    )
                )
        groups = self.grouped(
            lambda reception: (
                reception.received_by_id,
                reception.date_start,
                reception.site_id,
            )
        )
        for receptions in groups.values():
            receptions._plan_together()

    def _get_companions(self):
        """Those who arrive at the same time and place, these included."""
        first = self[0]
        return self | self.search(
            [
                ("received_by_id", "=", first.received_by_id.id),
                ("date_start", "=", first.date_start),
                ("internship_id.site_id", "=", first.site_id.id),
                ("event_id", "!=", False),
            ]
        )

    def _plan_together(self):
        companions = self._get_companions()
        host = self[0].received_by_id.partner_id
        start = min(companions.mapped("arrival_hour"))
        names = ", ".join(companions.mapped("partner_name"))
        vals = self._get_event_vals(
            self.env._("Reception of %(interns)s", interns=names),
            start, start + HALF_DAY, host,
        )  # fmt: skip
        # sudo: the appointment belongs to the receptions, whoever planned it first
        records = companions.sudo()
        stale = records.event_id[1:]
        event = records.event_id[:1]
        if event:
            event.write(vals)
        else:
            event = self.env["calendar.event"].create(vals)
        records.event_id = event
        stale.unlink()
        for reception in records:
            reception._plan_welcome(host, start + HALF_DAY - WELCOME)

    def _plan_welcome(self, host, hour):
        """The mentor comes to fetch the intern at the end of the half day."""
        mentor = self._get_mentor_of_the_day().user_id.partner_id
        vals = self._get_event_vals(
            self.env._("Welcome of %(intern)s", intern=self.partner_name),
            hour, hour + WELCOME, host | mentor,
        )  # fmt: skip
        if self.welcome_event_id:
            self.welcome_event_id.write(vals)
        else:
            self.welcome_event_id = self.env["calendar.event"].create(vals)

    def _get_event_vals(self, name, start_hour, stop_hour, partners):
        first = self[0]
        tz = timezone(first.received_by_id.tz or self.env.user.tz or "Europe/Brussels")
        midnight = datetime.combine(first.date_start, time.min)
        start, stop = (
            tz.localize(midnight + timedelta(hours=hour))
            .astimezone(UTC)
            .replace(tzinfo=None)
            for hour in (start_hour, stop_hour)
        )
        return {
            "name": name,
            "start": start,
            "stop": stop,
            "location": first.site_id.name or False,
            "user_id": first.received_by_id.id,
            "partner_ids": [(6, 0, partners.ids)],
        }

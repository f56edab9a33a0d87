# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The appointment of an interview: calendar of colleagues, mails to the candidate.

Colleagues have a private event with a neutral title in their calendar; the candidate
is no attendee, so that nobody's address or telephone number is given away: the
candidate gets a mail from the mailbox with a calendar file of our own.
"""

from odoo import api, fields, models
from odoo.tools import format_datetime

from ...tools.ics import calendar_file


class HrInternshipInterview(models.Model):
    _inherit = "hr.internship.interview"

    event_id = fields.Many2one(
        "calendar.event",
        string="Appointment",
        ondelete="set null",
        index="btree_not_null",
        copy=False,
        readonly=True,
    )
    start = fields.Datetime(compute="_compute_period", store=True, string="From")
    stop = fields.Datetime(compute="_compute_period", store=True, string="Until")
    location = fields.Char(related="event_id.location")
    videocall_location = fields.Char(
        related="event_id.videocall_location", string="Video Call"
    )
    notice_count = fields.Integer(
        copy=False, readonly=True, help="Mails about the appointment sent so far."
    )

    _order_idx = models.Index("(start DESC, id DESC)")

    @api.depends("event_id.start", "event_id.stop")
    def _compute_period(self):
        """Keeps the last moment known when the appointment is deleted."""
        for interview in self:
            interview.start = interview.event_id.start or interview.start
            interview.stop = interview.event_id.stop or interview.stop

    def _is_to_come(self):
        """Whether the interview is still going on or yet to begin."""
        self.ensure_one()
        return bool(self.stop and self.stop > fields.Datetime.now())

    def _format_moment(self, lang=None):
        """The beginning in words, in the time zone of the organisation."""
        self.ensure_one()
        return format_datetime(
            self.env,
            self.start,
            tz=self._get_tz(),
            dt_format="EEEE d MMMM y, HH:mm",
            lang_code=lang or self.env.user.lang,
        )

    def _get_tz(self):
        # sudo: the time zone of the company's working schedule
        return self.sudo().company_id.resource_calendar_id.tz or "Europe/Brussels"

    def _get_colleagues(self):
        """Contacts of coordinator and mentor; one seat when it is one person."""
        self.ensure_one()
        # sudo: only whom to invite; employees are read by HR officers alone
        mentor = self.sudo().mentor_id
        return self.coordinator_id.partner_id | (
            mentor.user_id.partner_id or mentor.work_contact_id
        )

    def _get_appointment(self):
        """What a candidate has to know about the appointment, to compare it."""
        self.ensure_one()
        return (self.start, self.stop, self.location, self.videocall_location)

    def _appoint(self, start, stop, **place):
        """Put the interview in the calendars of colleagues, or move it.

        :param place: ``location`` and ``videocall_location``
        """
        self.ensure_one()
        values = {
            "start": start,
            "stop": stop,
            "partner_ids": [(6, 0, self._get_colleagues().ids)],
            **place,
        }
        # sudo: the appointment follows from the interview, which the user may write;
        # private events are writable by attendees only
        if self.event_id:
            self.event_id.sudo().write(values)
            return
        self.event_id = (
            self.env["calendar.event"]
            .sudo()
            .with_context(skip_contact_description=True)
            .create(
                {
                    "name": self.env._("Interview"),
                    "privacy": "private",
                    "user_id": self.coordinator_id.id,
                    **values,
                }
            )
        )

    def _notify_candidate(self, kind):
        """Mail the candidate about the appointment: planned, moved or cancelled."""
        for interview in self:
            application = interview.application_id
            if not (interview.start and application._get_correspondent()):
                continue
            interview.notice_count += 1
            template = self.env.ref(f"stage_management.mail_template_interview_{kind}")
            application._mail_candidate(
                template,
                attachments=[
                    ("interview.ics", interview._get_calendar_file(kind == "cancelled"))
                ],
            )

    def _get_calendar_file(self, cancelled):
        self.ensure_one()
        company = self.sudo().company_id  # sudo: the name of the organisation
        organisation = self.with_context(lang=self.application_id.lang)
        alias = company.internship_alias_id
        return calendar_file(
            f"internship-interview-{self.id}@{alias.alias_domain or 'localhost'}",
            self.start,
            self.stop,
            organisation.env._("Interview: internship at %s", company.name),
            location=self.location or "",
            url=self.videocall_location or "",
            organizer=alias.alias_full_name or "",
            sequence=self.notice_count,
            cancelled=cancelled,
        )

    def action_replan(self):
        """Choose another moment."""
        return self.application_id.action_plan_interview()

    def action_cancel(self):
        """Cancel the interview; candidate and colleagues are told."""
        to_come = self.filtered(lambda interview: interview._is_to_come())
        self._transition("cancelled")
        to_come._notify_candidate("cancelled")

    def _after_transition(self, source, target):
        if target == "cancelled":
            self._release_calendar()
        return super()._after_transition(source, target)

    def _close_with_application(self):
        """Close planned interviews of a candidate who needs none any more.

        What is past was held; what was to come is cancelled without a mail to the
        candidate, who withdrew or is told the outcome apart.
        """
        past = self.filtered(lambda i: i.start and not i._is_to_come())
        past._transition("held")
        (self - past)._transition("cancelled")

    def _release_calendar(self):
        """Take cancelled interviews out of the calendars, and tell the colleagues."""
        for interview in self.filtered("event_id"):
            if interview._is_to_come():
                interview._tell_colleagues_cancelled()
            # sudo: see _appoint
            event = interview.event_id.sudo()
            interview.sudo().event_id = False
            event.unlink()

    def _tell_colleagues_cancelled(self):
        self.ensure_one()
        others = self._get_colleagues() - self.env.user.partner_id
        self.application_id.message_notify(
            partner_ids=others.ids,
            subject=self.env._("Interview cancelled"),
            body=self.env._(
                "The interview with %(candidate)s on %(moment)s is cancelled.",
                candidate=self.partner_name,
                moment=self._format_moment(),
            ),
        )

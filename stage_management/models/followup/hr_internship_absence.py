# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Days on which an intern is not there."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL, format_date

from ...tools.half_days import HALVES, half_days, share_half_day

ABSENCE_KINDS = [
    ("lessons", "Lessons at school"),
    ("exam", "Exam"),
    ("leave", "Leave"),
    ("illness", "Illness"),
    ("accident", "Accident"),
    ("other", "Other, unexpected"),
]
UNEXPECTED_KINDS = ("illness", "accident", "other")


class HrInternshipAbsence(models.Model):
    """An absence of an intern, planned or unexpected, by half days.

    Its hours are those that the schedule of the days holds: nothing on a weekend, a
    public holiday or a day on which the intern does not work.
    """

    _name = "hr.internship.absence"
    _description = "Absence of an Intern"
    _inherit = ["hr.internship.followup.mixin"]
    _order = "date_from desc, id desc"

    kind = fields.Selection(ABSENCE_KINDS, required=True)
    is_planned = fields.Boolean(string="Planned", compute="_compute_is_planned")
    date_from = fields.Date(
        string="First Day", required=True, default=fields.Date.context_today
    )
    half_from = fields.Selection(
        HALVES, string="From", required=True, default="morning"
    )
    date_to = fields.Date(
        string="Last Day", required=True, default=fields.Date.context_today
    )
    half_to = fields.Selection(
        HALVES, string="Until", required=True, default="afternoon"
    )
    days = fields.Float(compute="_compute_duration", store=True)
    hours = fields.Float(compute="_compute_duration", store=True)
    reason = fields.Char(help="Nothing medical: what colleagues and school need.")
    certificate_on = fields.Date(string="Certificate Received On")
    reported_by = fields.Selection(
        [
            ("intern", "The intern"),
            ("school", "The school"),
            ("mentor", "The mentor"),
            ("coordinator", "The coordinator"),
        ],
        required=True,
        default="intern",
    )
    reported_on = fields.Date(required=True, default=fields.Date.context_today)
    told_school_on = fields.Date(string="School Told On", copy=False)

    _order_idx = models.Index("(date_from DESC, id DESC)")
    _untold_idx = models.Index(
        "(date_from, internship_id) WHERE told_school_on IS NULL"
    )

    @api.depends("date_from", "date_to", "partner_name")
    def _compute_display_name(self):
        for absence in self:
            days = [
                format_date(self.env, day)
                for day in (absence.date_from, absence.date_to)
                if day
            ]
            # sudo: who may read the absence may know whose it is
            intern = absence.sudo().partner_name or ""
            absence.display_name = f"{intern}: {' – '.join(dict.fromkeys(days))}"

    @api.depends("kind")
    def _compute_is_planned(self):
        for absence in self:
            absence.is_planned = absence.kind not in UNEXPECTED_KINDS

    @api.depends(
        "date_from", "date_to", "half_from", "half_to", "internship_id.term_ids.hours",
        "internship_id.term_ids.date_from", "internship_id.term_ids.date_to",
        "internship_id.term_ids.resource_calendar_id",
    )  # fmt: skip
    def _compute_duration(self):
        timetables = self.internship_id._origin._get_timetables()
        for absence in self:
            timetable = timetables.get(absence.internship_id._origin.id)
            if not (timetable and absence.date_from and absence.date_to):
                absence.days = absence.hours = 0.0
                continue
            absence.days, absence.hours = absence._measure(timetable)

    def _measure(self, timetable, last_day=None):
        """Days and hours of work that fall out, up to ``last_day`` when given."""
        self.ensure_one()
        end = min(self.date_to, last_day or self.date_to)
        if end < self.date_from:
            return 0.0, 0.0
        until_noon = self.half_to == "morning" and end == self.date_to
        from_noon = self.half_from == "afternoon"
        return timetable.during(self.date_from, end, from_noon, until_noon)

    def _is_within(self, start, end):
        return bool(start and end) and start <= self.date_from <= self.date_to <= end

    def _half_days(self):
        return half_days(self.date_from, self.half_from, self.date_to, self.half_to)

    @api.constrains("date_from", "date_to", "half_from", "half_to", "internship_id")
    def _check_period(self):
        for absence in self:
            first, last = absence._half_days()
            if last < first:
                raise ValidationError(
                    self.env._("The absence ends before it starts: check the days.")
                )
            case = absence.internship_id
            if not absence._is_within(case.date_start, case.date_end):
                raise ValidationError(
                    self.env._(
                        "The absence lies outside the internship of %(intern)s "
                        "(%(start)s – %(end)s): check the days.",
                        # sudo: who enters the absence knows the intern
                        intern=case.sudo().partner_name,
                        start=format_date(self.env, case.date_start) or "…",
                        end=format_date(self.env, case.date_end) or "…",
                    )
                )
        self._check_overlap()

    def _hold_internships(self):
        """Let nobody else enter absences of the same interns at the same time.

        Writing the row of the internship locks it until the end of the transaction; a
        second transaction waits for it, and starts again on what is true by then.
        """
        ids = tuple(sorted(self.internship_id.ids))
        if ids:
            self.env.flush_all()
            self.env.cr.execute(
                SQL(
                    "UPDATE hr_internship SET write_date = write_date WHERE id IN %s",
                    ids,
                )
            )

    def _check_overlap(self):
        self._hold_internships()
        # sudo: other absences of the same intern, whoever enters this one
        found = self.sudo().search([("internship_id", "in", self.internship_id.ids)])
        by_case = found.grouped("internship_id")
        for absence in self:
            for other in by_case[absence.internship_id] - absence:
                if share_half_day(absence._half_days(), other._half_days()):
                    raise ValidationError(
                        self.env._(
                            "This absence is known in part already (%(name)s): change "
                            "the days of that one.",
                            name=other.display_name,
                        )
                    )

    @api.constrains("reported_on", "told_school_on", "certificate_on")
    def _check_past(self):
        self._check_not_later(["reported_on", "told_school_on", "certificate_on"])

    @api.model
    def _portal_readable_fields(self):
        # not the kind and not the reason: the school reads these as well
        return super()._portal_readable_fields() | {
            "date_from",
            "date_to",
            "half_from",
            "half_to",
            "days",
            "hours",
            "told_school_on",
        }

    def action_tell_school(self):
        """Mail the school's supervisor that the intern is absent, and date it."""
        for absence in self:
            supervisor = absence.internship_id.supervisor_id
            if absence.told_school_on:
                raise UserError(
                    self.env._(
                        "The school was told on %(day)s already.",
                        day=format_date(self.env, absence.told_school_on),
                    )
                )
            if not supervisor.email:
                raise UserError(
                    self.env._(
                        "The school's supervisor has no e-mail address: call the "
                        "school and enter the date by hand."
                    )
                )
        template = self.env.ref("stage_management.mail_template_absence_school")
        template.send_mail_batch(self.ids)
        self.write({"told_school_on": fields.Date.context_today(self)})
        self.env["mail.mail"]._send_queue_soon()
        return True

    def _format_hours(self):
        """For the mail: hours and minutes, as 7:36."""
        minutes = round(self.hours * 60)
        return f"{minutes // 60}:{minutes % 60:02d}"

    @api.model
    @api.private
    def _report_absence(self, internship, values):
        """The intern tells of an absence: dates, halves, kind and reason.

        For the pages of the portal; the mentor finds it among the to-dos.
        """
        self._check_is_intern(internship)
        names = ("kind", "date_from", "date_to", "half_from", "half_to", "reason")
        told = {name: values[name] for name in names if values.get(name)}
        # sudo: an intern writes no records; only what is named here is taken over
        return self.sudo().create(
            {**told, "internship_id": internship.id, "reported_by": "intern"}
        )

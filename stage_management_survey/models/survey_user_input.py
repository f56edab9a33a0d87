# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What one person is asked, and answers, about one internship."""

import logging
from datetime import datetime, time, timedelta

from pytz import UTC, timezone

from odoo import api, fields, models
from odoo.exceptions import UserError

_logger = logging.getLogger(__name__)

# As what a person is asked; by the tools of the surveys, of which it stays the copy
# when a survey changes.
INTERNSHIP_PURPOSES = [
    ("satisfaction_intern", "Intern"),
    ("satisfaction_mentor", "Mentor"),
]
# Days that people have to answer.
ANSWER_DAYS = 30


class SurveyUserInput(models.Model):
    _inherit = "survey.user_input"

    internship_id = fields.Many2one(
        "hr.internship", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    internship_purpose = fields.Selection(
        INTERNSHIP_PURPOSES, string="Asked As", readonly=True
    )
    internship_sent_on = fields.Datetime(
        string="Sent On",
        readonly=True,
        copy=False,
        help="Empty while no mail went out.",
    )
    internship_reminded_on = fields.Datetime(
        string="Last Reminded On", readonly=True, copy=False
    )
    internship_score = fields.Float(
        string="Average Mark",
        compute="_compute_internship_score",
        digits=(4, 2),
        help="Average of the marks from 0 to 10 that were given; questions that were "
        "left out don't count.",
    )
    internship_score_count = fields.Integer(
        string="Marks Given", compute="_compute_internship_score"
    )

    @api.depends("state", "user_input_line_ids.value_scale")
    def _compute_internship_score(self):
        Line = self.env["survey.user_input.line"]
        figures = {
            answer.id: (average, count)
            for answer, average, count in Line._read_group(
                Line._get_figure_domain()
                & fields.Domain("user_input_id", "in", self.ids),
                ["user_input_id"],
                ["value_scale:avg", "__count"],
            )
        }
        for answer in self:
            average, count = figures.get(answer.id, (0.0, 0))
            answer.internship_score = average
            answer.internship_score_count = count

    @api.model
    def _get_internship_deadline(self, internship):
        """The end of the last day to answer, where the internship takes place."""
        tz = timezone(internship.resource_calendar_id.tz or self.env.user.tz or "UTC")
        last_day = datetime.now(tz).date() + timedelta(days=ANSWER_DAYS)
        local = tz.localize(datetime.combine(last_day, time(23, 59, 59)))
        return local.astimezone(UTC).replace(tzinfo=None)

    def _get_deadline_day(self):
        """The last day to answer, as people there call it; for mails."""
        self.ensure_one()
        tz = timezone(
            self.internship_id.resource_calendar_id.tz or self.env.user.tz or "UTC"
        )
        return self.deadline and UTC.localize(self.deadline).astimezone(tz).date()

    def _get_answer_path(self):
        """Where the person answers, on whatever host the person is."""
        self.ensure_one()
        survey = self.survey_id
        return f"/survey/start/{survey.access_token}?answer_token={self.access_token}"

    @api.model
    def _get_open_domain(self):
        """Which answers may still be given."""
        return fields.Domain(
            [
                ("internship_id", "!=", False),
                ("state", "!=", "done"),
                ("test_entry", "=", False),
                ("survey_id.active", "=", True),
            ]
        ) & (
            fields.Domain("deadline", "=", False)
            | fields.Domain("deadline", ">", fields.Datetime.now())
        )

    def _notify_new_participation_subscribers(self):
        # Who answers about an internship is no news for the survey's followers.
        others = self.filtered(lambda answer: not answer.internship_id)
        return super(SurveyUserInput, others)._notify_new_participation_subscribers()

    def _mail_get_companies(self, default=False):
        # The letterhead is that of the company of the internship.
        companies = super()._mail_get_companies(default=default)
        for answer in self:
            # sudo: the company alone, for whoever sends
            companies[answer.id] = (
                answer.sudo().internship_id.company_id or companies[answer.id]
            )
        return companies

    def _send_invitations(self):
        """Mail each person the own link; return those to whom a mail went out.

        A template that somebody broke stops no internship: it is logged, and those
        answers are not among the returned ones.
        """
        sent = self.browse()
        for purpose, answers in self.grouped("internship_purpose").items():
            try:
                with self.env.cr.savepoint():
                    sent |= answers._send_internship_mail(f"mail_template_{purpose}")
            except UserError:
                _logger.exception("The invitation to %s was not sent", purpose)
        sent.internship_sent_on = fields.Datetime.now()
        return sent

    def _get_unsent_reason(self):
        """Why this person got no mail, as a sentence for the coordinator."""
        self.ensure_one()
        if not self.partner_id.email_normalized:
            return self.env._(
                "%(name)s was not asked by mail: there is no valid e-mail address. "
                "Add it and send the survey.",
                name=self.partner_id.name,
            )
        return self.env._(
            "The mail to %(name)s could not be made: check the e-mail template and "
            "send the survey.",
            name=self.partner_id.name,
        )

    def _send_reminders(self):
        """Remind each person; return those to whom a mail went out."""
        sent = self._send_internship_mail("mail_template_reminder")
        sent.internship_reminded_on = fields.Datetime.now()
        return sent

    def _send_internship_mail(self, template):
        """Queue one mail per person in the person's language."""
        reachable = self.filtered("partner_id.email_normalized")
        if reachable:
            # sudo: the template is ours and is filled in for these answers only.
            mail_template = self.env.ref(f"stage_management_survey.{template}").sudo()
            mail_template.send_mail_batch(reachable.ids)
            self.env["mail.mail"]._send_queue_soon()
        return reachable

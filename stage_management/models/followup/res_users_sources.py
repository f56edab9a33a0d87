# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which records of the follow-up become to-dos, of whom and when."""

from odoo import models

from ...tools.todo_sources import ENTERED_STATES, TodoSource

ABSENCE_URL = "/odoo/intern-absences/%s"
CONCERN_URL = "/odoo/internship-concerns/%s"
DUTY_URL = "/odoo/internship-duties/%s"
EVALUATION_URL = "/odoo/internship-evaluations/%s"
INCIDENT_URL = "/odoo/internship-incidents/%s"
# kind, deadline, and whether it is still to be met
INCIDENT_DUTIES = (
    ("incident_school", "school_due", "record.told_school_on IS NULL"),
    ("incident_declare", "declaration_due", "record.declared_on IS NULL"),
    ("incident_notify", "notice_due", "record.notified_on IS NULL"),
    ("incident_report", "report_due", "record.reported_on IS NULL"),
)


class ResUsers(models.Model):
    _inherit = "res.users"

    def _get_todo_sources(self):
        return [
            *super()._get_todo_sources(),
            *self._absence_sources(),
            *self._concern_sources(),
            *self._incident_sources(),
            *self._guidance_sources(),
            *self._duty_sources(),
            *self._school_sources(),
        ]

    def _absence_sources(self):
        return [
            TodoSource(
                kind="tell_school",
                model="hr.internship.absence",
                due="date_from",
                role="mentor",
                label=self.env._("Tell the school that %(intern)s is absent (%(day)s)"),
                url=ABSENCE_URL,
                condition="record.told_school_on IS NULL"
                " AND record.kind IN ('illness', 'accident', 'other')",
            ),
        ]

    def _concern_sources(self):
        """The first talk is the coordinator's; what is agreed is for both."""
        talk = TodoSource(
            kind="concern_talk",
            model="hr.internship.concern",
            due="raised_on",
            role="coordinator",
            label=self.env._("Talk about the concern with %(intern)s (%(day)s)"),
            url=CONCERN_URL,
            condition="record.talked_on IS NULL AND record.closed_on IS NULL",
            states=ENTERED_STATES,
        )
        label = self.env._("See with %(intern)s what was agreed until %(day)s")
        return [
            talk,
            *(
                TodoSource(
                    kind="concern_improvement",
                    model="hr.internship.concern",
                    due="improvement_until",
                    role=role,
                    label=label,
                    url=CONCERN_URL,
                    condition="record.closed_on IS NULL",
                    days_before=3,
                )
                for role in ("mentor", "coordinator")
            ),
        ]

    def _incident_labels(self):
        """What each duty by law says among the to-dos."""
        return {
            "incident_school": self.env._(
                "Tell the school what happened to %(intern)s by %(day)s"
            ),
            "incident_declare": self.env._(
                "Have the accident of %(intern)s declared by %(day)s"
            ),
            "incident_notify": self.env._(
                "Notify the inspectorate of the accident of %(intern)s by %(day)s"
            ),
            "incident_report": self.env._(
                "Send the report on the accident of %(intern)s by %(day)s"
            ),
        }

    def _incident_sources(self):
        """Duties by law: they come back until they are done."""
        labels = self._incident_labels()
        return [
            TodoSource(
                kind=kind,
                model="hr.internship.incident",
                due=due,
                role="coordinator",
                label=labels[kind],
                url=INCIDENT_URL,
                condition=condition,
                days_before=10,
                is_legal=True,
                states=ENTERED_STATES,
            )
            for kind, due, condition in INCIDENT_DUTIES
        ]

    def _guidance_sources(self):
        """Projects and feedback of the mentor, visits of the coordinator."""
        return [
            TodoSource(
                kind="project",
                model="hr.internship.project",
                due="deadline",
                role="mentor",
                label=self.env._("See the project of %(intern)s, due on %(day)s"),
                url="/odoo/internship-projects/%s",
                condition="record.state IN ('planned', 'running')",
                days_before=7,
            ),
            TodoSource(
                kind="feedback",
                model="hr.internship.feedback",
                due="follow_up_on",
                role="mentor",
                label=self.env._("Look again at what you agreed with %(intern)s"),
                url="/odoo/internship-feedback/%s",
                condition="record.followed_up_on IS NULL",
            ),
            TodoSource(
                kind="visit",
                model="hr.internship",
                due="visit_due",
                role="coordinator",
                label=self.env._("Visit %(intern)s, not seen for long (%(day)s)"),
                url="/odoo/internships/%s",
                condition="record.state = 'ongoing'",
                days_before=-1,
                case="id",
                states=ENTERED_STATES,
            ),
        ]

    def _duty_sources(self):
        """What the school waits for, of whoever is responsible."""
        label = self.env._("Give the school what it waits for: %(intern)s, by %(day)s")
        return [
            TodoSource(
                kind="duty",
                model="hr.internship.duty",
                due="due",
                role=role,
                label=label,
                url=DUTY_URL,
                condition=condition,
                days_before=7,
            )
            for role, condition in (
                (
                    "mentor",
                    "record.done_on IS NULL AND record.responsible = 'mentor'",
                ),
                (
                    "coordinator",
                    "record.done_on IS NULL AND record.responsible = 'coordinator'",
                ),
            )
        ]

    def _school_sources(self):
        """Evaluations and a checked report."""
        return [
            TodoSource(
                kind="evaluation",
                model="hr.internship.evaluation",
                due="due",
                role="mentor",
                label=self.env._("Evaluate %(intern)s, to the school by %(day)s"),
                url=EVALUATION_URL,
                condition="record.sent_on IS NULL",
                days_before=14,
            ),
            TodoSource(
                kind="evaluation_late",
                model="hr.internship.evaluation",
                due="due",
                role="coordinator",
                label=self.env._("The school waits for the evaluation of %(intern)s"),
                url=EVALUATION_URL,
                condition="record.sent_on IS NULL",
                days_before=-1,
            ),
            TodoSource(
                kind="thesis",
                model="hr.internship.thesis",
                due="handed_in_by",
                role="mentor",
                label=self.env._("Check the report of %(intern)s by %(day)s"),
                url="/odoo/internship-theses/%s",
                condition="record.checked_on IS NULL",
                days_before=7,
            ),
        ]

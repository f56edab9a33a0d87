# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which records of the follow-up become to-dos, of whom and when."""

from odoo import models

from ...tools.followup_todos import TodoSource

ABSENCE_URL = "/odoo/intern-absences/%s"
CONCERN_URL = "/odoo/internship-concerns/%s"
INCIDENT_URL = "/odoo/internship-incidents/%s"


class ResUsers(models.Model):
    _inherit = "res.users"

    def _get_followup_sources(self):
        return [
            *super()._get_followup_sources(),
            *self._absence_sources(),
            *self._concern_sources(),
            *self._incident_sources(),
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
                domain=(
                    ("told_school_on", "=", False),
                    ("kind", "in", ("illness", "accident", "other")),
                ),
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
            domain=(("talked_on", "=", False), ("closed_on", "=", False)),
            is_running=False,
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
                    domain=(("closed_on", "=", False),),
                    days_before=3,
                )
                for role in ("mentor", "coordinator")
            ),
        ]

    def _incident_duties(self):
        """Kind, deadline, date when done and label of each duty by law."""
        return (
            (
                "incident_school",
                "school_due",
                "told_school_on",
                self.env._("Tell the school what happened to %(intern)s by %(day)s"),
            ),
            (
                "incident_declare",
                "declaration_due",
                "declared_on",
                self.env._("Have the accident of %(intern)s declared by %(day)s"),
            ),
            (
                "incident_notify",
                "notice_due",
                "notified_on",
                self.env._(
                    "Notify the inspectorate of the accident of %(intern)s by %(day)s"
                ),
            ),
            (
                "incident_report",
                "report_due",
                "reported_on",
                self.env._("Send the report on the accident of %(intern)s by %(day)s"),
            ),
        )

    def _incident_sources(self):
        """Duties by law: they come back until they are done."""
        return [
            TodoSource(
                kind=kind,
                model="hr.internship.incident",
                due=due,
                role="coordinator",
                label=label,
                url=INCIDENT_URL,
                domain=((done, "=", False), ("next_due", "!=", False)),
                days_before=10,
                is_legal=True,
                is_running=False,
            )
            for kind, due, done, label in self._incident_duties()
        ]

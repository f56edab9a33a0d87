# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How an internship shows in the portal."""

from dataclasses import dataclass

from odoo import api, fields, models
from odoo.tools import format_date

from odoo.addons.stage_management.tools.extension import Todo

# The way that the page draws; "terminated" and "cancelled" leave it.
PORTAL_STEPS = ("preparation", "ready", "ongoing", "evaluation", "closed")


@dataclass(frozen=True)
class Person:
    """Somebody whom the reader can turn to."""

    role: str
    name: str
    function: str = ""
    email: str = ""
    phone: str = ""


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def action_invite_to_portal(self):
        """Mail every participant a personal link to this internship."""
        return self.participant_ids.action_invite_to_portal()

    @api.model
    def _get_todos(self, partner):
        todos = super()._get_todos(partner)
        # sudo: only what this one person is asked to sign
        signatories = (
            self.env["hr.internship.signatory"]
            .sudo()
            .search(
                [
                    ("partner_id", "=", partner.id),
                    ("state", "=", "to_sign"),
                    ("request_id.internship_id", "in", list(todos)),
                ]
            )
        )
        for signatory in signatories:
            request = signatory.request_id
            label = self.env._("Read and sign: %(document)s", document=request.name)
            todos[request.internship_id.id].append(
                Todo("sign", label, signatory._get_signing_page())
            )
        return todos

    def _get_portal_status(self):
        """One sentence for people outside on how far the internship is."""
        self.ensure_one()
        dates = {
            "start": format_date(self.env, self.date_start, date_format="long") or "…",
            "end": format_date(self.env, self.date_end, date_format="long") or "…",
            "ended": format_date(self.env, self.ended_on, date_format="long") or "…",
        }
        today = fields.Date.context_today(self)
        state = self.state
        if state == "ready" and self.date_start and self.date_start <= today:
            state = "ongoing"
        return {
            "preparation": self.env._("The internship is being prepared."),
            "ready": self.env._(
                "Everything is ready: the first day is %(start)s.", **dates
            ),
            "ongoing": self.env._("The internship runs until %(end)s.", **dates),
            "evaluation": self.env._(
                "The internship ended on %(end)s; the results are being discussed.",
                **dates,
            ),
            "closed": self.env._(
                "The internship ended on %(end)s and is closed.", **dates
            ),
            "terminated": self.env._(
                "The internship ended early, on %(ended)s.", **dates
            ),
            "cancelled": self.env._("The internship does not take place."),
        }.get(state, "")

    def _get_portal_steps(self):
        """The way of the internship: ``[(label, is past, is current), …]``.

        Empty for one that left the way.
        """
        self.ensure_one()
        if self.state not in PORTAL_STEPS:
            return []
        labels = dict(self._fields["state"]._description_selection(self.env))
        here = PORTAL_STEPS.index(self.state)
        return [
            (labels[state], index < here, index == here)
            for index, state in enumerate(PORTAL_STEPS)
        ]

    def _get_portal_people(self, reader):
        """Whom ``reader`` can turn to, as :class:`Person`; not the reader."""
        self.ensure_one()
        partners = [
            (self.env._("Intern"), self.partner_id),
            (self.env._("School supervisor"), self.supervisor_id),
            (self.env._("Coordinator"), self.coordinator_id.partner_id),
        ]
        people = [
            Person(
                role,
                partner.name,
                partner.function or "",
                partner.email or "",
                partner.phone or "",
            )
            for role, partner in partners
            if partner and partner != reader
        ]
        return self._get_portal_guides() + people

    def _get_portal_guides(self):
        employees = [
            (self.env._("Mentor"), self.mentor_id),
            (self.env._("Backup of the mentor"), self.backup_id),
        ]
        standin = self.acting_mentor_id - self.mentor_id
        if standin:
            role = self.env._("Replaces the mentor now")
            others = [pair for pair in employees if pair[1] != standin]
            employees = [(role, standin), *others]
        return [
            Person(
                role,
                employee.name,
                employee.job_title or "",
                employee.work_email or "",
                employee.work_phone or employee.mobile_phone or "",
            )
            for role, employee in employees
            if employee
        ]

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who is told of an absence and of the return, each in the own language."""

from dataclasses import dataclass

from odoo import models

from ...tools.internship_states import RUNNING_STATES


@dataclass(frozen=True)
class Cover:
    """Who is there for one internship instead of the absent person."""

    intern: str
    subject: str
    role: str
    partner_id: int
    name: str
    email: str
    phone: str


class HrInternshipReplacement(models.Model):
    _inherit = "hr.internship.replacement"

    def _tell_absence(self):
        """Tell everybody concerned once; who joins later is told later."""
        self.ensure_one()
        covers = self._get_covers()
        partners = self.env["res.partner"].browse(covers)
        self._send_to(partners - self.told_partner_ids, "start")

    def _tell_return(self):
        """Tell those who were told that the person is back, once."""
        self.ensure_one()
        if self.state == "running" or not self.told_partner_ids:
            return
        self._send_to(self.told_partner_ids, "end")
        self.told_partner_ids = False

    def _send_to(self, partners, moment):
        template = self.env.ref(f"stage_management.mail_template_replacement_{moment}")
        for partner in partners.filtered("email"):
            template.with_context(told_partner_id=partner.id).send_mail(self.id)
        self.told_partner_ids = [(4, partner.id) for partner in partners]
        if partners:
            self.env["mail.mail"]._send_queue_soon()

    def _get_told_partner(self):
        """For templates: who gets this mail."""
        return self.env["res.partner"].browse(self.env.context.get("told_partner_id"))

    def _get_told_as(self):
        """For templates: the reader is ``absent``, ``intern`` or ``colleague``."""
        self.ensure_one()
        told = self._get_told_partner()
        if told == self._get_partner(self.employee_id):
            return "absent"
        is_intern = told in self._get_internships().partner_id
        return "intern" if is_intern else "colleague"

    def _get_told_covers(self):
        """For templates: what concerns the person who gets this mail."""
        self.ensure_one()
        return self._get_covers().get(self.env.context.get("told_partner_id"), [])

    def _get_covers(self):
        """Whom each person turns to: ``{partner id: [Cover, …]}``.

        The one who is absent and the one who takes over see all their internships,
        an intern sees the own one. Nobody is in it twice.
        """
        self.ensure_one()
        covers = {}
        for internship in self._get_internships().filtered(self._is_concerned):
            for readers, cover in self._get_covers_of(internship):
                for partner in readers:
                    covers.setdefault(partner.id, [])
                    if cover not in covers[partner.id]:
                        covers[partner.id].append(cover)
        return covers

    def _is_concerned(self, internship):
        """Whether the intern is or comes here while the person is absent."""
        if internship.state not in RUNNING_STATES or not internship.date_start:
            return False
        return not self.date_to or internship.date_start <= self.date_to

    def _get_covers_of(self, internship):
        """``[(partners to be told, Cover)]`` for one internship."""
        absent = self._get_partner(self.employee_id)
        intern = internship.partner_id
        mentor, standin = internship.mentor_id, internship.acting_mentor_id
        found = []
        if mentor == self.employee_id != standin:
            person = self._get_partner(standin)
            found.append((absent | intern | person, self._cover(
                internship, "mentor", person, standin.name,
                standin.work_email, standin.work_phone,
            )))  # fmt: skip
        coordinator = internship.acting_coordinator_id
        is_replaced = internship.coordinator_id != coordinator
        if self.user_id and internship.coordinator_id == self.user_id and is_replaced:
            person = coordinator.partner_id
            readers = absent | intern | person | self._get_partner(standin)
            found.append((readers, self._cover(
                internship, "coordinator", person,
                person.name, person.email, person.phone,
            )))  # fmt: skip
        return found

    def _cover(self, internship, role, person, name, email, phone):
        return Cover(
            internship.partner_id.name,
            internship.subject or internship.name,
            role,
            person.id,
            name,
            email or "",
            phone or "",
        )

    def _get_partner(self, employee):
        return employee.user_id.partner_id or employee.work_contact_id

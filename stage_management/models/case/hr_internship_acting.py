# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who acts as mentor and coordinator today."""

from odoo import api, fields, models
from odoo.tools import format_date


class HrInternship(models.Model):
    """Stored, because record rules and senders of mails read them.

    They follow mentor, backup and coordinator by themselves; absences recompute them
    when they start, change or end, and so does the daily cron.
    """

    _inherit = "hr.internship"

    acting_mentor_id = fields.Many2one(
        "hr.employee",
        compute="_compute_acting_people",
        store=True,
        index="btree_not_null",
        help="The mentor, or who replaces the mentor during an absence.",
    )
    acting_mentor_user_id = fields.Many2one(
        related="acting_mentor_id.user_id",
        string="Acting Mentor (User)",
        store=True,
        index="btree_not_null",
    )
    acting_coordinator_id = fields.Many2one(
        "res.users",
        compute="_compute_acting_people",
        store=True,
        index="btree_not_null",
        help="The coordinator, or who replaces the coordinator during an absence.",
    )
    absence_notice = fields.Char(compute="_compute_absence_notice")

    @api.depends("mentor_id.active", "backup_id.active", "coordinator_id.active")
    def _compute_acting_people(self):
        running = self.env["hr.internship.replacement"]._get_running()
        for internship in self:
            internship.acting_mentor_id = internship._find_acting_mentor(running)
            internship.acting_coordinator_id = internship._find_acting_coordinator(
                running
            )

    def _find_acting_mentor(self, running):
        """The first of mentor, replacement and backup who is there; else the mentor.

        Who replaces somebody may be absent too and name somebody in turn. Who has left
        is absent for good.
        """
        person, seen = self.mentor_id, set()
        while person and person not in seen:
            if person.active and person not in running:
                return person
            seen.add(person)
            named = running[person].replacement_id if person in running else person[:0]
            person = named or (self.backup_id if person == self.mentor_id else named)
        return self.mentor_id

    def _find_acting_coordinator(self, running):
        by_user = {absence.user_id: absence for absence in running.values()}
        person, seen = self.coordinator_id, set()
        while person in by_user and person not in seen:
            seen.add(person)
            person = by_user[person].coordinator_replacement_id
        return person if person and person not in seen else self.coordinator_id

    def _get_acting_mentor(self):
        """Whom to write to about the intern today, as an employee."""
        self.ensure_one()
        return self.acting_mentor_id or self.mentor_id

    def _get_acting_coordinator(self):
        """The coordinator of today, as a user."""
        self.ensure_one()
        return self.acting_coordinator_id or self.coordinator_id

    @api.depends("acting_mentor_id", "acting_coordinator_id")
    def _compute_absence_notice(self):
        running = self.env["hr.internship.replacement"]._get_running()
        for internship in self:
            # sudo: who is there for an intern is no secret to who reads the internship
            sentences = internship.sudo()._get_absence_sentences(running)
            internship.absence_notice = " ".join(sentences) or False

    def _get_absence_sentences(self, running):
        mentor, acting = self.mentor_id, self.acting_mentor_id
        sentences = []
        if mentor and not mentor.active:
            sentences.append(
                self.env._(
                    "%(name)s has left: hand the internship over to another mentor.",
                    name=mentor.name,
                )
            )
        elif mentor in running:
            sentences.append(self._describe_absence(running[mentor], acting - mentor))
        absences = {r.user_id: r for r in running.values() if r.employee_id != mentor}
        coordinator = self.coordinator_id
        if coordinator in absences:
            standin = self.acting_coordinator_id - coordinator
            sentences.append(self._describe_absence(absences[coordinator], standin))
        return sentences

    @api.model
    def _describe_absence(self, absence, standin):
        """Who is away until when, and who is there instead."""
        names = {
            "name": absence.employee_id.name,
            "until": format_date(self.env, absence.date_to) if absence.date_to else "",
            "standin": standin.name,
        }
        if not standin:
            return self.env._("%(name)s is absent and nobody replaces them.", **names)
        if not absence.date_to:
            return self.env._("%(name)s is absent; %(standin)s replaces them.", **names)
        return self.env._(
            "%(name)s is absent until %(until)s; %(standin)s replaces them.", **names
        )

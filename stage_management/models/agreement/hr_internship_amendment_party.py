# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who signs an amendment and who only takes note."""

import logging

import psycopg2

from odoo import api, fields, models
from odoo.fields import Command

from ...tools.amendments import PARTIES
from ...tools.document_rules import is_under_age
from ..signing.write_guard import unlock

_logger = logging.getLogger(__name__)


class HrInternshipAgreement(models.Model):
    """Only those whom a change concerns sign again, as the table says."""

    _inherit = "hr.internship.agreement"

    noted_partner_ids = fields.Many2many(
        "res.partner",
        "hr_internship_agreement_noted_rel",
        string="Took Note",
        readonly=True,
        copy=False,
    )
    signs_summary = fields.Char(string="Signs", compute="_compute_party_summary")
    notes_summary = fields.Char(string="Takes Note", compute="_compute_party_summary")

    @api.depends(
        "state", "change_ids.kind", "change_ids.employee_id", "effective_date",
        "school_signatory_id", "organisation_signatory_id",
    )  # fmt: skip
    def _compute_party_summary(self):
        self.update({"signs_summary": False, "notes_summary": False})
        for amendment in self.filtered(lambda a: a.kind == "amendment"):
            # sudo: who may read the amendment may know whom it concerns
            parties = amendment.sudo()._get_parties("sign")
            signers = [person for people in parties.values() for person in people]
            noted = (
                amendment.sudo()._get_noted_partners()
                if amendment.state == "draft"
                else amendment.sudo().noted_partner_ids
            )
            if amendment.state != "draft":
                signers = amendment.sudo().request_id.signatory_ids.partner_id
            amendment.signs_summary = ", ".join(p.name for p in signers) or False
            amendment.notes_summary = ", ".join(noted.mapped("name")) or False

    def _get_answers(self):
        """What each party does about this amendment: ``{party: answer}``."""
        return self.env["hr.internship.amendment.rule"]._get_answers(
            self.change_ids.mapped("kind"), self.company_id
        )

    def _get_parties(self, answer):
        """Who does that: ``{party: contacts}``, each contact in one party only."""
        self.ensure_one()
        answers = self._get_answers()
        found, taken = {}, self.env["res.partner"]
        # who signs for the organisation does not sign as the mentor as well
        for party in PARTIES:
            people = self._get_people(party) if answers[party] == answer else taken[:0]
            found[party] = people - taken
            taken |= people
        return found

    def _get_people(self, party):
        """The contacts of a party."""
        # sudo: who draws the amendment up may know whom it concerns
        case = self.sudo().internship_id
        if party == "intern":
            return case.partner_id
        if party == "guardian":
            today = fields.Date.context_today(self)
            is_minor = is_under_age(case.partner_id.birthdate, today)
            return case._get_guardians() if is_minor else case._get_guardians()[:0]
        if party == "school":
            return self.school_signatory_id
        if party == "organisation":
            return self.organisation_signatory_id.partner_id
        return self._get_contact(self._get_coming_mentor())

    def _get_coming_mentor(self):
        """The mentor from the effective date on."""
        change = self.change_ids.filtered(lambda c: c.kind == "mentor")[:1]
        if change:
            return change.employee_id
        day = self.effective_date or fields.Date.context_today(self)
        return self.internship_id.term_ids._in_force_on(day).mentor_id

    def _get_contact(self, employee):
        # sudo: address of a colleague
        person = employee.sudo()
        return person.user_id.partner_id or person.work_contact_id

    def _get_noted_partners(self):
        """Contacts who only take note: they get the signed text."""
        noted = self.env["res.partner"]
        for people in self._get_parties("note").values():
            noted |= people
        if self._get_answers()["mentor"] != "none":
            leaving = self.change_ids.filtered(lambda c: c.kind == "mentor")
            for _change in leaving:
                noted |= self._get_contact(self._get_agreed_record("mentor"))
        for people in self._get_parties("sign").values():
            noted -= people
        return noted

    def _prepare_signatories(self):
        """Those who sign, in the rounds of the agreement; the mentor with the first."""
        lines = super()._prepare_signatories()
        if self.kind != "amendment":
            return lines
        parties = self._get_parties("sign")
        rounds = {line["role"]: line["order"] for line in lines}
        first = min(rounds.values(), default=1)
        return [
            {"role": role, "order": rounds.get(role, first), "partner_id": person.id}
            for role, people in parties.items()
            for person in people
        ]

    def _signatory_checks(self):
        if self.kind != "amendment":
            return super()._signatory_checks()
        checks = []
        signs = self._get_parties("sign")
        answers = self._get_answers()
        roles = dict(
            self.env["hr.internship.signatory"]
            ._fields["role"]
            ._description_selection(self.env)
        )
        for role, people in signs.items():
            is_missing = answers[role] == "sign" and not self._get_people(role)
            checks.append(
                (
                    role == "guardian" or not is_missing,
                    self.env._("Nobody signs yet as: %(role)s.", role=roles[role]),
                )
            )
            checks += [self._email_check(person) for person in people]
        checks += [self._email_check(person) for person in self._get_noted_partners()]
        return checks

    def _email_check(self, person):
        return (
            person.email,
            self.env._(
                "%(name)s has no e-mail address: add it to the contact.",
                name=person.name,
            ),
        )

    def _keep_parties(self):
        """Keep who only takes note; a mentor yet to come may sign in the backend."""
        for amendment in self:
            noted = amendment._get_noted_partners()
            unlock(amendment).write({"noted_partner_ids": [Command.set(noted.ids)]})
            signs = amendment._get_parties("sign")["mentor"]
            # sudo: users of the organisation, who get our light group
            signs.sudo().user_ids._sync_contributors()

    def _mail_signed_text(self):
        """Send the signed file to those who only take note, each in the own language.

        A mail that fails never undoes a signature; the thread says so then.
        """
        # sudo: our own template, files of the request
        template = self.env.ref("stage_management.mail_template_amendment_noted").sudo()
        for amendment in self.sudo():
            for partner in amendment.noted_partner_ids:
                try:
                    with self.env.cr.savepoint():
                        amendment._mail_noted(template, partner)
                except psycopg2.OperationalError:
                    raise
                except Exception:
                    _logger.exception("No mail on amendment %s", amendment.id)
                    amendment._message_log(
                        body=self.env._(
                            "%(name)s could not be sent the signed amendment: send it "
                            "by hand.",
                            name=partner.name,
                        )
                    )

    def _mail_noted(self, template, partner):
        request = self.request_id
        attachment = self.env["ir.attachment"].create(
            {
                "name": request.signed_filename,
                "raw": request._get_signed_file(),
                "mimetype": "application/pdf",
                "res_model": "mail.compose.message",
                "res_id": 0,
            }
        )
        template.with_context(told_partner_id=partner.id).send_mail(
            self.id,
            email_values={"attachment_ids": [Command.link(attachment.id)]},
        )
        self.env["mail.mail"]._send_queue_soon()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who signs an agreement, in which round, and whether they can be reached."""

from odoo import models


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    def _get_signing_rounds(self):
        """``[(round, role), …]``; who is under 18 signs with a parent or guardian."""
        self.ensure_one()
        rounds = list(self.template_id._get_rounds(self.kind))
        roles = {role for _order, role in rounds}
        order = next((order for order, role in rounds if role == "intern"), 1)
        if "intern" in roles and "guardian" not in roles and self._is_for_minor():
            rounds.append((order, "guardian"))
        if not self._is_for_minor():
            rounds = [line for line in rounds if line[1] != "guardian"]
        return rounds

    def _is_for_minor(self):
        # sudo: the age decides who signs; only coordinators send agreements
        return self.sudo().internship_id.is_minor_at_start

    def _get_signing_people(self):
        """Who signs in each role, as contacts: ``{role: partners}``."""
        self.ensure_one()
        case = self.internship_id
        # sudo: which account the mentor has
        mentor = case.sudo().mentor_user_id.partner_id.sudo(False)
        nobody = self.env["res.partner"]
        return {
            "intern": self.partner_id,
            "guardian": case._get_guardians() if case else nobody,
            "school": self.school_signatory_id,
            "organisation": self.organisation_signatory_id.partner_id,
            "mentor": mentor,
        }

    def _prepare_signatories(self):
        """Who signs, in which round."""
        people = self._get_signing_people()
        return [
            {"role": role, "order": order, "partner_id": person.id}
            for order, role in self._get_signing_rounds()
            for person in people[role]
        ]

    def _signatory_checks(self):
        """Who has to sign, and can be reached: ``[(is it fine, sentence)]``."""
        people = self._get_signing_people()
        checks = []
        for _order, role in self._get_signing_rounds():
            nobody, unreachable = self._signatory_sentences(role)
            checks.append((people[role], nobody))
            checks += [(person.email, unreachable) for person in people[role]]
        return checks

    def _signatory_sentences(self, role):
        """What is said when nobody signs in a role, or has no e-mail address."""
        return {
            "intern": (
                self.env._("The intern is missing."),
                self.env._("The intern has no e-mail address."),
            ),
            "guardian": (
                self.env._("Add a parent or guardian, who signs too."),
                self.env._("The parent or guardian has no e-mail address."),
            ),
            "school": (
                self.env._("Nobody signs for the school yet."),
                self.env._("Who signs for the school has no e-mail address."),
            ),
            "organisation": (
                self.env._("Nobody signs for the organisation yet."),
                self.env._("Who signs for the organisation has no e-mail address."),
            ),
            "mentor": (
                self.env._("The mentor has no account to sign with."),
                self.env._("The mentor has no e-mail address."),
            ),
        }[role]

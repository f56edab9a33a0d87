# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The names that a template may use, and what they stand for."""

from odoo import api, models


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    @api.model
    def _placeholder_labels(self, kind="individual"):
        """The placeholders of a kind of template: ``{name: what it stands for}``."""
        parties = self._party_labels()
        if kind == "framework":
            return {**parties, **self._framework_labels()}
        return {**parties, **self._internship_labels()}

    @api.model
    def _party_labels(self):
        return {
            "organisation": self.env._("name of the organisation"),
            "organisation_address": self.env._("address of the organisation"),
            "organisation_signatory": self.env._("who signs for the organisation"),
            "school": self.env._("name of the school"),
            "school_address": self.env._("address of the school"),
            "school_signatory": self.env._("who signs for the school"),
            "today": self.env._("date on which the text is drawn up"),
        }

    @api.model
    def _internship_labels(self):
        return {
            "supervisor": self.env._("the school's supervisor"),
            "intern": self.env._("name of the intern"),
            "guardian": self.env._("parents or guardians of a minor"),
            "programme": self.env._("programme that the intern follows"),
            "type": self.env._("kind of internship"),
            "subject": self.env._("topic of the internship"),
            "assignment": self.env._("the assignment, as described"),
            "department": self.env._("department where the intern works"),
            "mentor": self.env._("name of the mentor"),
            "backup": self.env._("name of the backup"),
            "date_start": self.env._("first day"),
            "date_end": self.env._("last day"),
            "hours": self.env._("planned hours"),
            "days": self.env._("planned days"),
            "schedule": self.env._("working schedule"),
            "reference": self.env._("reference of the internship"),
            "expenses": self.env._("expenses that were agreed on"),
            "framework": self.env._("framework agreement with the school"),
        }

    @api.model
    def _framework_labels(self):
        return {
            "date_from": self.env._("first day on which it is in force"),
            "date_to": self.env._("last day on which it is in force"),
            "notice": self.env._("period of notice, in months"),
            "insurer": self.env._("insurer of the school"),
            "policy_number": self.env._("number of the insurance policy"),
            "insured_until": self.env._("last day of the insurance"),
            "contacts": self.env._("contacts at the school"),
            "programmes": self.env._("programmes that it covers"),
            "reporting": self.env._("how often is reported"),
            "reporting_contact": self.env._("to whom is reported"),
            "reporting_duties": self.env._("what is reported, as described"),
        }

    @api.model
    def _condition_labels(self, kind="individual"):
        """The conditions of a kind of template: ``{name: when it holds}``."""
        if kind == "framework":
            return {
                "tacit": self.env._("it is renewed tacitly"),
                "fixed": self.env._("it ends on its last day"),
                "programmes": self.env._("it covers some programmes only"),
                "insurance": self.env._("the insurance of the school is known"),
                "reporting": self.env._("something is reported to the school"),
                "annexes": self.env._("there are annexes"),
            }
        return {
            "minor": self.env._("the intern is under 18 at the start"),
            "expenses": self.env._("expenses were agreed on"),
            "telework": self.env._("telework was agreed on"),
            "risk": self.env._("the risk analysis shows risks"),
            "health": self.env._("a health assessment is required"),
            "secondary": self.env._("the school is a secondary school"),
            "framework": self.env._("a framework agreement is in force"),
            "annexes": self.env._("there are annexes"),
        }

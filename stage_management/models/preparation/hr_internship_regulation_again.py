# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Interns who signed an earlier version are asked to sign the new one."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.internship_states import HOLDING_STATES


class HrInternshipRegulation(models.Model):
    _inherit = "hr.internship.regulation"

    acknowledgement_ids = fields.One2many(
        "hr.internship.document.version", "regulation_id", string="Signed Earlier"
    )
    outdated_count = fields.Integer(
        string="Interns With an Earlier Version", compute="_compute_outdated_count"
    )

    @api.depends("date_from", "date_until", "company_id", "active")
    @api.depends_context("uid")
    def _compute_outdated_count(self):
        for version in self:
            version.outdated_count = len(version._find_outdated())

    def _find_outdated(self):
        """Documents of current internships that are about an earlier version."""
        self.ensure_one()
        if not (self._origin and self.is_in_force and self.active):
            return self.env["hr.internship.document"]
        documents = self.env["hr.internship.document"].search(
            [
                ("regulation_id", "not in", (self._origin.id, False)),
                ("state", "in", ("to_sign", "accepted")),
                ("is_required", "=", True),
                ("internship_id.state", "in", HOLDING_STATES),
            ]
        )
        by_company = documents.grouped("company_id")
        outdated = documents.browse()
        for company, found in by_company.items():
            if self._find_for(company) == self._origin:
                outdated |= found
        return outdated

    def action_ask_again(self):
        """Reopen the acknowledgement of those who signed an earlier version.

        :raise UserError: when the version is not in force, or all have signed it
        """
        self.ensure_one()
        self.check_access("write")
        if not self.is_in_force:
            raise UserError(
                self.env._(
                    "Version %(name)s is not in force today: ask again once it is.",
                    name=self.name,
                )
            )
        outdated = self._find_outdated()
        if not outdated:
            raise UserError(
                self.env._("No intern of a current internship has an earlier version.")
            )
        outdated.check_access("write")
        outdated._reopen_acknowledgement(
            self.env._(
                "Version %(name)s of the regulations replaces it.", name=self.name
            )
        )
        self.invalidate_recordset(["outdated_count"])
        return self._tell_reopened(outdated)

    def _tell_reopened(self, documents):
        """Say how many, and lead to where they are sent."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_document_action"
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Interns who sign again: %(count)s. Select their documents and "
                    "click “Ask to Sign”.",
                    count=len(documents),
                ),
                "next": {
                    **action,
                    "domain": [("id", "in", documents.ids)],
                    "context": {},
                },
            },
        }

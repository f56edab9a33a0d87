# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Folders follow document types that changed, when somebody says so."""

from odoo import models
from odoo.exceptions import UserError

# internships whose folders are looked at together
BATCH = 200


class HrInternshipDocumentType(models.Model):
    _inherit = "hr.internship.document.type"

    def action_refresh_folders(self):
        """Look again, in all current internships, which documents are required.

        Whoever sets up the types may not see the folders: only numbers are told.
        """
        self.check_access("write")
        # sudo: as _sync_documents; of the companies that the user works in
        internships = self.env["hr.internship"].sudo()
        cases = internships._search_open_folders(
            [("company_id", "in", self.env.companies.ids)]
        )
        before = cases._count_required_documents()
        for start in range(0, len(cases), BATCH):
            cases[start : start + BATCH]._sync_documents()
            self.env.flush_all()
        return cases._tell_refreshed(before)


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _count_required_documents(self):
        return self.env["hr.internship.document"].search_count(
            [("internship_id", "in", self.ids), ("is_required", "=", True)]
        )

    def _tell_refreshed(self, before):
        """How many folders were looked at, and what came of it."""
        difference = self._count_required_documents() - before
        message = self.env._(
            "Folders looked at: %(count)s. Required documents: %(difference)s.",
            count=len(self),
            difference=f"{difference:+d}",
        )
        if not difference:
            message = self.env._(
                "Folders looked at: %(count)s. Nothing had to change.", count=len(self)
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    def action_refresh_folder(self):
        """Look again which documents the folder that is open needs.

        :raise UserError: when no folder is open
        """
        case_id = self.env.context.get("default_internship_id")
        case = self.env["hr.internship"].browse(case_id) or self.internship_id
        if not case:
            raise UserError(self.env._("Open the folder of an internship first."))
        before = case._count_required_documents()
        case.action_refresh_documents()
        return case._tell_refreshed(before)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The folder follows what is signed."""

from odoo import fields, models


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    document_ids = fields.One2many(
        "hr.internship.document", "request_id", string="Documents in the Folder"
    )

    def action_send(self):
        result = super().action_send()
        self._tell_folders()
        return result

    def _on_completed(self):
        result = super()._on_completed()
        self._tell_folders()
        return result

    def _on_refused(self):
        result = super()._on_refused()
        self._tell_folders()
        return result

    def _on_withdrawn(self):
        result = super()._on_withdrawn()
        self._tell_folders()
        return result

    def _tell_folders(self):
        """Bring the new state to the documents that lean on these requests."""
        # sudo: who signs or withdraws has no write access to the folder
        requests = self.sudo()
        requests.document_ids._follow_request()
        requests.internship_id._refresh_document_states()

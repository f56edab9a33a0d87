# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signed documents and certificates in the archive of an internship."""

from odoo import models

from ...tools.extension import ArchiveFile


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_archive_files(self):
        files = super()._get_archive_files()
        requests = self.env["hr.internship.signature.request"].search(
            [("internship_id", "in", self.ids), ("state", "=", "completed")],
            order="id",
        )
        certificates = self.env["hr.internship.certificate"].search(
            [("internship_id", "in", self.ids), ("state", "=", "issued")], order="id"
        )
        for request in requests:
            files[request.internship_id.id].append(request._get_archive_file())
        for certificate in certificates:
            files[certificate.internship_id.id].append(
                ArchiveFile(
                    self.env._("Certificates"),
                    certificate.filename,
                    certificate.display_name,
                    certificate,
                    "datas",
                )
            )
        return files


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    def _get_archive_file(self):
        """Return the signed file, or the frozen one while its page is not made."""
        self.ensure_one()
        is_made = self.evidence_state == "done"
        return ArchiveFile(
            self.env._("Signed documents"),
            self.signed_filename if is_made else self.filename,
            self.name,
            self,
            "signed_datas" if is_made else "datas",
        )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The accepted documents of the folder in the archive of an internship."""

from odoo import models

from ...tools.extension import ArchiveFile


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_archive_files(self):
        files = super()._get_archive_files()
        documents = self.env["hr.internship.document"].search(
            [
                ("internship_id", "in", self.ids),
                ("state", "=", "accepted"),
                ("file_name", "!=", False),
            ]
        )
        for document in documents:
            # sudo: the name of a type is no secret
            label = document.sudo().type_id.name
            file = ArchiveFile(
                self.env._("Folder"), document.file_name, label, document, "file"
            )
            files[document.internship_id.id].append(file)
        return files

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Everything of one internship as one file."""

import base64

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...tools import archive
from ...tools.file_names import safe_name


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def action_download_archive(self):
        """Download all files of this internship that the user may read."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "target": "download",
            "url": f"/internships/{self.id}/archive.zip",
        }

    def _get_archive_files(self):
        """The files of each internship: ``{id: [ArchiveFile, …]}``.

        Subjects add theirs, from searches as the user: what somebody may not read
        is not in the archive either.
        """
        return {internship.id: [] for internship in self}

    @api.private
    def _write_archive(self, stream):
        """Write the zip of one internship to a stream.

        :raise UserError: the files together are too large for one archive
        """
        self.ensure_one()
        self.check_access("read")
        files = self._get_archive_files()[self.id]
        try:
            archive.write(stream, map(self._read_file, files), self._archive_index)
        except archive.ArchiveTooLargeError as error:
            raise UserError(
                self.env._(
                    "The files are larger than 500 MB together: download them one by"
                    " one from the internship."
                )
            ) from error

    def _get_archive_name(self):
        self.ensure_one()
        return safe_name(f"{self.name} {self.partner_name or ''}.zip")

    @api.model
    def _read_file(self, file):
        record = file.record.with_context(bin_size=False)
        data = base64.b64decode(record[file.field] or b"")
        record.invalidate_recordset([file.field])
        return file.folder, file.name, file.label, data

    def _archive_index(self, entries):
        return archive.index_page(
            entries,
            (self.env.lang or "en").replace("_", "-"),
            self.display_name,
            self.env._(
                "%(count)s files that %(user)s may read, on %(day)s. SHA256SUMS checks"
                " them: sha256sum -c SHA256SUMS",
                count=len(entries),
                user=self.env.user.name,
                day=format_date(self.env, fields.Date.context_today(self)),
            ),
            (
                self.env._("File"),
                self.env._("What it is"),
                self.env._("Size in bytes"),
                "SHA-256",
            ),
        )

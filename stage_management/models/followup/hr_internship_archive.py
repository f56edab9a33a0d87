# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Forms of evaluations in the archive of an internship."""

from odoo import models

from ...tools.extension import ArchiveFile

FORMS = (("form_file", "form_name"), ("filled_file", "filled_name"))


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_archive_files(self):
        files = super()._get_archive_files()
        evaluations = self.env["hr.internship.evaluation"].search(
            [("internship_id", "in", self.ids)]
        )
        folder = self.env._("Evaluations")
        for evaluation in evaluations.with_context(bin_size=True):
            for field, name_field in FORMS:
                if evaluation[field]:
                    label = evaluation.display_name
                    name = evaluation[name_field] or label
                    files[evaluation.internship_id.id].append(
                        ArchiveFile(folder, name, label, evaluation, field)
                    )
        return files

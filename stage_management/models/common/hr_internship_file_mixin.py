# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Files that somebody adds to a record: checked before they are kept."""

import base64
import binascii

from odoo import api, models
from odoo.exceptions import UserError

from ...tools import file_check


class HrInternshipFileMixin(models.AbstractModel):
    """Refuse a file that is empty, too large, or not what its name says.

    A model names its files in ``_file_fields``: binary field → field with the name.
    """

    _name = "hr.internship.file.mixin"
    _description = "Checked Files of Internships"

    _file_fields = {}

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_files(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._check_files(vals)
        return super().write(vals)

    def _check_files(self, vals):
        """Check the files in ``vals``, whose content is base64.

        :raise UserError: with one sentence that says what to do
        """
        for field, name_field in self._file_fields.items():
            if vals.get(field):
                name = vals.get(name_field) or self[:1][name_field]
                problem = file_check.check_file(name, self._decode_file(vals[field]))
                if problem:
                    raise UserError(self._file_problem_sentence(problem))

    @api.model
    def _decode_file(self, content):
        """The bytes of a base64 value; nothing when it is none."""
        try:
            return base64.b64decode(content, validate=True)
        except (binascii.Error, ValueError):
            return b""

    @api.model
    def _file_problem_sentence(self, problem):
        """What is wrong with a file and what to do, for who adds it."""
        sentences = {
            file_check.EMPTY: self.env._(
                "“%(name)s” is empty: choose the file again.", name=problem.name
            ),
            file_check.TOO_LARGE: self.env._(
                "“%(name)s” (%(size)s MB) is larger than %(limit)s MB: choose a "
                "smaller file.",
                name=problem.name,
                size=round(problem.size / 1024**2),
                limit=file_check.MAX_FILE_SIZE // 1024**2,
            ),
            file_check.KIND_NOT_ACCEPTED: self.env._(
                "“%(name)s” is of a kind that is not accepted: choose a PDF, Word or "
                "image file.",
                name=problem.name,
            ),
            file_check.NOT_WHAT_IT_SAYS: self.env._(
                "“%(name)s” is not the kind of file that its name says and was not "
                "kept: open it, save it again and choose that file.",
                name=problem.name,
            ),
        }
        return sentences[problem.reason]

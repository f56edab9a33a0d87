# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The school's own agreement: its file is signed as it is."""

import base64
import io

import pypdf

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools import file_check


class HrInternshipAgreement(models.Model):
    _name = "hr.internship.agreement"
    _inherit = ["hr.internship.agreement", "hr.internship.file.mixin"]
    _file_fields = {"file": "file_name"}

    source = fields.Selection(
        [("own", "Drawn up here"), ("school", "File of the school")],
        string="Text From",
        required=True,
        default="own",
        index=True,
    )
    file = fields.Binary(string="Agreement of the School", attachment=True, copy=False)
    file_name = fields.Char(copy=False)

    @api.model
    def _fixed_fields(self):
        return super()._fixed_fields() | {"source", "file", "file_name"}

    @api.model
    def _template_defaults(self, vals, internship):
        if vals.get("source") != "school":
            return super()._template_defaults(vals, internship)
        lang = internship.lang or self.env.lang
        title = self.with_context(lang=lang).env._("Agreement of the school")
        return {"template_id": False, "title": vals.get("title") or title}

    def _check_files(self, vals):
        """Also: a PDF that can be opened, as it will be signed as it is."""
        super()._check_files(vals)
        if not vals.get("file"):
            return
        name = vals.get("file_name") or self[:1].file_name
        content = self._decode_file(vals["file"])
        problem = file_check.check_file(name, content, extensions=(".pdf",))
        if problem:
            raise UserError(
                self.env._(
                    "“%(name)s” is no PDF: ask the school for its agreement as a PDF, "
                    "or save it as one.",
                    name=name,
                )
            )
        self._check_opens(name, content)

    def _check_opens(self, name, content):
        try:
            reader = pypdf.PdfReader(io.BytesIO(content))
            can_be_read = not reader.is_encrypted and len(reader.pages)
        except Exception as error:  # whatever the library finds wrong with it
            raise UserError(
                self.env._(
                    "“%(name)s” can't be opened as a PDF: save it again, or ask the "
                    "school for another file.",
                    name=name,
                )
            ) from error
        if not can_be_read:
            raise UserError(
                self.env._(
                    "“%(name)s” has a password or no pages: ask the school for a file "
                    "that everybody can open.",
                    name=name,
                )
            )

    def _get_file(self):
        """The bytes of the school's file."""
        self.ensure_one()
        return base64.b64decode(self.with_context(bin_size=False).file or b"")

    def action_preview(self):
        if self.source != "school":
            return super().action_preview()
        self.ensure_one()
        if not self.file:
            raise UserError(self.env._("There is no file of the school yet."))
        return {
            "type": "ir.actions.act_url",
            "target": "new",
            "url": f"/web/content/{self._name}/{self.id}/file?filename_field=file_name",
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A document of the folder goes along with an agreement."""

import base64

from odoo import models


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    def _get_annex_file(self):
        """File name and bytes of what counts for this document, or ``None``.

        That is its own file, else the certificate of the school, else what was
        signed here.
        """
        self.ensure_one()
        document = self.with_context(bin_size=False)
        insurance, request = document.insurance_id, document.request_id
        candidates = [
            (document.file_name, document.file),
            (insurance.file_name, insurance.file),
            (request.signed_filename, request.signed_datas),
            (request.filename, request.datas),
        ]
        return next(
            (
                (name or document.type_id.name, base64.b64decode(content))
                for name, content in candidates
                if content
            ),
            None,
        )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An internship whose folder is made."""

import base64

from odoo.fields import Date

from ..common import PDF, InternshipCommon

MANY_BYTES = b"%PDF-1.7" + b"0" * (50 * 1024 * 1024)


class FolderCommon(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.internship = cls._prepared()

    @classmethod
    def _prepared(cls, **values):
        internship = cls._internship(**values).with_user(cls.coordinator)
        internship.action_prepare()
        return internship

    @classmethod
    def _document(cls, code, internship=None, user=None):
        documents = (internship or cls.internship).sudo().document_ids
        found = documents.filtered(lambda doc: doc.type_id.code == code)
        return found.with_user(user or cls.coordinator)

    @classmethod
    def _insure(cls, **values):
        return (
            cls.env["hr.internship.insurance"]
            .with_user(cls.coordinator)
            .create(
                {
                    "school_id": cls.school.id,
                    "policy_number": "S-2026",
                    "date_from": Date.to_date("2026-09-01"),
                    "date_to": Date.to_date("2027-08-31"),
                    **values,
                }
            )
        )

    def _bring(self, document, **values):
        document.write({"file": PDF, "file_name": "proof.pdf", **values})
        return document

    def _sentences(self, target="ready", internship=None, user=None):
        internship = (internship or self.internship).with_user(user or self.coordinator)
        return {
            guard.sentence: guard.provider
            for guard in internship._get_guards(target)[internship.id]
        }

    @staticmethod
    def _encode(content):
        return base64.b64encode(content)

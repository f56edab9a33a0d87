# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The regulations that an intern signs."""

from odoo import fields, models

ENDED = ("completed", "refused", "withdrawn")


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    regulation_id = fields.Many2one(
        "hr.internship.regulation",
        string="Version Signed",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

    def _find_regulation(self):
        """The version that the intern would sign today."""
        self.ensure_one()
        return self.env["hr.internship.regulation"]._find_for(self.company_id)

    def _get_regulation_text(self):
        """The wording in the language of the internship."""
        self.ensure_one()
        return self._get_regulation()._get_text(self.internship_id.lang)

    def _get_regulation(self):
        """The version that was sent, else the one in force."""
        self.ensure_one()
        is_sent = self.state in ("to_sign", "accepted")
        return self.regulation_id if is_sent else self._find_regulation()

    def _reopen_acknowledgement(self, reason):
        """What was signed becomes history: the intern signs another version.

        A signing that still goes on is withdrawn, and those who were asked are told.
        """
        requests = self.request_id.filtered(lambda request: request.state not in ENDED)
        kept = [document._prepare_acknowledgement() for document in self]
        if requests:
            requests.action_withdraw(reason)
        # sudo: history is only added to, and states are written by methods only; the
        # caller may write the documents
        documents = self.sudo()
        documents.env["hr.internship.document.version"].create(kept)
        documents.write(
            {
                "state": "missing",
                "reason": False,
                "request_id": False,
                "regulation_id": False,
                "verification_code": False,
                "provided_by_id": False,
                "provided_on": False,
            }
        )

    def _prepare_acknowledgement(self):
        """Values that keep how far the intern was with a version."""
        self.ensure_one()
        return {
            "document_id": self.id,
            "state": self.state,
            "reason": self.reason,
            "provided_by_id": self.provided_by_id.id,
            "provided_on": self.provided_on,
            "request_id": self.request_id.id,
            "regulation_id": self.regulation_id.id,
        }

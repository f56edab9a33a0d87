# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How a signature request shows in the portal."""

from odoo import models
from odoo.tools import format_date, format_list

# Where the person stands with a document: what the page shows.
NOTICE_LEVELS = {
    "to_sign": "primary",
    "waiting": "info",
    "signed": "success",
    "completed": "success",
    "refused": "warning",
    "withdrawn": "warning",
    "expired": "warning",
    "closed": "info",
}


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    def action_send(self):
        """Also give those who sign in the portal their account."""
        self._check_may_manage()
        # sudo: who signs is known to whoever may send
        self.sudo().signatory_ids.filtered("partner_id.email")._grant_portal_access()
        return super().action_send()

    def _get_portal_situation(self):
        """Where the current person stands: a key of ``NOTICE_LEVELS``."""
        self.ensure_one()
        mine = self.my_signatory_id
        if self.state == "completed":
            return "completed"
        if self.state != "signing":
            return self.state if self.state in NOTICE_LEVELS else "closed"
        if mine.state in ("to_sign", "waiting", "signed"):
            return mine.state
        return "closed"

    def _get_portal_notice(self):
        """One sentence on where the current person stands, and what comes next."""
        self.ensure_one()
        situation = self._get_portal_situation()
        sentences = {
            "to_sign": self._to_sign_sentence,
            "waiting": self._waiting_sentence,
            "signed": self._signed_sentence,
            "completed": self._completed_sentence,
        }
        if situation in sentences:
            return sentences[situation]()
        return self._get_signing_obstacle(self.my_signatory_id)

    def _to_sign_sentence(self):
        return self.env._("Read the document, then sign it.")

    def _waiting_sentence(self):
        names = self._names_in_state("to_sign")
        return self.env._(
            "It is not your turn yet: %(names)s first. You will get an e-mail as soon"
            " as you can sign.",
            names=names,
        )

    def _signed_on(self):
        return format_date(self.env, self.my_signatory_id.signed_on, date_format="long")

    def _signed_sentence(self):
        names = self._names_in_state("to_sign", "waiting")
        return self.env._(
            "Thank you, you signed this document on %(date)s. Still to sign: %(names)s."
            " You will get the signed document by e-mail when everybody has signed.",
            date=self._signed_on(),
            names=names,
        )

    def _completed_sentence(self):
        if self.my_signatory_id.state == "signed":
            return self.env._(
                "Thank you, you signed this document on %(date)s. Everybody has signed:"
                " the document is complete.",
                date=self._signed_on(),
            )
        return self.env._("Everybody has signed: the document is complete.")

    def _names_in_state(self, *states):
        signatories = self.signatory_ids.filtered(lambda s: s.state in states)
        return format_list(self.env, signatories.mapped("name"))

    def _get_portal_file(self):
        """Name of the field with the file to read, and the name of that file."""
        self.ensure_one()
        if self.state == "completed" and self.signed_datas:
            return "signed_datas", self.signed_filename
        return "datas", self.filename

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

    def _get_portal_situation(self, signatory=None):
        """Where a person stands, else the current one: a key of ``NOTICE_LEVELS``."""
        self.ensure_one()
        mine = signatory or self.my_signatory_id
        if self._is_overdue():
            return "expired"
        if self.state == "completed":
            return "completed"
        if self.state != "signing":
            return self.state if self.state in NOTICE_LEVELS else "closed"
        if mine.state in ("to_sign", "waiting", "signed"):
            return mine.state
        return "closed"

    def _get_portal_notice(self, signatory=None):
        """One sentence on where that person stands, and what comes next."""
        self.ensure_one()
        mine = signatory or self.my_signatory_id
        situation = self._get_portal_situation(mine)
        sentences = {
            "to_sign": self._to_sign_sentence,
            "waiting": self._waiting_sentence,
            "signed": self._signed_sentence,
            "completed": self._completed_sentence,
        }
        if situation in sentences:
            return sentences[situation](mine)
        return self._get_signing_obstacle(mine)

    def _to_sign_sentence(self, _signatory):
        if not self.expires_on:
            return self.env._("Read the document, then sign it.")
        return self.env._(
            "Read the document, then sign it. You can sign until %(date)s.",
            date=format_date(self.env, self.expires_on, date_format="long"),
        )

    def _waiting_sentence(self, _signatory):
        names = self._names_in_state("to_sign")
        return self.env._(
            "It is not your turn yet: %(names)s first. You will get an e-mail as soon"
            " as you can sign.",
            names=names,
        )

    def _format_signed_on(self, signatory):
        return format_date(self.env, signatory.signed_on, date_format="long")

    def _signed_sentence(self, signatory):
        names = self._names_in_state("to_sign", "waiting")
        return self.env._(
            "Thank you, you signed this document on %(date)s. Still to sign: %(names)s."
            " You will get the signed document by e-mail when everybody has signed.",
            date=self._format_signed_on(signatory),
            names=names,
        )

    def _completed_sentence(self, signatory):
        if signatory.state == "signed":
            return self.env._(
                "Thank you, you signed this document on %(date)s. Everybody has signed:"
                " the document is complete.",
                date=self._format_signed_on(signatory),
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

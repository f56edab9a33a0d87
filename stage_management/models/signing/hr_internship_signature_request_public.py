# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What anybody may know about a document that was signed here."""

from dataclasses import replace

from odoo import api, models
from odoo.tools import format_datetime

from ...tools.verification import PublicCheck, abbreviate


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    @api.private
    def _get_public_check(self, file=None):
        """Return the :class:`PublicCheck` of one request, None while it is a draft.

        :param file: what ``_verify_file`` said of an uploaded file; without it the
            stored file and acts answer for the code
        """
        self.ensure_one()
        if self.state == "draft":
            return None
        is_kept = self._verify()[self.id].is_authentic
        kinds = dict(self._fields["document_kind"]._description_selection(self.env))
        check = PublicCheck(
            status="authentic" if is_kept else "altered",
            sentence=self.env["hr.internship.verification"]._public_sentence(
                file, is_kept
            ),
            kind=kinds[self.document_kind],
            company=self.company_id.name,
        )
        if file and file.status != "authentic":
            check = replace(check, status="altered")
        if file and file.is_shared:
            return check  # whose of several the file is can not be told
        return replace(
            check,
            state=self._public_state(),
            is_valid=self.state in ("signing", "completed"),
            acts=tuple(self._get_public_acts()),
        )

    def _public_state(self):
        sentences = {
            "signing": self.env._("Being signed: not everybody has signed yet."),
            "completed": self.env._("Signed by all."),
            "refused": self.env._("Refused: somebody did not sign. It is not valid."),
            "withdrawn": self.env._("Withdrawn: it is not valid."),
            "expired": self.env._("Expired: not signed in time. It is not valid."),
        }
        return sentences[self.state]

    def _get_public_acts(self):
        """Who signed when, shortened: ``N. V., intern, 3 March 2026``."""
        roles = dict(
            self.signature_ids._fields["role"]._description_selection(self.env)
        )
        is_german = (self.env.lang or "").startswith("de")  # nouns begin large
        for act in self.signature_ids.sorted("sequence"):
            if act.kind == "signed":
                role = roles[act.role]
                role = role if is_german else role[:1].lower() + role[1:]
                day = format_datetime(
                    self.env, act.signed_on, tz=self._get_zone(), dt_format="d MMMM y"
                )
                yield ", ".join(filter(None, [abbreviate(act.name), role, day]))

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What anybody may ask about a document: is it really ours, and unchanged?"""

from odoo import api, models

from ...tools.verification import PublicCheck, normalise_code


class HrInternshipVerification(models.AbstractModel):
    """One space of codes and one check for all models that freeze documents.

    Such a model has a ``verification_code`` and the methods ``_verify_file`` and
    ``_get_public_check``, and stands in ``_get_verifiable_models``.
    """

    _name = "hr.internship.verification"
    _description = "Public Check of Documents"

    @api.model
    def _get_verifiable_models(self):
        """Names of the models whose documents carry a code."""
        return ["hr.internship.signature.request"]

    @api.model
    @api.private
    def _is_used(self, code):
        """Whether any document carries the code."""
        return bool(self._find_used([code]))

    @api.model
    @api.private
    def _find_used(self, codes):
        """Return which of these codes documents carry."""
        used = set()
        for name in self._get_verifiable_models():
            # sudo: only whether the code exists is looked up
            found = (
                self.env[name].sudo().search([("verification_code", "in", list(codes))])
            )
            used.update(found.mapped("verification_code"))
        return used

    @api.model
    @api.private
    def _check_code(self, text):
        """Return the :class:`PublicCheck` of a code as somebody typed it."""
        code = normalise_code(text)
        if not code:
            return PublicCheck(
                "unknown",
                self.env._(
                    "This is not a verification code: it has 12 letters and digits,"
                    " such as K7QF-2M9T-XW4H. Compare what you typed with the document."
                ),
            )
        for name in self._get_verifiable_models():
            # sudo: what is told of it is public
            records = self.env[name].sudo()
            known = records.search([("verification_code", "=", code)], limit=1)
            check = known and known._get_public_check()
            if check:
                return check
        return PublicCheck(
            "unknown",
            self.env._(
                "We do not know this code. Compare it with the document, or check"
                " the file itself."
            ),
        )

    @api.model
    @api.private
    def _check_file(self, data):
        """Return the :class:`PublicCheck` of a file by its bytes."""
        best = PublicCheck(
            "unknown",
            self.env._(
                "We do not know this file: it was not made or signed here, or it was"
                " changed so much that nothing can be recognised any more."
            ),
        )
        for name in self._get_verifiable_models():
            found = self.env[name]._verify_file(data)
            if found.status == "unknown":
                continue
            # sudo: what is told of it is public
            record = self.env[name].sudo().browse(found.record_id)
            check = record._get_public_check(found)
            if check and check.status == "authentic":
                return check
            best = check or best
        return best

    @api.model
    def _public_sentence(self, file, is_kept):
        """Say how a document is.

        :param file: what was said of an uploaded file, None for a code
        :param is_kept: whether what we keep ourselves still agrees
        """
        if file and file.status != "authentic":
            return self.env._(
                "The file carries the mark of this document, but it is not the same any"
                " more: something in it was changed or added. Do not rely on it."
            )
        if not is_kept:
            return self.env._(
                "What we keep of this document does not agree any more. Do not rely on"
                " it and tell the organisation."
            )
        if file and file.is_shared:
            return self.env._(
                "The file is, byte for byte, as it was made here. Several people sign"
                " it, each apart: check the signed file or its code to see a signature."
            )
        if file:
            return self.env._("The file is, byte for byte, as it was made here.")
        return self.env._(
            "A document with this code was made here. To know whether yours is the"
            " same, check the file as well."
        )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One signing of one frozen file."""

import base64
import binascii
import re

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...tools.hash_chain import sha256
from ...tools.verification import CODE_ALPHABET, new_code
from .write_guard import is_unlocked

CODE_PATTERN = re.compile(rf"^[{CODE_ALPHABET}]{{4}}(-[{CODE_ALPHABET}]{{4}}){{2}}$")
MAX_SIZE = 25 * 1024 * 1024
STATES = [
    ("draft", "Draft"),
    ("signing", "Signing"),
    ("completed", "Signed by all"),
    ("refused", "Refused"),
    ("withdrawn", "Withdrawn"),
    ("expired", "Expired"),
]
DOCUMENT_KINDS = [
    ("framework", "Framework agreement"),
    ("individual", "Internship agreement"),
    ("amendment", "Amendment"),
    ("document", "Other document"),
]
FROZEN = {
    "document_kind",
    "datas",
    "filename",
    "sha256",
    "size",
    "verification_code",
    "lang",
}
# field -> value of a new request, given explicitly: a context could hold a default_…
PROTECTED = {
    "state": "draft",
    "sent_on": False,
    "completed_on": False,
    "head_hash": False,
    "signature_count": 0,
    "signed_datas": False,
    "signed_sha256": False,
    "evidence_state": "none",
    "evidence_error": False,
    "is_notified": False,
}


class HrInternshipSignatureRequest(models.Model):
    """A frozen PDF, those who are asked to sign it, and what they did.

    The bytes are hashed when the record is made and never change. State, head hash
    and count change only through the methods of this subject: ``action_send``,
    ``action_withdraw``, ``_sign``, ``_refuse``, ``_cron_finish``. What a signed
    document means is the business of the subject that asked for it: it extends
    ``_on_completed``, ``_on_refused`` and ``_on_withdrawn``.
    """

    _name = "hr.internship.signature.request"
    _description = "Signature Request"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "id desc"

    name = fields.Char("Document", required=True)
    # what it is about: keys only, for rules, powers to sign and searching
    document_kind = fields.Selection(
        DOCUMENT_KINDS, "Kind of Document", default="document", required=True
    )
    internship_id = fields.Many2one(
        "hr.internship", ondelete="restrict", index="btree_not_null"
    )
    school_id = fields.Many2one(
        "res.partner", ondelete="restrict", index="btree_not_null"
    )
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company, index=True
    )
    department_id = fields.Many2one(
        "hr.department", ondelete="restrict", index="btree_not_null"
    )
    user_id = fields.Many2one(
        "res.users",
        "Responsible",
        default=lambda self: self.env.user,
        index="btree_not_null",
        help="Hears when somebody refuses.",
    )
    lang = fields.Char("Language", default=lambda self: self.env.lang or "en_US")
    # the frozen file
    datas = fields.Binary("File", attachment=True, required=True)
    filename = fields.Char("File Name")
    sha256 = fields.Char("SHA-256", readonly=True, index=True)
    size = fields.Integer("Size in Bytes", readonly=True)
    verification_code = fields.Char(
        default=lambda self: self._new_verification_code(), required=True
    )
    # progress and chain
    state = fields.Selection(STATES, default="draft", required=True, index=True)
    sent_on = fields.Datetime(readonly=True)
    completed_on = fields.Datetime(readonly=True)
    head_hash = fields.Char(readonly=True)
    signature_count = fields.Integer("Number of Acts", readonly=True)
    signatory_ids = fields.One2many("hr.internship.signatory", "request_id")
    signature_ids = fields.One2many(
        "hr.internship.signature", "request_id", readonly=True
    )
    progress = fields.Char("Signed", compute="_compute_progress")
    # the file with its evidence page
    signed_datas = fields.Binary("Signed File", attachment=True, readonly=True)
    signed_filename = fields.Char(compute="_compute_signed_filename")
    signed_sha256 = fields.Char("SHA-256 of the Signed File", readonly=True, index=True)
    evidence_state = fields.Selection(
        [
            ("none", "None"),
            ("pending", "Being made"),
            ("done", "Made"),
            ("failed", "Failed, tried again"),
        ],
        "Evidence Page",
        default="none",
        required=True,
        index=True,
    )
    evidence_error = fields.Char(readonly=True)
    is_notified = fields.Boolean("Signatories Told", readonly=True)
    # the person who looks
    my_signatory_id = fields.Many2one(
        "hr.internship.signatory", compute="_compute_my_signatory_id"
    )
    my_signatory_state = fields.Char(compute="_compute_my_signatory_id")

    _code_unique = models.Constraint(
        "UNIQUE(verification_code)", "This verification code is in use."
    )

    @api.depends("signatory_ids.state")
    def _compute_progress(self):
        for request in self:
            signed = request.signatory_ids.filtered(lambda s: s.state == "signed")
            request.progress = f"{len(signed)} / {len(request.signatory_ids)}"

    @api.depends("filename")
    def _compute_signed_filename(self):
        for request in self:
            stem = (request.filename or "").removesuffix(".pdf")
            request.signed_filename = f"{stem}-signed.pdf"

    @api.depends(
        "signatory_ids.state",
        "signatory_ids.partner_id",
        "signatory_ids.substitute_id",
    )
    @api.depends_context("uid")
    def _compute_my_signatory_id(self):
        user = self.env.user
        for request in self:
            signatories = request.signatory_ids
            mine = signatories.filtered(lambda s: s.partner_id == user.partner_id)
            if not user.share:
                mine = mine or signatories.filtered(lambda s: s.substitute_id == user)
            to_sign = mine.filtered(lambda s: s.state == "to_sign")
            request.my_signatory_id = (to_sign or mine)[:1]
            request.my_signatory_state = request.my_signatory_id.state

    @api.model_create_multi
    def create(self, vals_list):
        """Freeze the bytes: hash and size are taken from ``datas``, never given."""
        given = [vals.get("verification_code") for vals in vals_list]
        self._check_codes([code for code in given if code])
        return super().create([self._frozen_values(vals) for vals in vals_list])

    def write(self, vals):
        refused = FROZEN & set(vals)
        if not is_unlocked(self):
            refused |= set(PROTECTED) & set(vals)
        if refused:
            raise UserError(
                self.env._(
                    "A signature request keeps its file, state and hashes as they are:"
                    " %(names)s can not be changed.",
                    names=", ".join(sorted(refused)),
                )
            )
        return super().write(vals)

    def copy_data(self, default=None):
        raise UserError(
            self.env._(
                "A signature request is not copied: ask for the signatures again from"
                " the document itself."
            )
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_history(self):
        if any(request.state != "draft" or request.signature_ids for request in self):
            raise UserError(
                self.env._(
                    "A signature request that was sent is kept. Withdraw it instead of"
                    " deleting it."
                )
            )

    @api.model
    @api.private
    def _new_verification_code(self):
        """Return a random code such as ``K7QF-2M9T-XW4H`` that is not in use.

        A document that prints its own code asks for one before it is rendered and
        gives it to ``create`` as ``verification_code``.
        """
        return self._new_verification_codes(1)[0]

    @api.model
    @api.private
    def _new_verification_codes(self, count):
        """Return so many different codes that are not in use."""
        codes = set()
        while len(codes) < count:
            found = {new_code() for _index in range(count - len(codes))}
            codes |= found - self.env["hr.internship.verification"]._find_used(found)
        return list(codes)

    @api.model
    def _check_codes(self, codes):
        """Refuse codes that somebody made up, or that are in use."""
        for code in codes:
            if not CODE_PATTERN.match(code):
                raise UserError(
                    self.env._("%(code)s is no verification code.", code=code)
                )
        if codes and self.env["hr.internship.verification"]._find_used(codes):
            raise UserError(self.env._("This verification code is in use."))

    def _frozen_values(self, vals):
        """Return the values of a new request with hash and size of its file."""
        code = vals.get("verification_code")
        data = self._decode_file(vals.get("datas"))
        filename = vals.get("filename") or f"{vals.get('name') or 'document'}.pdf"
        return {
            **vals,
            **PROTECTED,
            "verification_code": code or self._new_verification_code(),
            "filename": filename.replace("/", "-"),
            "sha256": sha256(data),
            "size": len(data),
        }

    def _decode_file(self, datas):
        try:
            data = base64.b64decode(datas or b"", validate=False)
        except (binascii.Error, ValueError) as error:
            raise UserError(self.env._("The file could not be read.")) from error
        if b"%PDF-" not in data[:1024]:
            raise UserError(self.env._("Only a PDF file can be signed."))
        if len(data) > MAX_SIZE:
            raise UserError(self.env._("The file is larger than 25 MB."))
        return data

    def _get_file(self):
        """Return the bytes of the frozen file as they are stored now."""
        self.ensure_one()
        self.invalidate_recordset(["datas"])
        datas = self.with_context(bin_size=False).datas
        return base64.b64decode(datas or b"")

    def _check_may_manage(self):
        """Raise unless the user may send, remind and withdraw these requests."""
        self.check_access("read")
        if self.env.su or self.env.user.has_group("stage_management.group_coordinator"):
            return
        raise AccessError(self.env._("Only a coordinator may do this."))

    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "name",
            "state",
            "lang",
            "filename",
            "verification_code",
            "sent_on",
            "completed_on",
            "signatory_ids",
        }

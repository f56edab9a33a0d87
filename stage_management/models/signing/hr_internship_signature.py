# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One act of signing: append-only."""

import base64
from datetime import datetime

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools import hash_chain
from .hr_internship_signatory import ROLES
from .write_guard import is_unlocked, unlock

PERSONAL = (
    "name",
    "typed_name",
    "email",
    "ip",
    "user_agent",
    "reason",
    "in_place_of",
    "recorded_by",
    "proof_name",
    "signers",
)
FILES = ("image", "proof")


class HrInternshipSignature(models.Model):
    """What one person did with one document, tied to the act before by its hash.

    Nobody changes or deletes an act, the superuser included. Only its personal part
    (copied name and address, IP, browser, files, reason) and its salt can be erased,
    by ``_anonymise``: the chain still verifies then.
    """

    _name = "hr.internship.signature"
    _description = "Signature Act"
    _order = "request_id, sequence"
    _rec_name = "name"

    request_id = fields.Many2one(
        "hr.internship.signature.request",
        required=True,
        readonly=True,
        ondelete="restrict",
        index=True,
    )
    company_id = fields.Many2one(
        "res.company", required=True, readonly=True, ondelete="restrict"
    )
    signatory_id = fields.Many2one(
        "hr.internship.signatory", readonly=True, ondelete="restrict", index=True
    )
    # hashed
    sequence = fields.Integer("Number", required=True, readonly=True)
    kind = fields.Selection(
        [("signed", "Signed"), ("refused", "Refused"), ("withdrawn", "Withdrawn")],
        "Act",
        required=True,
        readonly=True,
    )
    role = fields.Selection(
        [*ROLES, ("coordinator", "Coordinator")], required=True, readonly=True
    )
    order = fields.Integer("Round", readonly=True)
    channel = fields.Selection(
        [
            ("portal_drawn", "Portal, drawn"),
            ("portal_typed", "Portal, typed"),
            ("backend_drawn", "Back office, drawn"),
            ("backend_typed", "Back office, typed"),
            ("link_drawn", "Personal link and code, drawn"),
            ("link_typed", "Personal link and code, typed"),
            ("paper", "On paper, original seen"),
            ("on_behalf", "Recorded on behalf, with proof"),
            ("file", "File signed elsewhere (eID, itsme)"),
            ("portal", "Portal"),
            ("backend", "Back office"),
            ("link", "Personal link and code"),
        ],
        required=True,
        readonly=True,
    )
    signed_on = fields.Datetime("When", required=True, readonly=True)
    document_sha256 = fields.Char("Document Hash", required=True, readonly=True)
    power = fields.Char("Power to Sign", readonly=True)
    paper_date = fields.Date("Signed on Paper", readonly=True)
    previous_hash = fields.Char(required=True, readonly=True)
    personal_digest = fields.Char(required=True, readonly=True)
    key_ref = fields.Char("Key", readonly=True)
    hash = fields.Char(required=True, readonly=True)
    # erasable
    name = fields.Char(readonly=True)
    typed_name = fields.Char(readonly=True)
    email = fields.Char(readonly=True, groups="stage_management.group_coordinator")
    ip = fields.Char(
        "IP Address", readonly=True, groups="stage_management.group_coordinator"
    )
    user_agent = fields.Char(
        "Browser", readonly=True, groups="stage_management.group_coordinator"
    )
    image = fields.Binary("Drawn Signature", attachment=True, readonly=True)
    reason = fields.Char(readonly=True)
    in_place_of = fields.Char(readonly=True)
    recorded_by = fields.Char(readonly=True)
    proof = fields.Binary(
        attachment=True, readonly=True, groups="stage_management.group_coordinator"
    )
    proof_name = fields.Char("Name of the Proof", readonly=True)
    signers = fields.Text("Signatures in the File", readonly=True)
    salt = fields.Char(readonly=True, groups=fields.NO_ACCESS)
    is_anonymised = fields.Boolean("Anonymised", readonly=True)

    _request_sequence_unique = models.Constraint(
        "UNIQUE(request_id, sequence)", "Two acts can not have the same number."
    )

    @api.model_create_multi
    def create(self, vals_list):
        if not is_unlocked(self):
            raise UserError(
                self.env._("An act comes from signing, refusing or withdrawing only.")
            )
        return super().create(vals_list)

    def write(self, vals):
        if not is_unlocked(self):
            raise UserError(self._append_only_sentence())
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self._append_only_sentence())

    def _append_only_sentence(self):
        return self.env._("An act of signing is kept as it is.")

    @api.model
    def _append(self, request, signatory, record, files):
        """Store a sealed :class:`ActRecord`; for ``_append_act`` of the request."""
        personal = vars(record.personal)
        return (
            unlock(self)
            .create(
                {
                    "request_id": request.id,
                    "company_id": request.company_id.id,
                    "signatory_id": signatory.id if signatory else False,
                    "sequence": record.sequence,
                    "kind": record.kind,
                    "role": record.role,
                    "order": record.order,
                    "channel": record.channel,
                    "signed_on": datetime.fromisoformat(record.when[:19]),
                    "document_sha256": record.document_hash,
                    "previous_hash": record.previous_hash,
                    "personal_digest": record.personal_digest,
                    "key_ref": record.key_id,
                    "hash": record.hash,
                    "salt": record.salt,
                    "power": record.power,
                    "paper_date": record.paper_date or False,
                    **{name: files.get(name) or False for name in FILES},
                    **{name: personal[name] for name in PERSONAL},
                }
            )
            .with_env(self.env)
        )

    def _get_record(self):
        """Return the act as the plain :class:`ActRecord` that is verified."""
        self.ensure_one()
        return hash_chain.ActRecord(
            sequence=self.sequence,
            kind=self.kind or "",
            role=self.role or "",
            order=self.order,
            channel=self.channel or "",
            when=self.signed_on.isoformat() + "Z" if self.signed_on else "",
            document_hash=self.document_sha256 or "",
            previous_hash=self.previous_hash or "",
            personal_digest=self.personal_digest or "",
            hash=self.hash or "",
            key_id=self.key_ref or "",
            salt=self.salt or "",
            power=self.power or "",
            paper_date=self.paper_date.isoformat() if self.paper_date else "",
            personal=hash_chain.Personal(
                **{name: self._get_file_hash(name) for name in FILES},
                **{name: self[name] or "" for name in PERSONAL},
            ),
        )

    def _get_file_hash(self, name):
        """Return the SHA-256 of a file as it is stored now, "" without one."""
        data = base64.b64decode(self.with_context(bin_size=False)[name] or b"")
        return hash_chain.sha256(data) if data else ""

    @api.private
    def _anonymise(self):
        """Erase the personal part and the salt; hash, time and role stay."""
        erased = dict.fromkeys((*PERSONAL, *FILES, "salt"), False)
        # sudo: retention runs for records that the user may not see
        unlock(self.sudo()).write({**erased, "is_anonymised": True})

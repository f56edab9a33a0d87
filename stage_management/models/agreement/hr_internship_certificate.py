# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Certificates and reference letters of interns: frozen when they are issued."""

import base64

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..signing.write_guard import is_unlocked

KINDS = [
    ("certificate", "Certificate of internship"),
    ("reference", "Reference letter"),
]
STATES = [
    ("draft", "Draft"),
    ("to_review", "To review"),
    ("issued", "Issued"),
    ("revoked", "Revoked"),
]
# written by hand while a letter is a draft; all else by the named methods only
WRITABLE = {"body", "lang"}
UNWRITTEN = ("draft", "to_review")


class HrInternshipCertificate(models.Model):
    """What an intern takes along: facts, or a letter of the mentor.

    A reference letter is a draft first, written by the mentor and reviewed by the
    coordinator; a certificate is made and issued at once. Issuing freezes the PDF:
    another one is issued after this one was revoked. Anybody can check it by its
    code or file, as a document that was signed.
    """

    _name = "hr.internship.certificate"
    _description = "Internship Certificate"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "id desc"

    internship_id = fields.Many2one(
        "hr.internship", required=True, readonly=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True, index=True
    )
    partner_id = fields.Many2one(
        related="internship_id.partner_id",
        string="Intern",
        store=True,
        precompute=True,
        index=True,
    )
    kind = fields.Selection(KINDS, required=True, default="reference", readonly=True)
    state = fields.Selection(
        STATES, required=True, default="draft", readonly=True, index=True
    )
    lang = fields.Selection(
        selection=lambda self: self.env["res.lang"].get_installed(),
        string="Language",
        required=True,
    )
    body = fields.Html("Letter", sanitize_overridable=False)
    author_id = fields.Many2one(
        "res.users", "Written By", readonly=True, ondelete="restrict"
    )
    # frozen when issued
    datas = fields.Binary("File", attachment=True, readonly=True)
    filename = fields.Char("File Name", readonly=True)
    sha256 = fields.Char("SHA-256", readonly=True, index="btree_not_null")
    size = fields.Integer("Size in Bytes", readonly=True)
    verification_code = fields.Char(readonly=True)
    stated_days = fields.Float("Days Done", readonly=True)
    stated_hours = fields.Float("Hours Done", readonly=True)
    is_sealed = fields.Boolean("Sealed", readonly=True)
    issued_on = fields.Datetime(readonly=True)
    issued_by_id = fields.Many2one("res.users", readonly=True, ondelete="restrict")
    revoked_on = fields.Datetime(readonly=True)
    revoked_by_id = fields.Many2one("res.users", readonly=True, ondelete="restrict")
    revoke_reason = fields.Char("Reason of Revocation", readonly=True)

    _code_unique = models.Constraint(
        "UNIQUE(verification_code)", "This verification code is in use."
    )
    _valid_unique = models.UniqueIndex(
        "(internship_id, kind) WHERE state != 'revoked'",
        "This internship has such a document already: open that one, or revoke it.",
    )
    _company_idx = models.Index("(company_id, id DESC)")

    @api.depends("kind", "internship_id.name")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for certificate in self:
            # sudo: who may read the certificate may know of which internship it is
            reference = certificate.sudo().internship_id.name or ""
            certificate.display_name = f"{kinds.get(certificate.kind, '')} {reference}"

    @api.model_create_multi
    def create(self, vals_list):
        """A draft letter; what stands frozen comes from issuing only."""
        if is_unlocked(self):
            return super().create(vals_list)
        allowed = WRITABLE | {"internship_id"}
        letters = super().create(
            [
                {
                    **self._letter_defaults(vals),
                    **{name: vals[name] for name in allowed & set(vals)},
                }
                for vals in vals_list
            ]
        )
        letters.internship_id._check_may_be_certified()
        return letters

    def write(self, vals):
        if not is_unlocked(self):
            fixed = set(vals) - WRITABLE
            if fixed or any(letter.state not in UNWRITTEN for letter in self):
                raise UserError(
                    self.env._(
                        "An issued document stays as it is, and its state follows from"
                        " the buttons: revoke it and issue another one."
                    )
                )
        return super().write(vals)

    def copy_data(self, default=None):
        raise UserError(
            self.env._("A certificate is not copied: issue it from the internship.")
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_issued(self):
        if any(certificate.state not in UNWRITTEN for certificate in self):
            raise UserError(
                self.env._(
                    "An issued document stays on record: revoke it instead of"
                    " deleting it."
                )
            )

    @api.model
    def _letter_defaults(self, vals):
        """All that must not come from a context such as ``default_state``."""
        internship = self.env["hr.internship"].browse(vals.get("internship_id"))
        frozen = ("datas", "filename", "sha256", "size", "verification_code")
        dates = ("issued_on", "issued_by_id", "revoked_on", "revoked_by_id")
        figures = ("revoke_reason", "stated_days", "stated_hours", "is_sealed")
        return {
            **dict.fromkeys((*frozen, *dates, *figures), False),
            "kind": "reference",
            "state": "draft",
            "lang": internship.lang,
            "author_id": self.env.uid,
        }

    def _get_file(self):
        """Return the bytes of the issued file as they are stored now."""
        self.ensure_one()
        self.invalidate_recordset(["datas"])
        return base64.b64decode(self.with_context(bin_size=False).datas or b"")

    def _get_zone(self):
        """Return the time zone in which the document states its day."""
        return self.company_id.partner_id.tz or "Europe/Brussels"

    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "internship_id",
            "kind",
            "state",
            "lang",
            "datas",
            "filename",
            "verification_code",
            "issued_on",
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A file that is frozen together with the document to sign."""

import base64
import binascii
import mimetypes

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.hash_chain import sha256
from .write_guard import is_unlocked

MAX_SIZE = 25 * 1024 * 1024


class HrInternshipSignatureAnnex(models.Model):
    """An annex: its bytes are hashed when the record is made and never change.

    The chain of acts begins with the hashes of all annexes, in their order: none can
    be changed, added or taken away afterwards without being noticed.
    """

    _name = "hr.internship.signature.annex"
    _description = "Signed Annex"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "request_id, sequence, id"

    request_id = fields.Many2one(
        "hr.internship.signature.request",
        required=True,
        readonly=True,
        ondelete="cascade",
        index=True,
    )
    company_id = fields.Many2one(
        related="request_id.company_id", store=True, precompute=True, index=True
    )
    sequence = fields.Integer("Number", required=True, readonly=True)
    name = fields.Char("Annex", required=True, readonly=True)
    filename = fields.Char("File Name", required=True, readonly=True)
    datas = fields.Binary("File", attachment=True, required=True, readonly=True)
    sha256 = fields.Char("SHA-256", readonly=True)
    size = fields.Integer("Size in Bytes", readonly=True)
    mimetype = fields.Char("Kind of File", readonly=True)
    is_confidential = fields.Boolean(
        "Confidential",
        readonly=True,
        help="For the intern and coordinators: the others who sign do not see it.",
    )

    _order_idx = models.Index("(request_id, sequence, id)")

    @api.model_create_multi
    def create(self, vals_list):
        """Freeze the bytes: hash and size are taken from ``datas``, never given."""
        annexes = super().create([self._frozen_values(vals) for vals in vals_list])
        annexes._check_not_sent()
        annexes.request_id._note_annexes()
        return annexes

    def write(self, vals):
        if not is_unlocked(self):
            raise UserError(
                self.env._(
                    "An annex keeps its file as it was frozen: withdraw the document "
                    "and send it again with another annex."
                )
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        self._check_not_sent()

    def unlink(self):
        requests = self.request_id
        result = super().unlink()
        requests._note_annexes()
        return result

    def _check_not_sent(self):
        if any(request.state != "draft" for request in self.request_id):
            raise UserError(
                self.env._(
                    "The annexes of a document that was sent for signature stay as "
                    "they are: withdraw it and send it again."
                )
            )

    def _frozen_values(self, vals):
        name = vals.get("name") or ""
        try:
            data = base64.b64decode(vals.get("datas") or b"", validate=False)
        except (binascii.Error, ValueError):
            data = b""
        if not data:
            raise UserError(self.env._("Annex “%(name)s” has no file.", name=name))
        if len(data) > MAX_SIZE:
            raise UserError(
                self.env._("Annex “%(name)s” is larger than 25 MB.", name=name)
            )
        filename = (vals.get("filename") or name).replace("/", "-")
        kind = mimetypes.guess_type(filename)[0] or "application/octet-stream"
        return {
            **vals,
            "filename": filename,
            "sha256": sha256(data),
            "size": len(data),
            "mimetype": kind,
        }

    def _get_file(self):
        """Return the bytes as they are stored now."""
        self.ensure_one()
        self.invalidate_recordset(["datas"])
        return base64.b64decode(self.with_context(bin_size=False).datas or b"")

    def _is_as_frozen(self, name, digest):
        """Whether name, hash and bytes are those that were frozen."""
        self.ensure_one()
        stored = (self.name, self.sha256, sha256(self._get_file()))
        return stored == (name, digest, digest)

    def action_download(self):
        """Download the frozen file."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "target": "download",
            "url": f"/web/content/{self._name}/{self.id}/datas"
            "?filename_field=filename&download=true",
        }

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "request_id",
            "sequence",
            "name",
            "filename",
            "size",
        }

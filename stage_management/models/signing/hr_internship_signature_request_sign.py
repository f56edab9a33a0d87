# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Acts: signing and refusing, one after the other, each tied to the one before."""

import base64
import binascii
import os

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from ...tools import hash_chain
from .write_guard import unlock

MAX_IMAGE = 512 * 1024
IMAGE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
# the person acts alone: nobody else may do it in their name through these
PERSONAL_CHANNELS = {"portal", "backend"}


def _clean(text):
    """Return what fits into a column of the database."""
    return (text or "").replace("\x00", "")[:500]


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    @api.private
    def _get_signing_obstacle(self, signatory):
        """Say why this signatory can not sign now, "" when nothing does.

        Pages ask before they show a form, ``_sign`` and ``_refuse`` ask again.
        """
        self.ensure_one()
        if signatory.request_id != self:
            return self.env._("You are not asked to sign this document.")
        if signatory.state == "signed":
            return self.env._(
                "You signed this document on %(date)s already.",
                date=format_date(self.env, signatory.signed_on, date_format="long"),
            )
        if self.state != "signing":
            return self._ended_sentence()
        if signatory.state == "waiting":
            return self.env._(
                "It is not your turn yet: others sign before you. You get a mail when"
                " you can sign."
            )
        if signatory.state != "to_sign":
            return self.env._("You can not sign this document any more.")
        return ""

    @api.private
    def _sign(
        self, signatory, channel, typed_name, image=None, ip=None, user_agent=None
    ):
        """Record that a signatory signed; the last one completes the request.

        :param signatory: ``hr.internship.signatory`` of this request
        :param channel: ``portal`` or ``backend``
        :param typed_name: the name as the person wrote it, never empty
        :param image: drawn signature, base64 of a PNG or JPEG, or None
        :returns: the new act
        :raises UserError: twice, out of turn, ended, somebody else's, altered file
        """
        # sudo: those who sign have no write access; who they are is checked below
        request = self.sudo()
        request._lock()
        request._check_act(signatory, channel)
        typed_name = (typed_name or "").strip()
        if not typed_name:
            raise UserError(self.env._("Type your name to sign."))
        act = request._append_act(
            signatory.sudo(),
            "signed",
            f"{channel}_{'drawn' if image else 'typed'}",
            typed_name=typed_name,
            image=request._check_image(image),
            ip=ip,
            user_agent=user_agent,
        )
        request._after_signed()
        return act

    @api.private
    def _refuse(self, signatory, channel, reason, ip=None, user_agent=None):
        """Record that a signatory refuses, which ends the signing.

        :returns: the new act
        :raises UserError: no reason, or as for ``_sign``
        """
        request = self.sudo()  # sudo: see _sign
        request._lock()
        request._check_act(signatory, channel)
        reason = (reason or "").strip()
        if not reason:
            raise UserError(self.env._("Say why you do not sign."))
        act = request._append_act(
            signatory.sudo(),
            "refused",
            channel,
            reason=reason,
            ip=ip,
            user_agent=user_agent,
        )
        request._end("refused")
        request._on_refused()
        request._try_mail_responsible()
        return act

    def _lock(self):
        """Take the row until the end of the transaction.

        Who waits here for somebody else's act gets a serialisation error and starts
        again: head hash and count are *updated* with every act, so that two acts can
        never follow the same one.
        """
        self.ensure_one()
        self.env.cr.execute(
            SQL(
                "SELECT id FROM hr_internship_signature_request"
                " WHERE id = %s FOR UPDATE",
                self.id,
            )
        )
        self.invalidate_recordset()
        self.signatory_ids.invalidate_recordset()

    def _check_act(self, signatory, channel):
        if channel in PERSONAL_CHANNELS and signatory.request_id == self:
            partner = signatory.sudo().partner_id  # sudo: only compared and named
            if self.env.user.partner_id != partner:
                raise UserError(
                    self.env._(
                        "Only %(name)s can give this signature.", name=partner.name
                    )
                )
        obstacle = self._get_signing_obstacle(signatory)
        if obstacle:
            raise UserError(obstacle)
        if hash_chain.check_document(self._get_file(), self.sha256, self.size):
            raise UserError(
                self.env._(
                    "The stored file is not the one that was sent for signature. Tell"
                    " the coordinator: it must be withdrawn and sent again."
                )
            )

    def _check_image(self, image):
        """Return the base64 of a drawn signature, or None."""
        if not image:
            return None
        if isinstance(image, bytes):
            image = image.decode("ascii", errors="replace")
        try:
            data = base64.b64decode(image.rpartition(",")[2], validate=True)
        except (binascii.Error, ValueError):
            data = b""
        if not data.startswith(IMAGE_STARTS) or len(data) > MAX_IMAGE:
            raise UserError(
                self.env._("The drawn signature could not be read. Draw it again.")
            )
        return base64.b64encode(data)

    def _append_act(self, signatory, kind, channel, **personal):
        """Write one act behind the last one and update head hash and count."""
        self.ensure_one()
        person = signatory.partner_id if signatory else self.env.user.partner_id
        image = personal.pop("image", None)
        record = hash_chain.seal(
            hash_chain.ActRecord(
                sequence=self.signature_count + 1,
                kind=kind,
                role=signatory.role if signatory else "coordinator",
                order=signatory.order if signatory else 0,
                channel=channel,
                when=fields.Datetime.now().isoformat() + "Z",
                document_hash=self.sha256,
                previous_hash=self.head_hash or self._get_genesis(),
                personal=hash_chain.Personal(
                    name=person.name or "",
                    email=person.email or "",
                    image=hash_chain.sha256(base64.b64decode(image)) if image else "",
                    **{key: _clean(value) for key, value in personal.items()},
                ),
            ),
            self._get_chain_key(),
        )
        act = self.env["hr.internship.signature"]._append(
            self, signatory, record, image
        )
        unlock(self).write(
            {"head_hash": record.hash, "signature_count": record.sequence}
        )
        if signatory:
            state = "signed" if kind == "signed" else "refused"
            unlock(signatory).write({"state": state, "signed_on": act.signed_on})
        self.env.flush_all()
        return act

    def _after_signed(self):
        """Open the next round, or complete the request after the last act."""
        self.ensure_one()
        if any(signatory.state != "signed" for signatory in self.signatory_ids):
            self._open_next_round()
            return
        unlock(self).write(
            {
                "state": "completed",
                "completed_on": fields.Datetime.now(),
                "evidence_state": "pending",
            }
        )
        self._on_completed()
        self.env.ref("stage_management.ir_cron_signature_finish")._trigger()

    def _get_genesis(self):
        self.ensure_one()
        return hash_chain.genesis(self.verification_code, self.sha256, self.size)

    @staticmethod
    def _get_chain_key():
        """Return the HMAC key of this server from ``STAGE_CHAIN_KEY``, or None."""
        return os.environ.get("STAGE_CHAIN_KEY", "").encode() or None

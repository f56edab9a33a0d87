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
from .hr_internship_delegation import Power
from .write_guard import unlock

MAX_IMAGE = 512 * 1024
IMAGE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
# the person acts alone: nobody else may do it in their name through these
PERSONAL_CHANNELS = {"portal", "backend"}


MAX_TEXT = {"signers": 4000}


def _clean(text, limit=500):
    """Return what fits into a column of the database."""
    return (text or "").replace("\x00", "")[:limit]


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
        if self.state != "signing" or self._is_overdue():
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
        :param channel: ``portal``, ``backend`` or ``link``
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
        signatory, person = signatory.sudo(), request._get_actor(signatory, channel)
        act = request._append_act(
            signatory,
            "signed",
            f"{channel}_{'drawn' if image else 'typed'}",
            person=person,
            power=request._get_power(signatory, person),
            typed_name=typed_name,
            image=request._check_image(image),
            ip=ip,
            user_agent=user_agent,
        )
        request._after_signed(act)
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
        signatory, person = signatory.sudo(), request._get_actor(signatory, channel)
        is_substitute = person != signatory.partner_id
        act = request._append_act(
            signatory,
            "refused",
            channel,
            person=person,
            power=request._get_power(signatory, person) if is_substitute else None,
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

    def _get_actor(self, signatory, channel):
        """Return the person who acts: the one asked, or the substitute."""
        if channel in PERSONAL_CHANNELS:
            return self.env.user.partner_id
        return signatory.sudo().partner_id  # sudo: see _sign

    def _check_act(self, signatory, channel):
        if channel in PERSONAL_CHANNELS and signatory.request_id == self:
            partner = signatory.sudo().partner_id  # sudo: only compared and named
            me = self.env.user.partner_id
            if me != partner and not self._is_substitute(signatory.sudo(), me):
                raise UserError(
                    self.env._(
                        "Only %(name)s can give this signature.", name=partner.name
                    )
                )
        obstacle = self._get_signing_obstacle(signatory)
        if obstacle:
            raise UserError(obstacle)
        self._check_unchanged()

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

    def _append_act(self, signatory, kind, channel, person=None, power=None, **facts):
        """Write one act behind the last one and update head hash and count.

        :param person: who acts, when it is not the signatory
        :param power: the :class:`Power` by which that person acts
        :param facts: what else is hashed; ``image`` and ``proof`` are base64
        """
        self.ensure_one()
        person = (
            person or signatory.partner_id if signatory else self.env.user.partner_id
        )
        power = power or Power("")
        files = {name: facts.pop(name, None) for name in ("image", "proof")}
        paper_date = facts.pop("paper_date", None)
        record = hash_chain.seal(
            hash_chain.ActRecord(
                sequence=self.signature_count + 1,
                kind=kind,
                role=signatory.role if signatory else "coordinator",
                order=signatory.order if signatory else 0,
                channel=channel,
                when=self._get_next_time().isoformat() + "Z",
                document_hash=self.sha256,
                previous_hash=self.head_hash or self._get_genesis(),
                power=_clean(power.source),
                paper_date=paper_date.isoformat() if paper_date else "",
                personal=self._get_personal_part(
                    person, files, in_place_of=power.in_place_of, **facts
                ),
            ),
            self._get_chain_key(),
        )
        return self._store_act(signatory, record, files)

    def _store_act(self, signatory, record, files):
        act = self.env["hr.internship.signature"]._append(
            self, signatory, record, files
        )
        unlock(self).write(
            {"head_hash": record.hash, "signature_count": record.sequence}
        )
        if signatory:
            state = "signed" if record.kind == "signed" else "refused"
            unlock(signatory).write({"state": state, "signed_on": act.signed_on})
        self.env.flush_all()
        return act

    @staticmethod
    def _get_personal_part(person, files, **texts):
        """Return the erasable part of an act, files as their hashes."""
        hashes = {
            name: hash_chain.sha256(base64.b64decode(file)) if file else ""
            for name, file in files.items()
        }
        cleaned = {
            name: _clean(text, MAX_TEXT.get(name, 500)) for name, text in texts.items()
        }
        return hash_chain.Personal(
            name=person.name or "", email=person.email or "", **hashes, **cleaned
        )

    def _get_next_time(self):
        """Return now, or the time of the last act when the clock was moved back."""
        now = fields.Datetime.now()
        last = self.env["hr.internship.signature"].search(
            [("request_id", "=", self.id)], order="sequence desc", limit=1
        )
        return max(now, last.signed_on or now)

    def _after_signed(self, act):
        """Open the next round, or complete the request after the last act."""
        self.ensure_one()
        if any(signatory.state != "signed" for signatory in self.signatory_ids):
            self._open_next_round()
            return
        unlock(self).write(
            {
                "state": "completed",
                "completed_on": act.signed_on,
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

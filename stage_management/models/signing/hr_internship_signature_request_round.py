# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Sending a request, its rounds and withdrawal."""

import logging

from odoo import fields, models
from odoo.exceptions import UserError

from .write_guard import unlock

_logger = logging.getLogger(__name__)


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    # hooks for the subject that asked for the signatures (batch)

    def _on_completed(self):
        """Called in the transaction of the last act, per batch of requests."""

    def _on_refused(self):
        """Called in the transaction of the refusal."""

    def _on_withdrawn(self):
        """Called in the transaction of the withdrawal."""

    # buttons

    def action_send(self):
        """Open the first round and mail its signatories.

        :raises UserError: nobody to sign, or somebody who can not be reached
        """
        self._check_may_manage()
        for request in self:
            request._check_sendable()
        # sudo: a coordinator has no write access to signing, only to this method
        requests = self.sudo()
        ends = requests.grouped(lambda r: r.expires_on or r._get_last_day())
        for last_day, ending in ends.items():
            unlock(ending).write(
                {
                    "state": "signing",
                    "sent_on": fields.Datetime.now(),
                    "expires_on": last_day,
                }
            )
        requests._open_next_round()
        return True

    def action_open_withdraw(self):
        """Ask for the reason of a withdrawal."""
        return self._open_wizard("hr.internship.signature.withdraw")

    def action_open_sign(self):
        """Let the current user sign or refuse in the backend."""
        return self._open_wizard("hr.internship.signature.sign")

    def action_withdraw(self, reason):
        """End the signing: links die, acts stay, whoever was asked is told.

        :raises UserError: signed by all already, ended already, or no reason given
        """
        self._check_may_manage()
        reason = (reason or "").strip()
        if not reason:
            raise UserError(self.env._("Say why the document is withdrawn."))
        for request in self.sudo():  # sudo: see action_send
            request._lock()
            if request.state not in ("draft", "signing"):
                raise UserError(request._ended_sentence())
            told = request.signatory_ids.filtered("invited_on")
            request._append_act(None, "withdrawn", "backend", reason=reason)
            request._end("withdrawn")
            told._try_mail("stage_management.mail_template_signature_withdrawn")
        self.sudo()._on_withdrawn()  # sudo: see action_send
        return True

    # rounds

    def _check_sendable(self):
        self.ensure_one()
        if self.state != "draft":
            raise UserError(
                self.env._("%(name)s was sent for signature already.", name=self.name)
            )
        signatories = self.sudo().signatory_ids  # sudo: see action_send
        if not signatories:
            raise UserError(
                self.env._("Nobody is asked to sign %(name)s.", name=self.name)
            )
        unreachable = signatories.filtered(lambda s: not s.partner_id.email)
        if unreachable:
            raise UserError(
                self.env._(
                    "Without an e-mail address they can not be asked to sign:"
                    " %(names)s. Add it to the contact first.",
                    names=", ".join(unreachable.mapped("partner_id.name")),
                )
            )

    def _open_next_round(self):
        """Invite the signatories of the lowest round that still waits."""
        invited = self.env["hr.internship.signatory"]
        for request in self:
            if request.signatory_ids.filtered(lambda s: s.state == "to_sign"):
                continue
            waiting = request.signatory_ids.filtered(lambda s: s.state == "waiting")
            turn = min(waiting.mapped("order"), default=0)
            invited |= waiting.filtered(lambda s, turn=turn: s.order == turn)
        unlock(invited).write({"state": "to_sign"})
        invited._refresh_substitutes()
        invited._invite()
        return invited

    def _end(self, state):
        """Close a request before everybody signed."""
        open_ones = self.signatory_ids.filtered(
            lambda s: s.state in ("waiting", "to_sign")
        )
        unlock(open_ones).write({"state": "void"})
        unlock(self).write({"state": state})

    def _ended_sentence(self):
        """Say why nothing can be signed or withdrawn any more."""
        self.ensure_one()
        sentences = {
            "draft": self.env._("This document was not sent for signature yet."),
            "completed": self.env._("This document was signed by everybody."),
            "refused": self.env._(
                "Somebody refused to sign this document; it can not be signed any more."
            ),
            "withdrawn": self.env._(
                "This document was withdrawn; it can not be signed any more."
            ),
            "expired": self.env._("The time for signing this document is over."),
        }
        return sentences.get(self.state, "")

    # helpers

    def _open_wizard(self, model):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            # the name on record is translated, the description in Python is not
            "name": self.env["ir.model"]._get(model).name,
            "view_mode": "form",
            "target": "new",
            "context": {"default_request_id": self.id},
        }

    def _notification(self, message, kind="success", title=""):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": kind,
                "title": title,
                "message": message,
                "sticky": kind != "success",
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

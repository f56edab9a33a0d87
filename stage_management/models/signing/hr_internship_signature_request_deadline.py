# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The last day to sign, and what happens after it."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from .write_guard import unlock


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    expires_on = fields.Date("Last Day to Sign")

    _expires_idx = models.Index("(expires_on) WHERE state = 'signing'")

    # hook for the subject that asked for the signatures (batch)

    def _on_expired(self):
        """Called in the transaction that ends what nobody signed in time."""
        self._on_withdrawn()

    def action_extend(self):
        """Give everybody the usual time once more, from today on."""
        self._check_may_manage()
        for request in self.sudo():  # sudo: see action_send
            if request.state != "signing":
                raise UserError(request._ended_sentence())
            unlock(request).write({"expires_on": request._get_last_day()})
        return True

    def _get_last_day(self):
        """Return the last day to sign what is sent today, False without a limit."""
        self.ensure_one()
        days = self.company_id.internship_sign_days
        return self._get_today() + timedelta(days=days) if days else False

    def _is_overdue(self):
        """Whether the time to sign is over, also before that was noted."""
        self.ensure_one()
        is_open = self.state == "signing" and self.expires_on
        return bool(is_open) and self.expires_on < self._get_today()

    def _ended_sentence(self):
        if self._is_overdue():
            return self.env._("The time for signing this document is over.")
        return super()._ended_sentence()

    @api.model
    @api.private
    def _cron_expire(self):
        """End what was not signed in time; restartable, one by one."""
        self.env["hr.internship.delegation"]._refresh_recent()
        cron = self.env["ir.cron"]
        # a day later somewhere else on earth; exactly by ``_is_overdue``
        day = fields.Date.today() + timedelta(days=1)
        overdue = self.search(
            [("state", "=", "signing"), ("expires_on", "<", day)], order="expires_on"
        ).filtered(lambda request: request._is_overdue())
        cron._commit_progress(remaining=len(overdue))
        for request in overdue:
            if request.try_lock_for_update() and request._is_overdue():
                request._expire()
            if not cron._commit_progress(1):
                break

    def _expire(self):
        """End one request: acts stay, those who were asked and the sender are told."""
        self.ensure_one()
        told = self.signatory_ids.filtered("invited_on")
        self._end("expired")
        self._on_expired()
        told._try_mail("stage_management.mail_template_signature_expired")
        self._try_mail_responsible(
            "stage_management.mail_template_signature_expired_responsible"
        )

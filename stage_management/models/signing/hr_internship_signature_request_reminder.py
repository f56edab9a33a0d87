# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reminders: by hand or by themselves, at most one a day for each person."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

CHUNK = 20


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    is_reminding = fields.Boolean("Remind by Itself", default=True)

    def action_remind(self):
        """Mail those whose turn it is once more, at most once a day each.

        :raises UserError: nobody has to sign, or all were reminded today
        """
        self._check_may_manage()
        # sudo: see action_send
        waiting = self.sudo().signatory_ids.filtered(
            lambda s: s.state == "to_sign" and not s.request_id._is_overdue()
        )
        due = waiting.filtered(lambda s: s.reminded_on != s.request_id._get_today())
        if not due:
            raise UserError(
                self.env._("Everybody whose turn it is was reminded today already.")
                if waiting
                else self.env._("Nobody has to sign now.")
            )
        due._mail("stage_management.mail_template_signature_reminder")
        due._note_reminder()
        return self._notification(
            self.env._("Reminded: %(names)s", names=", ".join(due.mapped("name")))
        )

    def action_toggle_reminders(self):
        """Stop the reminders that go out by themselves, or let them go out again."""
        self._check_may_manage()
        for request in self.sudo():  # sudo: see action_send
            request.is_reminding = not request.is_reminding
        return True

    @api.model
    @api.private
    def _cron_remind(self):
        """Remind those who are due; what fails is tried again the next time."""
        cron = self.env["ir.cron"]
        due = self.env["hr.internship.signatory"].search(
            self._get_due_domain(), order="id"
        )
        cron._commit_progress(remaining=len(due))
        for start in range(0, len(due), CHUNK):
            chunk = due[start : start + CHUNK].filtered(
                lambda s: s.state == "to_sign" and not s.request_id._is_overdue()
            )
            chunk._try_mail(
                "stage_management.mail_template_signature_reminder"
            )._note_reminder()
            if not cron._commit_progress(len(due[start : start + CHUNK])):
                break

    @api.model
    def _get_due_domain(self):
        """Return who has to be reminded today, by the rhythm of each company."""
        now, today = fields.Datetime.now(), fields.Date.today()
        domain = Domain.FALSE
        companies = self.env["res.company"].search(
            [("internship_sign_remind_first", ">", 0)]
        )
        for company in companies:
            first = company.internship_sign_remind_first
            every = company.internship_sign_remind_every
            turn = Domain("reminded_on", "=", False) & Domain(
                "invited_on", "<=", now - timedelta(days=first)
            )
            if every:
                turn |= Domain("reminded_on", "<=", today - timedelta(days=every))
            domain |= Domain("company_id", "=", company.id) & turn
        return (
            Domain("state", "=", "to_sign")
            & Domain("request_id.state", "=", "signing")
            & Domain("request_id.is_reminding", "=", True)
            & Domain("partner_id.active", "=", True)
            & domain
        )

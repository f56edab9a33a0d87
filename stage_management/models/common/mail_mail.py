# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mails that people wait for."""

from odoo import api, models


class MailMail(models.Model):
    _inherit = "mail.mail"

    @api.model
    def _send_queue_soon(self):
        """Let the mails of this transaction go out right after it.

        The queue alone goes out once an hour; sending inside the transaction would
        make a person wait for the mail server, and mail what is rolled back after.
        """
        # sudo: whoever causes a mail may not see the queue
        self.env.ref("mail.ir_cron_mail_scheduler_action").sudo()._trigger()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mails that did not leave: shown, and sent again once a day."""

from datetime import timedelta

from odoo import api, fields, models

from .write_guard import unlock


class HrInternshipSignatory(models.Model):
    _inherit = "hr.internship.signatory"

    # gone as soon as the mail was sent
    mail_id = fields.Many2one(
        "mail.mail",
        readonly=True,
        ondelete="set null",
        index="btree_not_null",
        groups=fields.NO_ACCESS,
    )
    mail_failure = fields.Char(
        "Mail Not Sent",
        compute="_compute_mail_failure",
        compute_sudo=True,
        groups="stage_management.group_coordinator",
    )

    @api.depends("mail_id.state", "mail_id.failure_reason")
    def _compute_mail_failure(self):
        for signatory in self:
            mail = signatory.mail_id
            failed = mail.state == "exception"
            signatory.mail_failure = failed and (
                mail.failure_reason or self.env._("The mail server refused the mail.")
            )

    def _protected_fields(self):
        return super()._protected_fields() | {"mail_id"}

    @api.model
    def _forget_failed_mails(self):
        """Have those invited again whose last mail failed a day ago or longer.

        The link in that mail reached nobody: a new mail brings a new one.
        """
        failed = self.search(
            [
                ("state", "=", "to_sign"),
                ("mail_id.state", "=", "exception"),
                ("mail_id.create_date", "<", fields.Datetime.now() - timedelta(days=1)),
            ]
        )
        unlock(failed).write({"invited_on": False, "mail_id": False})

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mails to a candidate: one thread, in the candidate's language."""

from odoo import fields, models, tools
from odoo.exceptions import UserError


class HrInternshipApplication(models.Model):
    _inherit = "hr.internship.application"

    acknowledged_on = fields.Datetime(copy=False, readonly=True)

    def _get_correspondent(self):
        """Address and name to write to: the candidate, else who proposed them.

        :return: an address with the name, as mail servers write it; empty for none
        """
        self.ensure_one()
        if self.email_normalized:
            return tools.formataddr((self.partner_name, self.email_normalized))
        # sudo: the address of who proposed the candidate, for a mail to that person
        return self.sudo().proposed_by_id.email_formatted or ""

    def _check_correspondent(self):
        """:raise UserError: when there is no address to write to"""
        for application in self:
            if not application._get_correspondent():
                raise UserError(
                    self.env._(
                        "%(name)s has no e-mail address: enter it first, or tell the "
                        "candidate by phone.",
                        name=application.partner_name,
                    )
                )

    def _get_mailbox(self):
        """Address of the company's mailbox, with the company's name; may be empty."""
        self.ensure_one()
        # sudo: the address of the mailbox is public by nature
        company = self.sudo().company_id
        alias = company.internship_alias_id
        if not alias.alias_domain_id:
            return ""
        return tools.formataddr((company.name, alias.alias_full_name))

    def _render_for_candidate(self, template):
        """Subject and body of ``template`` in the language of the candidate."""
        self.ensure_one()
        subject = template._render_field("subject", self.ids, compute_lang=True)
        body = template._render_field("body_html", self.ids, compute_lang=True)
        return subject[self.id], body[self.id]

    def _write_to_candidate(self, subject, body, attachments=(), **options):
        """Post a mail to the candidate in the thread; answers come back to it.

        :param attachments: ``(name, bytes)`` pairs
        :raise UserError: the candidate has no address
        """
        self.ensure_one()
        self._check_correspondent()
        values = {
            "message_type": "comment",
            "subtype_xmlid": "mail.mt_comment",
            "email_layout_xmlid": "stage_management.mail_layout",
            "email_add_signature": False,
            "force_email_lang": self.lang or self.env.lang,
            "reply_to": self._get_mailbox() or self.env.user.email_formatted,
            **options,
        }
        return self.message_post(
            subject=subject,
            body=body,
            attachments=list(attachments),
            outgoing_email_to=self._get_correspondent(),
            **values,
        )

    def _mail_candidate(self, template, attachments=(), **options):
        """Send ``template`` to this candidate, see :meth:`_write_to_candidate`."""
        subject, body = self._render_for_candidate(template)
        return self._write_to_candidate(subject, body, attachments, **options)

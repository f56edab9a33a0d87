# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signatories get in from the mail that asks them to sign."""

from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import UserError


class HrInternshipSignatory(models.Model):
    _inherit = "hr.internship.signatory"

    def _get_signing_page(self):
        """Path of the page where this person signs in the portal."""
        self.ensure_one()
        return f"/my/signatures/{self.request_id.id}"

    @api.depends_context("uid")
    @api.depends("partner_id", "request_id")
    def _compute_signing_url(self):
        """Mails hold a personal key, what colleagues see does not.

        Mails are made by the system (see ``_mail``), as which nobody can log in.
        """
        result = super()._compute_signing_url()
        if self.env.uid == SUPERUSER_ID:
            for signatory in self:
                page = signatory._get_signing_page()
                if signatory.signing_url.endswith(page):
                    signatory.signing_url = signatory.partner_id._get_portal_link(page)
        return result

    def _mail(self, template, **email_values):
        """Keep the keys in these mails to their recipients.

        Who signed before made the mail to the next one: as its maker, or as somebody
        who may read the signatory, he could read the key in it. So the system makes
        it and ties it to no record.
        """
        untied = {"model": False, "res_id": False}
        sender = self.with_user(SUPERUSER_ID)
        return super(HrInternshipSignatory, sender)._mail(
            template, **{**untied, **email_values}
        )

    def _grant_portal_access(self):
        """Give those who sign in the portal an account, before any mail leaves.

        :raise UserError: naming everybody who can't have one
        """
        obstacles = self.partner_id._get_portal_obstacles()
        if obstacles:
            raise UserError("\n".join(obstacles.values()))
        for company, signatories in self.grouped("company_id").items():
            signatories.partner_id._grant_portal_access(company)

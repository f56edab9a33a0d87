# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signatories get in from the mail that asks them to sign."""

from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import UserError

from .hr_internship_signatory_link import LINK_MAILS


class HrInternshipSignatory(models.Model):
    _inherit = "hr.internship.signatory"

    def _get_signing_page(self):
        """Path of the page where this person signs in the portal."""
        self.ensure_one()
        return f"/my/signatures/{self.request_id.id}"

    @api.depends_context("uid", "signing_links")
    @api.depends("partner_id", "request_id")
    def _compute_signing_url(self):
        """Mails hold a personal key, what colleagues see does not.

        Mails are made by the system (see ``_mail``), as which nobody can log in.
        """
        result = super()._compute_signing_url()
        if self.env.uid == SUPERUSER_ID:
            tokens = dict(self.env.context.get("signing_links") or ())
            for signatory in self:
                page = signatory._get_signing_page()
                token = tokens.get(signatory.id)
                if token:
                    signatory.signing_url = signatory._get_link_address(token)
                elif signatory.signing_url.endswith(page):
                    signatory.signing_url = signatory.partner_id._get_portal_link(page)
        return result

    def _get_link_address(self, token):
        """Return the address of a personal link, in the language of the person."""
        self.ensure_one()
        lang = self.env["res.lang"]._get_data(code=self.partner_id.lang or "")
        base = self.get_base_url() + (f"/{lang.url_code}" if lang else "")
        return f"{base}/internships/sign/{token}"

    def _mail(self, template, **email_values):
        """Keep the keys in these mails to their recipients.

        Who signed before made the mail to the next one: as its maker, or as somebody
        who may read the signatory, he could read the key in it. So the system makes
        it and ties it to no record.
        """
        untied = {"model": False, "res_id": False}
        sender = self.with_user(SUPERUSER_ID)
        if template in LINK_MAILS:
            tokens = sender._filter_without_account()._renew_links()
            sender = sender.with_context(signing_links=tuple(tokens.items()))
        return super(HrInternshipSignatory, sender)._mail(
            template, **{**untied, **email_values}
        )

    def _grant_portal_access(self):
        """Give those who sign in the portal an account, before any mail leaves.

        :raise UserError: naming everybody who can't have one
        """
        members = self - self._filter_without_account()
        obstacles = members.partner_id._get_portal_obstacles()
        if obstacles:
            raise UserError("\n".join(obstacles.values()))
        for company, signatories in members.grouped("company_id").items():
            signatories.partner_id._grant_portal_access(company)

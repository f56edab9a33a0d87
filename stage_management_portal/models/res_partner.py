# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Portal access of people outside the organisation."""

from urllib.parse import urlencode

from odoo import models
from odoo.fields import Command
from odoo.tools import email_normalize

# A student opens a mail weeks later; core's six days are too short for them.
LINK_HOURS = 24 * 30


class ResPartner(models.Model):
    _inherit = "res.partner"

    def _get_portal_link(self, path):
        """Return the address by which this person reaches ``path`` of the portal.

        A person who never logged in chooses a password on the way. That link is
        personal: it is mailed to its owner and never shown to anybody else.
        """
        self.ensure_one()
        # sudo: whether the person logged in before; the token goes to the person only
        partner = self.sudo()
        lang = self.env["res.lang"]._get_data(code=partner.lang or "")
        base = self.get_base_url() + (f"/{lang.url_code}" if lang else "")
        user = partner.user_ids[:1]
        if not user or not user.share or user.login_date:
            return f"{base}{path}"
        token = partner._generate_signup_token(expiration=LINK_HOURS)
        query = urlencode({"token": token, "redirect": path})
        return f"{base}/internships/welcome?{query}"

    def _get_portal_obstacles(self):
        """Why these people can't be given portal access: ``{id: sentence}``.

        Whoever has a user already, or can get one, has no entry.
        """
        # sudo: whether there are users; names of other accounts are told on purpose
        everyone = self.sudo().with_context(active_test=False)
        lacking = everyone.filtered(lambda p: not any(p.user_ids.mapped("active")))
        owners = lacking._get_email_owners()
        obstacles = {}
        for partner in lacking:
            owner = owners.get(email_normalize(partner.email or ""))
            sentence = partner._get_portal_obstacle(owner)
            if sentence:
                obstacles[partner.id] = sentence
        return obstacles

    def _get_portal_obstacle(self, owner):
        self.ensure_one()
        if any(not user.share for user in self.user_ids):
            return self.env._(
                "%(name)s has an archived account of a colleague: ask an administrator"
                " to remove its internal rights first.",
                name=self.name,
            )
        if not email_normalize(self.email or ""):
            return self.env._(
                "%(name)s has no valid e-mail address: add it to the contact first.",
                name=self.name,
            )
        if owner and owner.partner_id != self:
            return self.env._(
                "The e-mail address of %(name)s belongs to the account of %(owner)s:"
                " give %(name)s an address of their own, or merge the two contacts.",
                name=self.name,
                owner=owner.name,
            )
        return ""

    def _get_email_owners(self):
        """The users who log in with the addresses of these people, by address."""
        emails = {email_normalize(partner.email or "") for partner in self} - {False}
        users = self.env["res.users"].search([("login", "in", list(emails))])
        return {user.login: user for user in users}

    def _grant_portal_access(self, company):
        """Give those without a user a portal user of ``company``; mail nothing."""
        # sudo: coordinators may give portal access (they have
        # base.group_partner_manager), users themselves are made by the system only
        lacking = self.sudo().filtered(lambda partner: not partner.user_ids)
        wizard = self.env["portal.wizard"].sudo().with_company(company)
        lines = wizard.create({"partner_ids": [Command.set(lacking.ids)]}).user_ids
        groups = [
            Command.link(self.env.ref("base.group_portal").id),
            Command.unlink(self.env.ref("base.group_public").id),
        ]
        for line in lines:
            user = line.user_id or line._create_user()
            user.write({"active": True, "group_ids": groups})
            line.partner_id.signup_prepare()

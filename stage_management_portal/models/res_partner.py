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
        if not lacking:
            return
        archived = self.env["res.users"].sudo()
        for partner in lacking.with_context(active_test=False):
            archived |= partner.user_ids[:1]
        users = (lacking - archived.partner_id)._create_portal_users(company) | archived
        groups = [
            Command.link(self.env.ref("base.group_portal").id),
            Command.unlink(self.env.ref("base.group_public").id),
        ]
        users.filtered(lambda user: not (user.active and user._is_portal())).write(
            {"active": True, "group_ids": groups}
        )
        lacking.signup_prepare()

    def _create_portal_users(self, company):
        """Copy the template user for each at once; its own way is one by one."""
        template_id = self.env["ir.config_parameter"].get_param(
            "base.template_portal_user_id"
        )
        template = self.env["res.users"].browse(int(template_id)).exists()
        template.ensure_one()
        same = {
            "active": True,
            "company_id": company.id,
            "company_ids": [Command.set(company.ids)],
        }
        values = [
            {
                **same,
                "login": email_normalize(partner.email),
                "email": email_normalize(partner.email),
                "partner_id": partner.id,
            }
            for partner in self
        ]
        pattern = template.copy_data(values[0])[0] if values else {}
        # neither a mail to choose a password, nor one note after the other
        quiet = {"no_reset_password": True, "mail_create_nolog": True}
        users = template.with_company(company).with_context(**quiet)
        users = users.create([{**pattern, **vals} for vals in values])
        notes = {u.partner_id.id: u._get_portal_access_update_body(True) for u in users}
        self._message_log_batch(notes)
        return users.with_env(self.env)

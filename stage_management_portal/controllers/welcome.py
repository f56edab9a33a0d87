# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The way in from a mail, for people who were never here."""

from urllib.parse import urlencode

from odoo.exceptions import MissingError
from odoo.http import Controller, request, route

HOME = "/my"


class InternshipWelcome(Controller):
    @route(
        "/internships/welcome",
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        readonly=True,
        methods=["GET"],
    )
    def welcome(self, token="", redirect=HOME, **kw):
        """Bring somebody to ``redirect``, however often the link is opened.

        Opening the link changes nothing: mail filters open links as well.
        """
        target = redirect if self._is_own_page(redirect) else HOME
        if not request.env.user._is_public():
            return request.redirect(target)
        if self._is_valid(token):
            query = urlencode({"token": token, "redirect": target})
            return request.redirect(f"/web/signup?{query}")
        values = {"login_query": urlencode({"redirect": target})}
        return request.render("stage_management_portal.welcome_expired", values)

    @staticmethod
    def _is_valid(token):
        # sudo: a signed token names the person whom the mail was sent to
        partners = request.env["res.partner"].sudo()
        try:
            return bool(partners._get_partner_from_token(token))
        except (MissingError, ValueError):  # not a token at all, or a person deleted
            return False

    @staticmethod
    def _is_own_page(path):
        return path.startswith("/my/") and "//" not in path and "\\" not in path

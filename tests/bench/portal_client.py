# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One portal user in a browser: whole requests, as a worker answers them."""

from types import SimpleNamespace

from werkzeug.test import Client as WsgiClient

from odoo import SUPERUSER_ID, api, http
from odoo.http import Request
from odoo.service.security import compute_session_token


class PortalClient:
    """Sends requests to Odoo's application in this process, and keeps what they do."""

    def __init__(self, registry, login):
        self.registry = registry
        with registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            user = env["res.users"].search([("login", "=", login)])
            assert user, f"no user {login}"
            self.uid = user.id
            self.session = self._log_in(env(user=user.id), login)
        self.browser = WsgiClient(http.root)
        self.browser.set_cookie("session_id", self.session.sid)

    def _log_in(self, env, login):
        session = http.root.session_store.new()
        session.update(http.get_default_session(), db=env.cr.dbname)
        session.context = {**dict(env["res.users"].context_get()), "lang": "en_US"}
        session.uid, session.login = env.uid, login
        session.session_token = compute_session_token(session, env)
        http.root.session_store.save(session)
        return session

    def post_form(self, url, **values):
        """Send a form as a page without scripts does."""
        answer = self.browser.post(url, data={**values, "csrf_token": self._token()})
        assert answer.status_code in (302, 303), (url, answer.status, answer.text[:500])

    def call_json(self, url, **params):
        """Call a route as a script in a page does."""
        answer = self.browser.post(url, json={"jsonrpc": "2.0", "params": params})
        result = answer.get_json()
        assert "error" not in result, result
        return result["result"]

    def _token(self):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, self.uid, {})
            return Request.csrf_token(SimpleNamespace(env=env, session=self.session))

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signing without an account, as somebody does who gets one mail."""

import re
from urllib.parse import urlsplit

from odoo.tests import RecordCapturer

from .common import InternshipPortalCase

CSRF = re.compile(r'name="csrf_token"\s+value="([^"]+)"')
CODE = re.compile(r">(\d{6})<")


class SigningLinkCase(InternshipPortalCase):
    def setUp(self):
        super().setUp()
        self.director = self._create_person("Dora Director", "dora")
        self.director.parent_id = self.school
        self.request = self._create_request(
            ("school", 1, self.director), ("intern", 2, self.intern.partner_id)
        )
        self.signatory = self.request.signatory_ids[0]
        self.page = self._mailed_page(self.director)

    def _mailed_page(self, partner):
        body = self._mails_to(partner)[:1].body_html
        link = re.search(r'href="([^"]+/internships/sign/[^"]+)"', body).group(1)
        return urlsplit(link).path

    def _send(self, path="", page="", **data):
        """Post a form with the token of the page on which it stands."""
        page = page or self.page
        found = CSRF.search(self.url_open(page).text)
        if found:
            self.token = found.group(1)
        answer = self.url_open(page + path, data={"csrf_token": self.token, **data})
        found = CSRF.search(answer.text)
        self.token = found.group(1) if found else self.token
        return answer

    def _get_code(self):
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self._send("/code")
        self.assertEqual(mails.records.recipient_ids, self.signatory.partner_id)
        return CODE.search(mails.records.body_html).group(1)

    def _enter(self):
        """Give the code; return the page of the document."""
        return self._send("/check", code=self._get_code())

    def _sign(self, **values):
        return self._send(**{"name": "Dora Director", "agreed": "1", **values})

    def assertClosed(self, response):
        """Assert that the answer asks for a code and tells nothing."""
        self.assertIn("d•••@outside.example", response.text)
        self.assertNotIn("Agreement to sign", response.text)
        self.assertNotIn("%PDF", response.text)

    def assertDead(self, response):
        self.assertEqual(response.status_code, 404)
        self.assertIn("This link is no longer valid", response.text)
        self.assertNotIn("Agreement to sign", response.text)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Annexes where people sign: read before signing, and only by whom they are for."""

import base64

from odoo.tests import tagged

from .common import InternshipPortalCase


@tagged("post_install", "-at_install")
class TestPortalAnnex(InternshipPortalCase):
    def setUp(self):
        super().setUp()
        self.request = self._create_request(
            ("intern", 1, self.intern.partner_id),
            ("school", 1, self.supervisor.partner_id),
            is_sent=False,
        )
        self.rules, self.fit = (
            self._annex(1, "House rules"),
            self._annex(2, "Fit for work", is_confidential=True),
        )
        self.request.with_user(self.coordinator).action_send()
        self.page = f"/my/signatures/{self.request.id}"

    def _annex(self, number, name, **values):
        return self.env["hr.internship.signature.annex"].create(
            {
                "request_id": self.request.id,
                "sequence": number,
                "name": name,
                "filename": f"{name}.pdf",
                "datas": base64.b64encode(f"%PDF-1.7 {name}".encode()),
                **values,
            }
        )

    def _open(self, annex):
        return self.url_open(f"{self.page}/annex/{annex.id}")

    def test_intern_sees_and_downloads_all(self):
        self._log_in(self.intern)
        page = self.url_open(self.page).text
        for annex in (self.rules, self.fit):
            self.assertIn(annex.name, page)
            file = self._open(annex)
            self.assertEqual(file.content, f"%PDF-1.7 {annex.name}".encode())
            self.assertIn("attachment", file.headers["Content-Disposition"])
        self.assertIn("Only you and the coordinator", page)

    def test_school_neither_sees_nor_gets_the_confidential_one(self):
        self._log_in(self.supervisor)
        page = self.url_open(self.page).text
        self.assertIn("House rules", page)
        self.assertNotIn("Fit for work", page)
        self.assertEqual(self._open(self.rules).status_code, 200)
        refused = self._open(self.fit)
        self.assertNotFound(refused)
        self.assertNotIn("Fit for work", refused.text)
        for url in (
            f"/web/content/hr.internship.signature.annex/{self.fit.id}/datas",
            f"/web/content/hr.internship.signature.annex/{self.rules.id}/datas",
        ):
            self.assertNotIn(b"%PDF", self.url_open(url).content)

    def test_stranger_gets_none(self):
        self._log_in(self.stranger)
        self.assertNotFound(self._open(self.rules))

    def test_annex_of_another_request_is_not_found(self):
        other = self._create_request(("intern", 1, self.intern.partner_id))
        self._log_in(self.intern)
        url = f"/my/signatures/{other.id}/annex/{self.rules.id}"
        self.assertNotFound(self.url_open(url))

    def test_document_without_annexes_says_nothing_of_them(self):
        other = self._create_request(("intern", 1, self.intern.partner_id))
        self._log_in(self.intern)
        page = self.url_open(f"/my/signatures/{other.id}").text
        self.assertNotIn("annexes_title", page)

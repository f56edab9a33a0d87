# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The page that anybody can open: form, answers, languages, limits."""

from unittest.mock import patch

import lxml.html

from odoo.tests import HttpCase, tagged

from ...controllers.signing import verify
from .common import SigningCase, sample_pdf

PAGE = "/internships/verify"


@tagged("post_install", "-at_install")
class TestVerifyPage(SigningCase, HttpCase):
    def setUp(self):
        super().setUp()
        self.request = self._completed()
        self.authenticate(None, None)

    def _open(self, url=PAGE, headers=None, **form):
        kwargs = {"headers": headers or {"Accept-Language": "en"}}
        if form:
            files = {
                name: value for name, value in form.items() if isinstance(value, tuple)
            }
            kwargs["data"] = {k: v for k, v in form.items() if k not in files}
            kwargs["files"] = files or None
        self.answer = self.url_open(url, **kwargs)
        return lxml.html.fromstring(self.answer.text)

    def _heading(self, page):
        return "".join(page.xpath("//*[@id='answer']//text()")).strip()

    def _error(self, page):
        return "".join(page.xpath("//*[@role='alert']//text()")).strip()

    def test_the_form_needs_neither_script_nor_cookie(self):
        page = self._open()
        self.assertEqual(self.answer.status_code, 200)
        self.assertFalse(page.xpath("//script"))
        self.assertNotIn("session_id", self.answer.headers.get("Set-Cookie", ""))
        self.assertEqual(len(page.xpath("//form[@method='post']")), 2)
        for field in page.xpath("//input[not(@type='hidden')]"):
            self.assertTrue(page.xpath(f"//label[@for='{field.get('id')}']"))
        self.assertIn(self.env.company.name, page.text_content())
        self.assertIn("no-store", self.answer.headers["Cache-Control"])
        self.assertIn("noindex", self.answer.headers["X-Robots-Tag"])

    def test_the_code_in_the_address_shows_the_answer(self):
        code = self.request.verification_code
        for url in (f"{PAGE}/{code}", f"{PAGE}?code={code.lower().replace('-', '')}"):
            page = self._open(url)
            self.assertEqual(self._heading(page), "Authentic")
            self.assertEqual(len(page.xpath("//dd//li")), 3)
            self.assertNotIn("Noor", self.answer.text)

    def test_a_typed_code_and_a_file_are_answered(self):
        page = self._open(code=self.request.verification_code.lower())
        self.assertEqual(self._heading(page), "Authentic")
        page = self._open(file=("any.pdf", sample_pdf(), "application/pdf"))
        self.assertEqual(self._heading(page), "Authentic")
        self.assertIn("any.pdf", page.text_content())
        altered = sample_pdf() + b"x"
        page = self._open(file=("any.pdf", altered, "application/pdf"))
        self.assertEqual(self._heading(page), "Altered")
        page = self._open(code="2222-2222-2222")
        self.assertEqual(self._heading(page), "Unknown")

    def test_a_withdrawn_document_is_no_plain_authentic(self):
        request = self._request()
        request.with_user(self.coordinator).action_withdraw("Mistake")
        page = self._open(f"{PAGE}/{request.verification_code}")
        self.assertEqual(self._heading(page), "Authentic, but not valid")

    def test_what_can_not_be_checked_is_said(self):
        self.assertIn("no PDF", self._error(self._open(file=("a.pdf", b"PK", "x"))))
        self.assertIn("Type a", self._error(self._open(code=" ")))
        with patch.object(verify, "MAX_FILE", 100):
            page = self._open(file=("a.pdf", sample_pdf(), "application/pdf"))
        self.assertIn("larger", self._error(page))

    def test_markup_stays_text(self):
        code = "<b onclick='x'>"
        page = self._open(code=code)
        self.assertEqual(page.xpath("//input[@id='code']")[0].get("value"), code)
        self.assertFalse(page.xpath("//b"))

    def test_language_of_the_browser_and_of_the_switch(self):
        for code in ("nl_BE", "fr_BE", "de_DE"):
            self.env["res.lang"]._activate_lang(code)
        page = self._open(headers={"Accept-Language": "fr-BE,nl;q=0.5"})
        self.assertEqual(page.get("lang"), "fr-BE")
        links = page.xpath("//nav//a/@href")
        self.assertEqual(links, [f"{PAGE}?lang={iso}" for iso in verify.LANGUAGES])
        page = self._open(links[2], headers={"Accept-Language": "fr-BE"})
        self.assertEqual(page.get("lang"), "de-DE")
        page = self._open(code="2222-2222-2222", lang="nl")
        self.assertEqual(page.get("lang"), "nl-BE")
        self.assertEqual(self._open(f"{PAGE}?lang=xx_XX").get("lang"), "en-US")

    def test_too_many_checks_are_refused_with_a_sentence(self):
        url = f"{PAGE}/{self.request.verification_code}"
        with patch.object(verify, "LIMIT", 3):
            for _time in range(3):
                self._open(url)
                self.assertEqual(self.answer.status_code, 200)
            for _time in range(2):
                page = self._open(url)
            self.assertEqual(self.answer.status_code, 429)
            self.assertIn("Try again", self._error(page))
            self.assertNotIn("Authentic", self.answer.text)
            self.assertTrue(self.answer.headers["Retry-After"])
            self._open()
            self.assertEqual(self.answer.status_code, 200, "the form itself is free")
        lines = self.env["hr.internship.rate.limit"].search([])
        self.assertEqual(len(lines), 3, "what is refused is not counted")
        self.assertNotIn("127.0.0.1", lines[0].address_hash)

    def test_old_lines_are_forgotten(self):
        limits = self.env["hr.internship.rate.limit"]
        limits._is_exceeded("verify", "192.0.2.1", 5, 10)
        limits.search([]).counted_on = "2020-01-01"
        self.assertFalse(limits._is_exceeded("verify", "192.0.2.1", 1, 10))
        limits._gc_lines()
        self.assertEqual(limits.search_count([]), 1)

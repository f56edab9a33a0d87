# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signing without an account, as somebody does who gets one mail."""

import base64

from odoo.tests import RecordCapturer, tagged
from odoo.tools import mute_logger

from .common import PDF
from .link_common import SigningLinkCase


@tagged("post_install", "-at_install")
class TestSigningLink(SigningLinkCase):
    def test_no_account_is_made_for_somebody_who_signs_once(self):
        self.assertFalse(self.director.user_ids)
        self.assertEqual(self.request.state, "signing")

    def test_the_link_alone_shows_nothing_of_the_document(self):
        page = self.url_open(self.page)
        self.assertEqual(page.status_code, 200)
        for text in ("Agreement to sign", "Ida Intern", "Dora", "dora@"):
            self.assertNotIn(text, page.text)
        self.assertIn("d•••@outside.example", page.text)
        self.assertEqual(page.headers["Cache-Control"], "no-store")
        self.assertEqual(page.headers["Referrer-Policy"], "no-referrer")

    def test_opening_the_link_signs_and_mails_nothing(self):
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self.url_open(f"{self.page}?name=Dora&agreed=1&code=123456")
        self.assertFalse(mails.records)
        self.assertFalse(self.request.signature_ids)

    def test_code_opens_the_document_and_it_is_signed(self):
        page = self._enter()
        self.assertIn("Agreement to sign", page.text)
        page = self._sign()
        self.assertIn("Thank you, you signed this document", page.text)
        self.assertRecordValues(
            self.request.signature_ids,
            [
                {
                    "channel": "link_typed",
                    "name": "Dora Director",
                    "email": "dora@outside.example",
                    "role": "school",
                }
            ],
        )
        self.assertTrue(self.request.signature_ids.ip)
        self.assertEqual(self.request._verify()[self.request.id].findings, ())

    def test_reloading_sends_no_second_code(self):
        self._get_code()
        with RecordCapturer(self.env["mail.mail"]) as mails:
            for path in ("", "/code", "/check", "/refuse"):
                page = self.url_open(self.page + path)
                self.assertIn("We sent a code to", page.text)
        self.assertFalse(mails.records)

    def test_document_is_read_after_the_code_only(self):
        self.assertClosed(self.url_open(f"{self.page}/document"))
        self._enter()
        response = self.url_open(f"{self.page}/document")
        self.assertEqual(response.content, PDF)
        self.assertIn("no-store", response.headers["Cache-Control"])

    def test_refusing_by_link_ends_the_signing(self):
        self._enter()
        page = self._send("/refuse", reason=" ")
        self.assertIn('id="signature_reason_error"', page.text)
        page = self._send("/refuse", reason="Wrong dates")
        self.assertEqual(self.request.state, "refused")
        self.assertEqual(self.request.signature_ids.channel, "link")
        self.assertEqual(page.status_code, 200)

    def test_missing_parts_are_tied_to_their_fields(self):
        self._enter()
        page = self._sign(agreed="", name=" ").text
        self.assertIn('aria-describedby="signature_agreed_error"', page)
        self.assertIn('id="signature_name_error"', page)
        self.assertFalse(self.request.signature_ids)

    def test_a_forwarded_link_is_useless_without_the_code(self):
        self._enter()
        self.opener.cookies.clear()  # another browser
        for answer in (
            self.url_open(self.page),
            self.url_open(f"{self.page}/document"),
            self._sign(),
            self._send("/refuse", reason="No"),
        ):
            self.assertClosed(answer)
        self.assertFalse(self.request.signature_ids)

    def test_the_session_changes_with_the_code(self):
        self.url_open(self.page)
        before = self.opener.cookies.get("session_id")
        self._enter()
        self.assertNotEqual(self.opener.cookies.get("session_id"), before)

    @mute_logger("odoo.http")
    def test_form_of_another_site_does_nothing(self):
        self._enter()
        for path in ("", "/code", "/check", "/refuse"):
            response = self.url_open(
                self.page + path, data={"name": "x", "agreed": "1", "reason": "No"}
            )
            self.assertEqual(response.status_code, 400)
        self.assertFalse(self.request.signature_ids)

    def test_neither_link_nor_code_can_be_read_back(self):
        code = self._get_code()
        token = self.page.rsplit("/", 1)[-1]
        self.assertGreaterEqual(len(token), 43)
        self.env.cr.execute(
            "SELECT row_to_json(s)::text FROM hr_internship_signatory s WHERE id = %s",
            [self.signatory.id],
        )
        row = self.env.cr.fetchone()[0]
        self.assertNotIn(token, row)
        self.assertNotIn(f'"{code}"', row)

    def test_mail_is_tied_to_no_record_that_colleagues_read(self):
        self._get_code()
        messages = self.env["mail.message"].with_user(self.coordinator).search([])
        bodies = str(messages.mapped("body"))
        self.assertNotIn("/internships/sign/", bodies)
        self.assertNotIn("Your code to read and sign", bodies)
        seen = self.signatory.with_user(self.coordinator).sudo(False)
        self.assertNotIn("/internships/sign/", seen.signing_url)

    def test_page_is_in_the_language_of_the_person(self):
        self.env["res.lang"]._activate_lang("fr_BE")
        self.director.lang = "fr_BE"
        self.signatory._invite()
        page = self._mailed_page(self.director)
        code = self.env["res.lang"]._get_data(code="fr_BE").url_code
        self.assertTrue(page.startswith(f"/{code}/internships/sign/"))
        self.assertIn('lang="fr-BE"', self.url_open(page).text)

    def test_annexes_are_read_without_an_account(self):
        draft = self._create_request(("school", 1, self.director), is_sent=False)
        for number, name in enumerate(("House rules", "Fit for work"), start=1):
            self.env["hr.internship.signature.annex"].create(
                {
                    "request_id": draft.id,
                    "sequence": number,
                    "name": name,
                    "filename": f"{name}.pdf",
                    "datas": base64.b64encode(f"%PDF-1.7 {name}".encode()),
                    "is_confidential": number == 2,
                }
            )
        draft.with_user(self.coordinator).action_send()
        rules, fit = draft.annex_ids.sorted("sequence")
        self.signatory = draft.signatory_ids
        self.page = self._mailed_page(self.director)
        self.assertClosed(self.url_open(f"{self.page}/annex/{rules.id}"))
        page = self._enter().text
        self.assertIn("House rules", page)
        self.assertNotIn("Fit for work", page)
        file = self.url_open(f"{self.page}/annex/{rules.id}")
        self.assertEqual(file.content, b"%PDF-1.7 House rules")
        self.assertDead(self.url_open(f"{self.page}/annex/{fit.id}"))

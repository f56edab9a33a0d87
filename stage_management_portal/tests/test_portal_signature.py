# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import http
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import PDF, InternshipPortalCase

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@tagged("post_install", "-at_install")
class TestPortalSignature(InternshipPortalCase):
    def setUp(self):
        super().setUp()
        self.request = self._create_request(
            ("intern", 1, self.intern.partner_id),
            ("school", 2, self.supervisor.partner_id),
        )
        self.page = f"/my/signatures/{self.request.id}"

    def _sign(self, **values):
        return self._post(self.page, **{"name": "Ida Intern", "agreed": "1", **values})

    def test_typed_form_without_script_signs(self):
        self._log_in(self.intern)
        page = self._sign()
        act = self.request.signature_ids
        self.assertRecordValues(
            act, [{"channel": "portal_typed", "typed_name": "Ida Intern"}]
        )
        self.assertTrue(act.ip and act.user_agent)
        self.assertIn("Thank you, you signed this document", page.text)

    def test_drawing_goes_along_with_the_name(self):
        self._log_in(self.intern)
        self._sign(drawing=PIXEL)
        act = self.request.signature_ids
        self.assertEqual(act.channel, "portal_drawn")
        self.assertTrue(act.image)

    def test_unreadable_drawing_is_said_and_signs_nothing(self):
        self._log_in(self.intern)
        page = self._sign(drawing="data:image/png;base64,AAAA")
        self.assertIn("could not be read", page.text)
        self.assertFalse(self.request.signature_ids)

    def test_opening_the_page_never_signs(self):
        self._log_in(self.intern)
        page = self.url_open(f"{self.page}?name=Ida&agreed=1")
        self.assertEqual(page.status_code, 200)
        self.assertFalse(self.request.signature_ids)

    @mute_logger("odoo.http")
    def test_form_of_another_site_signs_nothing(self):
        self._log_in(self.intern)
        data = {"name": "Ida Intern", "agreed": "1"}
        for page in (self.page, f"{self.page}/refuse"):
            response = self.url_open(page, data={**data, "reason": "No"})
            self.assertEqual(response.status_code, 400)
        self.assertFalse(self.request.signature_ids)

    def test_missing_parts_are_tied_to_their_fields(self):
        self._log_in(self.intern)
        page = self._sign(agreed="", name=" ").text
        self.assertIn('id="signature_agreed_error"', page)
        self.assertIn('aria-describedby="signature_agreed_error"', page)
        self.assertIn('id="signature_name_error"', page)
        self.assertFalse(self.request.signature_ids)

    def test_what_was_typed_comes_back_as_text(self):
        self._log_in(self.intern)
        page = self._sign(agreed="", name="<b>Ida</b>").text
        self.assertIn("&lt;b&gt;Ida&lt;/b&gt;", page)
        self.assertNotIn("<b>Ida</b>", page)

    def test_signing_twice_leaves_one_act(self):
        self._log_in(self.intern)
        self._sign()
        page = self._sign()
        self.assertIn("you signed this document on", page.text)
        self.assertEqual(len(self.request.signature_ids), 1)

    def test_out_of_turn_is_told_who_comes_first(self):
        self._log_in(self.supervisor)
        page = self._sign(name="Supervisor")
        self.assertIn("It is not your turn yet: Ida Intern first", page.text)
        self.assertFalse(self.request.signature_ids)

    def test_next_round_signs_after_the_first(self):
        self._log_in(self.intern)
        self._sign()
        self._log_in(self.supervisor)
        page = self._sign(name="Supervisor")
        self.assertIn("Everybody has signed", page.text)
        self.assertEqual(self.request.state, "completed")

    def test_withdrawn_document_can_not_be_signed(self):
        self.request.action_withdraw("Wrong version")
        self._log_in(self.intern)
        page = self._sign()
        self.assertEqual(page.status_code, 200)
        self.assertIn("This document was withdrawn", page.text)
        self.assertNotIn("signed", self.request.signature_ids.mapped("kind"))

    def test_refusal_needs_a_reason_and_ends_the_signing(self):
        self._log_in(self.intern)
        page = self._post(f"{self.page}/refuse", reason=" ")
        self.assertIn('id="signature_reason_error"', page.text)
        self.assertEqual(self.request.state, "signing")
        self._post(f"{self.page}/refuse", reason="The dates are wrong")
        self.assertEqual(self.request.state, "refused")
        self.assertEqual(self.request.signature_ids.reason, "The dates are wrong")

    def test_refused_document_says_so(self):
        self._log_in(self.intern)
        self._post(f"{self.page}/refuse", reason="No")
        self.assertIn("refused to sign this document", self._sign().text)

    def test_files_and_zero_bytes_instead_of_text_are_harmless(self):
        self._log_in(self.intern)
        page = self._sign(name="\0")
        self.assertIn('id="signature_name_error"', page.text)
        token = {"csrf_token": http.Request.csrf_token(self), "agreed": "1"}
        files = {"name": ("name.txt", b"Ida"), "drawing": ("x.png", b"x")}
        page = self.url_open(self.page, data=token, files=files)
        self.assertEqual(page.status_code, 200)
        self.assertFalse(self.request.signature_ids)

    def test_document_is_served_for_reading_only(self):
        self._log_in(self.intern)
        response = self.url_open(f"{self.page}/document")
        self.assertEqual(response.content, PDF)
        self.assertEqual(response.headers["Content-Type"], "application/pdf")
        self.assertEqual(response.headers["X-Content-Type-Options"], "nosniff")
        self.assertIn("inline", response.headers["Content-Disposition"])
        self.assertIn("default-src 'none'", response.headers["Content-Security-Policy"])

    def test_document_can_be_downloaded(self):
        self._log_in(self.intern)
        response = self.url_open(f"{self.page}/document?download=1")
        self.assertIn("attachment", response.headers["Content-Disposition"])
        self.assertIn("agreement.pdf", response.headers["Content-Disposition"])

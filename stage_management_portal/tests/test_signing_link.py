# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signing without an account, as somebody does who gets one mail."""

import re
from datetime import timedelta
from unittest.mock import patch
from urllib.parse import urlsplit

from odoo import fields
from odoo.tests import RecordCapturer, tagged
from odoo.tools import mute_logger

from odoo.addons.stage_management.tools import one_time_code

from .common import PDF, InternshipPortalCase

CSRF = re.compile(r'name="csrf_token"\s+value="([^"]+)"')
SIGNATORY = "odoo.addons.stage_management.models.signing.hr_internship_signatory"
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

    def assertDead(self, response):
        self.assertEqual(response.status_code, 404)
        self.assertIn("This link is no longer valid", response.text)
        self.assertNotIn("Agreement to sign", response.text)


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

    def test_document_is_read_after_the_code_only(self):
        self.assertDead(self.url_open(f"{self.page}/document"))
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
        page = self.url_open(self.page)
        self.assertNotIn("Agreement to sign", page.text)
        self.assertDead(self.url_open(f"{self.page}/document"))
        self.assertDead(self._sign())
        self.assertDead(self._send("/refuse", reason="No"))
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


@tagged("post_install", "-at_install")
class TestSigningLinkLimits(SigningLinkCase):
    """Guessing, waiting and asking too often lead nowhere."""

    def test_wrong_code_is_told_and_five_end_it(self):
        code = self._get_code()
        wrong = f"{(int(code) + 1) % 10**6:06d}"
        page = self._send("/check", code=wrong)
        self.assertIn("You can try 4 more time(s)", page.text)
        self.assertIn('aria-describedby="signing_code_error"', page.text)
        for _time in range(4):
            page = self._send("/check", code=wrong)
        self.assertIn("Ask for a new code", page.text)
        page = self._send("/check", code=code)
        self.assertIn("Ask for a new code", page.text)
        self.assertNotIn("Agreement to sign", page.text)

    def test_code_ends_after_ten_minutes(self):
        code = self._get_code()
        self.signatory.flush_recordset()
        self.env.cr.execute(
            "UPDATE hr_internship_signatory SET code_until = %s WHERE id = %s",
            [fields.Datetime.now() - timedelta(seconds=1), self.signatory.id],
        )
        self.signatory.invalidate_recordset()
        page = self._send("/check", code=code)
        self.assertIn("Ask for a new code", page.text)

    def test_code_works_once(self):
        code = self._get_code()
        self._send("/check", code=code)
        self.opener.cookies.clear()
        page = self._send("/check", code=code)
        self.assertIn("Ask for a new code", page.text)

    def test_newer_code_ends_the_one_before(self):
        first, second = self._get_code(), self._get_code()
        if first == second:
            self.skipTest("one time in a million")
        self.assertIn("not the code", self._send("/check", code=first).text)
        self.assertIn(
            "Agreement to sign", self._send("/check", code=f" {second} ").text
        )

    def test_three_codes_an_hour(self):
        for _time in range(3):
            self._get_code()
        with RecordCapturer(self.env["mail.mail"]) as mails:
            page = self._send("/code")
        self.assertIn("Three codes were sent in the last hour", page.text)
        self.assertFalse(mails.records)

    def test_new_mail_does_not_reset_the_limit(self):
        for _time in range(3):
            self._get_code()
        self.signatory._invite()
        self.page = self._mailed_page(self.director)
        self.assertIn("Three codes were sent", self._send("/code").text)

    def test_link_dies_after_too_many_wrong_codes(self):
        limit = one_time_code.MAX_FAILURES
        self.signatory.flush_recordset()
        self.env.cr.execute(
            "UPDATE hr_internship_signatory SET link_failures = %s WHERE id = %s",
            [limit, self.signatory.id],
        )
        self.signatory.invalidate_recordset()
        wrong = f"{(int(self._get_code()) + 1) % 10**6:06d}"
        self._send("/check", code=wrong)
        self.assertDead(self.url_open(self.page))

    def test_odd_codes_are_harmless(self):
        self._get_code()
        for code in ("", "\0", "x" * 4000, "١٢٣٤٥٦", "12345"):
            page = self._send("/check", code=code)
            self.assertEqual(page.status_code, 200)
            self.assertNotIn("Agreement to sign", page.text)

    def test_code_of_another_link_does_not_open_this_one(self):
        code = self._get_code()
        other = self._create_person("Otto Other", "otto")
        self._create_request(("school", 1, other))
        page = self._mailed_page(other)
        self._send("/code", page=page)
        answer = self._send("/check", page=page, code=code)
        self.assertNotIn("Agreement to sign", answer.text)

    def test_code_that_can_not_be_mailed_is_told(self):
        with (
            mute_logger(SIGNATORY),
            patch.object(
                self.registry["mail.template"], "send_mail", side_effect=ValueError
            ),
        ):
            page = self._send("/code")
        self.assertIn("The code could not be sent", page.text)


@tagged("post_install", "-at_install")
class TestSigningLinkLife(SigningLinkCase):
    """A link lives as long as there is something to do with it."""

    def test_wrong_links_all_look_alike(self):
        answers = {
            self.url_open(f"/internships/sign/{token}").text
            for token in ("wrong", "x" * 43, "%00", "é", self.page[-20:])
        }
        pages = {re.sub(r"[0-9a-f]{40}o\d+|[\w-]{43}", "", page) for page in answers}
        for page in pages:
            self.assertIn("This link is no longer valid", page)

    def test_reminder_brings_a_new_link_and_ends_the_old_one(self):
        old = self.page
        self.request.with_user(self.coordinator).action_remind()
        self.page = self._mailed_page(self.director)
        self.assertDead(self.url_open(old))
        self._enter()
        self._sign()
        self.assertEqual(self.request.signature_count, 1)

    def test_new_link_ends_what_the_old_one_had_opened(self):
        self._enter()
        self.signatory._invite()
        page = self.url_open(self._mailed_page(self.director))
        self.assertNotIn("Agreement to sign", page.text)

    def test_link_dies_when_the_document_is_withdrawn(self):
        self._enter()
        self.request.with_user(self.coordinator).action_withdraw("New dates")
        self.assertDead(self.url_open(self.page))
        self.assertDead(self._sign())

    def test_link_dies_when_the_document_is_replaced_during_the_round(self):
        self._enter()
        action = self.request.with_user(self.coordinator)._replace("Other director")
        draft = self.env[action["res_model"]].browse(action["res_id"]).sudo()
        self.assertDead(self._sign())
        self.assertEqual((draft.state, draft.replaces_id), ("draft", self.request))
        draft.with_user(self.coordinator).action_send()
        self.assertNotEqual(self._mailed_page(self.director), self.page)

    def test_link_dies_some_time_after_completion(self):
        self._enter()
        self._sign()
        last = self.request.signatory_ids[1]
        self.request.with_user(self.intern).sudo()._sign(last, "portal", "Ida Intern")
        page = self.url_open(self.page)
        self.assertIn("Everybody has signed", page.text)
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_internship_signature_request SET completed_on = %s"
            " WHERE id = %s",
            [fields.Datetime.now() - timedelta(days=31), self.request.id],
        )
        self.env.invalidate_all()
        self.assertDead(self.url_open(self.page))

    def test_too_late_is_refused_before_the_cron_ran(self):
        self._enter()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_internship_signature_request SET expires_on = %s WHERE id = %s",
            [fields.Date.today() - timedelta(days=2), self.request.id],
        )
        self.env.invalidate_all()
        page = self._sign()
        self.assertIn("The time for signing this document is over", page.text)
        self.assertFalse(self.request.signature_ids)

    def test_link_of_an_archived_person_dies(self):
        self._enter()
        self.director.active = False
        self.assertDead(self._sign())

    def test_link_follows_a_merge_to_the_contact_that_is_kept(self):
        kept = self._create_person("Dora Director-Maes", "maes")
        merge = self.env["base.partner.merge.automatic.wizard"]
        merge._merge((self.director | kept).ids, kept)
        self.env.invalidate_all()
        self.assertEqual(self.signatory.partner_id, kept)
        self._enter()
        self._sign(name="Dora Maes")
        self.assertEqual(self.request.signature_ids.email, "maes@outside.example")

    def test_link_of_one_document_opens_no_other(self):
        other = self._create_request(("school", 1, self.director))
        self._enter()
        page = self.url_open(f"{self.page}/document?request_id={other.id}")
        self.assertEqual(page.status_code, 200)
        self.assertFalse(other.signature_ids)

    def test_intern_and_supervisor_keep_their_accounts(self):
        guardian = self._create_person("Gust Guardian", "gust")
        newcomer = self._create_person("Nora New", "nora")
        internship = self._create_internship(newcomer)
        self._create_request(
            ("intern", 1, newcomer), ("guardian", 1, guardian), internship=internship
        )
        self.assertTrue(newcomer.user_ids)
        self.assertFalse(guardian.user_ids)
        self.assertIn("/internships/sign/", self._mailed_page(guardian))

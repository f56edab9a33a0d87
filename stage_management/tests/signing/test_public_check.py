# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What anybody is told about a code or a file, and what nobody is told."""

import base64
import zlib

from odoo.tests import BaseCase, tagged

from ...tools.pdf_evidence import CODE_URN, find_code
from ...tools.verification import (
    abbreviate,
    choose_language,
    hash_address,
    normalise_code,
)
from .common import SigningCase, sample_pdf


@tagged("post_install", "-at_install")
class TestVerificationTools(BaseCase):
    def test_a_code_is_taken_however_it_is_typed(self):
        for text in ("K7QF-2M9T-XW4H", "k7qf2m9txw4h", " K7QF 2M9T–XW4H. "):
            self.assertEqual(normalise_code(text), "K7QF-2M9T-XW4H")

    def test_what_is_no_code_is_none(self):
        for text in (None, "", "K7QF", "K7QF-2M9T-XW4HH", "K7QF-2M9T-XW40", "é" * 12):
            self.assertEqual(normalise_code(text), "")

    def test_names_are_shortened(self):
        self.assertEqual(abbreviate("Noor Van den Berghe"), "N. V.")
        self.assertEqual(abbreviate("élise"), "É.")
        self.assertEqual(abbreviate("  "), "")
        self.assertEqual(abbreviate(None), "")

    def test_addresses_are_hashed_and_a_network_counts_once(self):
        first = hash_address("2001:db8:1:2::1", "secret")
        self.assertEqual(first, hash_address("2001:db8:1:2:ffff::9", "secret"))
        self.assertNotEqual(first, hash_address("2001:db8:1:3::1", "secret"))
        self.assertNotEqual(first, hash_address("2001:db8:1:2::1", "other"))
        self.assertEqual(
            hash_address("::ffff:192.0.2.7", "secret"),
            hash_address("192.0.2.7", "secret"),
        )
        self.assertNotIn("192", hash_address("192.0.2.7", "s"))
        self.assertTrue(hash_address(None, "s") and hash_address("nonsense", "s"))

    def test_the_language_is_chosen_or_that_of_the_browser(self):
        offered = ["nl", "fr", "en"]
        for wanted, accepted, expected in (
            ("fr", "nl", "fr"),
            ("xx", "fr-BE,fr;q=0.9,nl;q=0.8", "fr"),
            ("", "de,en;q=0.3,fr;q=0.7", "fr"),
            ("", "en;q=x;;,", "nl"),
            ("", "", "nl"),
            (None, None, "nl"),
        ):
            self.assertEqual(choose_language(wanted, accepted, offered), expected)

    def test_a_code_is_found_in_a_compressed_file_and_a_bomb_is_not_read(self):
        text = zlib.compress(CODE_URN.encode() + b"K7QF-2M9T-XW4H")
        packed = b"%PDF-1.7\n1 0 obj\nstream\r\n" + text + b"\nendstream\n%%EOF"
        self.assertEqual(find_code(packed), "K7QF-2M9T-XW4H")
        bomb = zlib.compress(b"\0" * 50_000_000)
        many = b"%PDF-1.7\n" + (b"stream\n" + bomb + b"\nendstream\n") * 100
        self.assertEqual(find_code(many), "")


@tagged("post_install", "-at_install")
class TestPublicCheck(SigningCase):
    def setUp(self):
        super().setUp()
        public = self.env.ref("base.public_user")
        self.verification = self.env["hr.internship.verification"].with_user(public)

    def _check_code(self, request):
        return self.verification._check_code(request.verification_code)

    def test_a_signed_document_says_who_signed_when_in_short(self):
        request = self._completed(document_kind="individual")
        check = self._check_code(request)
        self.assertEqual(check.status, "authentic")
        self.assertTrue(check.is_valid)
        self.assertEqual(check.kind, "Internship agreement")
        self.assertEqual(check.company, request.company_id.name)
        self.assertEqual(len(check.acts), 3)
        self.assertRegex(check.acts[0], r"^N\. I\., intern, \d{1,2} \w+ \d{4}$")
        self.assertRegex(check.acts[1], r"^S\. S\., school, ")

    def test_nothing_else_is_told(self):
        request = self._completed(name="Agreement ST/2026/0001 Noor Intern")
        for file in (None, sample_pdf()):
            check = (
                self.verification._check_file(file)
                if file
                else self._check_code(request)
            )
            text = str(check)
            for secret in ("Noor", "Sam", "Hilde", "ST/2026", "@", "192.0.2.7"):
                self.assertNotIn(secret, text)

    def test_the_state_is_told_and_whether_it_counts(self):
        waiting = self._request()
        refused = self._request()
        refused.with_user(self.intern).sudo()._refuse(
            self._signatory(refused, self.intern), "portal", "No"
        )
        withdrawn = self._request()
        withdrawn.with_user(self.coordinator).action_withdraw("Mistake")
        for request, word, is_valid in (
            (waiting, "Being signed", True),
            (refused, "Refused", False),
            (withdrawn, "Withdrawn", False),
        ):
            check = self._check_code(request)
            self.assertEqual(check.status, "authentic")
            self.assertIn(word, check.state)
            self.assertEqual(check.is_valid, is_valid)
            self.assertFalse(check.acts)

    def test_a_draft_is_unknown(self):
        draft = self._request(is_sent=False)
        self.assertEqual(self._check_code(draft).status, "unknown")
        self.assertEqual(self.verification._check_file(sample_pdf()).status, "unknown")

    def test_a_file_is_compared_with_what_was_frozen_and_signed(self):
        request = self._completed()
        self._run_cron()
        signed = request._get_signed_file()
        damaged = bytearray(signed)
        damaged[len(sample_pdf()) // 2] ^= 1
        for data, status in (
            (sample_pdf(), "authentic"),
            (signed, "authentic"),
            (bytes(damaged), "altered"),
            (signed + b"\n% a remark", "altered"),
            (sample_pdf("Unknown"), "unknown"),
        ):
            check = self.verification._check_file(data)
            self.assertEqual(check.status, status)
            self.assertEqual(len(check.acts), 0 if status == "unknown" else 3)

    def test_a_file_given_to_several_tells_nobody_from_another(self):
        first, second = self._completed(), self._request()
        check = self.verification._check_file(sample_pdf())
        self.assertEqual(check.status, "authentic")
        self.assertFalse(check.acts or check.state)
        self.assertIn("Several", check.sentence)
        self.assertEqual(len(self._check_code(first).acts), 3)
        self.assertEqual(len(self._check_code(second).acts), 0)

    def test_a_changed_record_is_altered_also_for_the_true_file(self):
        request = self._completed()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_internship_signature SET name = 'X' WHERE request_id = %s",
            [request.id],
        )
        self.env.invalidate_all()
        self.assertEqual(self._check_code(request).status, "altered")
        self.assertEqual(self.verification._check_file(sample_pdf()).status, "altered")

    def test_an_anonymised_act_has_its_role_and_day(self):
        request = self._completed()
        request.signature_ids._anonymise()
        check = self._check_code(request)
        self.assertEqual(check.status, "authentic")
        self.assertRegex(check.acts[0], r"^intern, \d")

    def test_odd_codes_are_unknown(self):
        for text in ("", "x", "A" * 300, "\0", "2" * 12, "K7QF-2M9T-XW4H'--"):
            self.assertEqual(self.verification._check_code(text).status, "unknown")

    def test_a_code_of_ours_is_never_given_twice(self):
        request = self._request(is_sent=False)
        self.assertTrue(self.verification._is_used(request.verification_code))
        self.assertFalse(self.verification._is_used("2222-2222-2222"))
        with self.assertRaisesRegex(Exception, "in use"):
            self._request(
                is_sent=False,
                datas=base64.b64encode(sample_pdf("Other")),
                verification_code=request.verification_code,
            )

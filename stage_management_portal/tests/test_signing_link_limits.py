# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta
from unittest.mock import patch

from odoo import fields
from odoo.tests import RecordCapturer, tagged
from odoo.tools import mute_logger

from odoo.addons.stage_management.tools import one_time_code

from .link_common import SigningLinkCase

SIGNATORY = "odoo.addons.stage_management.models.signing.hr_internship_signatory"


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
                self.registry["mail.template"],
                "send_mail_batch",
                side_effect=ValueError,
            ),
        ):
            page = self._send("/code")
        self.assertIn("The code could not be sent", page.text)

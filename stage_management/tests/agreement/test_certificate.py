# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Certificates and reference letters: written, frozen, checked, revoked."""

import base64
import io

from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.tests import RecordCapturer, new_test_user, tagged

from ..common import InternshipCommon

LETTER = "<p>Intern One built a chatbot that citizens like.</p>"


class CertificateCommon(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.mentor_user = cls.mentor.user_id
        cls.internship = cls._over(cls._internship())

    @classmethod
    def _over(cls, internship, state="closed"):
        cls.env.flush_all()
        cls.env.cr.execute(
            "UPDATE hr_internship SET state = %s WHERE id = %s", [state, internship.id]
        )
        internship.invalidate_recordset()
        return internship

    def _issue(self, internship=None):
        internship = (internship or self.internship).with_user(self.coordinator)
        action = internship.action_issue_certificate()
        return internship.env["hr.internship.certificate"].browse(action["res_id"])

    def _letter(self, user=None, body=LETTER):
        internship = self.internship.with_user(user or self.mentor_user)
        action = internship.action_write_reference()
        letter = internship.env["hr.internship.certificate"].browse(action["res_id"])
        letter.body = body
        return letter

    def _text(self, certificate):
        reader = PdfReader(io.BytesIO(certificate.sudo()._get_file()))
        return " ".join(" ".join(p.extract_text() for p in reader.pages).split())

    def _check(self, **query):
        public = self.env.ref("base.public_user")
        verification = self.env["hr.internship.verification"].with_user(public)
        if "file" in query:
            return verification._check_file(query["file"])
        return verification._check_code(query["code"])


@tagged("post_install", "-at_install")
class TestCertificate(CertificateCommon):
    def test_running_internship_has_no_certificate_yet(self):
        internship = self._internship(partner_id=self._partner("Other").id)
        with self.assertRaisesRegex(UserError, "not over yet"):
            self._issue(internship)
        with self.assertRaisesRegex(UserError, "not over yet"):
            internship.with_user(self.mentor_user).action_write_reference()

    def test_certificate_states_who_what_and_how_long(self):
        certificate = self._issue()
        text = self._text(certificate)
        for expected in (
            "Intern One",
            "School One",
            "Mentor One",
            "1 February 2027",
            "Explore chatbots",
            certificate.verification_code,
            "/internships/verify",
        ):
            self.assertIn(expected, text)
        self.assertEqual(certificate.stated_hours, self.internship.actual_hours)
        self.assertGreater(certificate.stated_hours, 0)

    def test_second_click_opens_the_same_certificate(self):
        self.assertEqual(self._issue(), self._issue())

    def test_it_is_in_the_language_of_the_intern(self):
        self.env["res.lang"]._activate_lang("de_DE")
        view = self.env.ref("stage_management.internship_certificate")
        view.with_context(lang="de_DE").update_field_translations(
            "arch_db", {"de_DE": {"Certificate of internship": "Praktikumszeugnis"}}
        )
        self.internship.lang = "de_DE"
        certificate = self._issue()
        self.assertEqual(certificate.lang, "de_DE")
        text = self._text(certificate)
        self.assertIn("Praktikumszeugnis", text)
        self.assertIn("Februar 2027", text)

    def test_what_is_issued_stays_as_it_is(self):
        certificate = self._issue()
        for values in (
            {"datas": base64.b64encode(b"%PDF-other")},
            {"stated_hours": 1000},
            {"state": "draft"},
            {"body": "<p>x</p>"},
            {"lang": "en_US"},
        ):
            for user in (self.coordinator, self.env.ref("base.user_root")):
                with self.assertRaisesRegex(UserError, "stays as it is"):
                    certificate.with_user(user).write(values)
        with self.assertRaisesRegex(UserError, "stays on record"):
            certificate.unlink()
        with self.assertRaisesRegex(UserError, "not copied"):
            certificate.copy()

    def test_nobody_creates_an_issued_one_by_hand(self):
        letters = self.env["hr.internship.certificate"].with_user(self.coordinator)
        letter = letters.with_context(default_state="issued").create(
            {
                "internship_id": self.internship.id,
                "kind": "certificate",
                "state": "issued",
                "verification_code": "2222-2222-2222",
                "sha256": "0" * 64,
            }
        )
        self.assertRecordValues(
            letter,
            [
                {
                    "kind": "reference",
                    "state": "draft",
                    "verification_code": False,
                    "sha256": False,
                    "author_id": self.coordinator.id,
                }
            ],
        )

    def test_anybody_can_check_it(self):
        certificate = self._issue()
        data = certificate._get_file()
        for query in ({"code": certificate.verification_code}, {"file": data}):
            check = self._check(**query)
            self.assertEqual(check.status, "authentic")
            self.assertEqual(check.kind, "Certificate of internship")
            self.assertTrue(check.is_valid)
            self.assertNotIn("Intern One", str(check))
        altered = data.replace(b"%%EOF", b"%%EOG", 1)
        self.assertEqual(self._check(file=altered).status, "altered")
        self.assertEqual(self._check(file=data + b"x").status, "altered")

    def test_a_replaced_file_is_noticed(self):
        certificate = self._issue()
        data = certificate._get_file()
        self.env["ir.attachment"].sudo().search(
            [("res_model", "=", certificate._name), ("res_field", "=", "datas")]
        ).raw = data + b"\n"
        self.env.invalidate_all()
        check = self._check(code=certificate.verification_code)
        self.assertEqual(check.status, "altered")

    def test_revoked_is_not_valid_and_another_one_is_issued(self):
        first = self._issue()
        with self.assertRaisesRegex(UserError, "Say why"):
            first.action_revoke(" ")
        wizard = self.env["hr.internship.certificate.revoke"]
        wizard.with_user(self.coordinator).create(
            {"certificate_id": first.id, "reason": "Wrong hours"}
        ).action_revoke()
        check = self._check(code=first.verification_code)
        self.assertEqual(check.status, "authentic")
        self.assertFalse(check.is_valid)
        self.assertIn("Revoked", check.state)
        self.assertNotIn("Wrong hours", str(check))
        second = self._issue()
        self.assertNotEqual(first, second)
        self.assertNotEqual(first.verification_code, second.verification_code)
        with self.assertRaisesRegex(UserError, "Revoked"):
            first.action_revoke("Again")

    def test_codes_are_unique_over_all_documents(self):
        code = self._issue().verification_code
        self.assertTrue(self.env["hr.internship.verification"]._is_used(code))
        with self.assertRaisesRegex(UserError, "in use"):
            self.env["hr.internship.signature.request"].create(
                {
                    "name": "Other",
                    "datas": base64.b64encode(b"%PDF-1.7"),
                    "verification_code": code,
                }
            )

    def test_only_a_coordinator_issues_and_revokes(self):
        internship = self.internship.with_user(self.mentor_user)
        with self.assertRaises(AccessError):
            internship.action_issue_certificate()
        certificate = self._issue().with_user(self.mentor_user)
        self.assertTrue(certificate.verification_code)
        with self.assertRaises(AccessError):
            certificate.action_revoke("No")


@tagged("post_install", "-at_install")
class TestReferenceLetter(CertificateCommon):
    def test_the_mentor_writes_and_the_coordinator_issues(self):
        letter = self._letter()
        letter.action_submit()
        self.assertEqual(letter.state, "to_review")
        with self.assertRaises(AccessError):
            letter.body = "<p>Changed behind the coordinator's back</p>"
        todos = self.coordinator._get_internship_todos()[self.coordinator.id]
        self.assertIn("Review the reference letter of Intern One", str(todos))
        with self.assertRaises(AccessError):
            letter.action_issue()
        letter.with_user(self.coordinator).action_issue()
        text = self._text(letter)
        self.assertIn("chatbot that citizens like", text)
        self.assertIn(letter.verification_code, text)
        self.assertIn(self.mentor_user.name, text)
        check = self._check(code=letter.verification_code)
        self.assertEqual((check.status, check.kind), ("authentic", "Reference letter"))

    def test_a_letter_is_given_back(self):
        letter = self._letter()
        letter.action_submit()
        letter.with_user(self.coordinator).action_return()
        letter.body = "<p>Better</p>"
        self.assertEqual(letter.state, "draft")

    def test_an_empty_letter_is_neither_given_nor_issued(self):
        letter = self._letter(body="<p><br></p>")
        with self.assertRaisesRegex(UserError, "Write the letter"):
            letter.action_submit()
        with self.assertRaisesRegex(UserError, "Write the letter"):
            letter.with_user(self.coordinator).action_issue()

    def test_a_draft_is_unknown_to_the_public_and_can_be_deleted(self):
        letter = self._letter(self.coordinator)
        self.assertFalse(letter.verification_code)
        with self.assertRaises(AccessError):
            letter.with_user(self.mentor_user).unlink()
        letter.unlink()

    def test_certificate_and_letter_stand_apart(self):
        certificate = self._issue()
        letter = self._letter()
        self.assertNotEqual(certificate, letter)
        self.assertNotIn("chatbot that citizens", self._text(certificate))

    def test_others_do_not_read_them(self):
        certificate, letter = self._issue(), self._letter()
        portal = {
            name: new_test_user(
                self.env, f"certificate_{name}", groups="base.group_portal"
            )
            for name in ("intern", "supervisor")
        }
        portal["intern"].partner_id = self.intern
        portal["supervisor"].partner_id = self.supervisor
        self.env.invalidate_all()
        documents = certificate.sudo() | letter.sudo()
        for user, seen in (
            (portal["intern"], certificate),
            (portal["supervisor"], documents.browse()),
            (self.manager.user_id, documents.browse()),
            (self.mentor_user, documents),
        ):
            found = documents.with_user(user)._filtered_access("read")
            self.assertEqual(found.ids, seen.ids, user.login)

    def test_nothing_is_sent_to_anybody(self):
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self._issue()
        self.assertFalse(mails.records)

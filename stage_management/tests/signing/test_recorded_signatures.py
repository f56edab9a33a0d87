# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signatures on paper, on behalf, and in files that were signed elsewhere."""

import base64
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .certificates import repaint, sign_elsewhere
from .common import PNG, SigningCase, sample_pdf

SCAN = base64.b64encode(b"%PDF-1.4 a scan")
WIZARD = "hr.internship.signature.record"


class TestRecordedSignatures(SigningCase):
    def setUp(self):
        super().setUp()
        self.request = self._request()
        self.signatory = self._signatory(self.request, self.school)
        self.today = fields.Date.today()

    def _wizard(self, **values):
        return (
            self.env[WIZARD]
            .with_user(self.coordinator)
            .create(
                {
                    "request_id": self.request.id,
                    "signatory_id": self.signatory.id,
                    "channel": "paper",
                    "file": SCAN,
                    "file_name": "scan.pdf",
                    "paper_date": self.today,
                    "is_attested": True,
                    **values,
                }
            )
        )

    def _record(self, **values):
        self._wizard(**values).action_record()
        return self.request.signature_ids[-1]

    def _signed(self, data=None, name="Sam School", **values):
        data = data or sign_elsewhere(sample_pdf(), name)
        return {
            "channel": "file",
            "file": base64.b64encode(data),
            "file_name": "signed.pdf",
            **values,
        }

    def test_paper_keeps_the_scan_and_names_who_saw_the_original(self):
        act = self._record()
        self.assertRecordValues(
            act,
            [
                {
                    "kind": "signed",
                    "channel": "paper",
                    "name": "Sam School",
                    "recorded_by": "Carl Coordinator",
                    "proof": SCAN,
                    "proof_name": "scan.pdf",
                    "paper_date": self.today,
                    "reason": "",
                }
            ],
        )
        self.assertEqual(self.signatory.state, "signed")
        self.assertAuthentic(self.request)
        details = "\n".join(act._get_evidence_details())
        self.assertIn("Signed on paper on", details)
        self.assertIn("Recorded by Carl Coordinator", details)

    def test_pictures_are_taken_too(self):
        self.assertTrue(self._record(file=PNG, file_name="photo.png").proof)

    def test_exchanged_scan_is_detected_and_an_erased_one_is_not(self):
        act = self._record()
        attachment = (
            self.env["ir.attachment"]
            .sudo()
            .search(
                [
                    ("res_model", "=", act._name),
                    ("res_field", "=", "proof"),
                    ("res_id", "=", act.id),
                ]
            )
        )
        attachment.raw = b"%PDF-1.4 another scan"
        self.assertAltered(self.request, "Sam School")
        act._anonymise()
        self.assertFalse(act.proof or act.recorded_by)
        self.assertTrue(act.paper_date)
        self.assertAuthentic(self.request)

    def test_changed_day_on_the_paper_is_detected(self):
        act = self._record()
        self.env.cr.execute(
            "UPDATE hr_internship_signature SET paper_date = %s WHERE id = %s",
            ["2020-01-01", act.id],
        )
        self.assertAltered(self.request, "act 1")

    def test_paper_needs_all_of_it(self):
        tomorrow = self.today + timedelta(days=1)
        cases = (
            ({"is_attested": False}, "seen the original"),
            ({"paper_date": False}, "day that stands on the paper"),
            ({"paper_date": tomorrow}, "can not be signed on"),
            ({"paper_date": self.today - timedelta(days=40)}, "can not be signed on"),
            ({"file": False}, "Add the file"),
            ({"signatory_id": False}, "Choose who signed"),
            ({"file": base64.b64encode(b"MZ\x90")}, "not the kind of file"),
            ({"file_name": "scan.docx"}, "Choose a PDF, JPEG or PNG"),
            ({"file": "%%%"}, "empty"),
        )
        for values, words in cases:
            with (
                self.subTest(values=values),
                self.assertRaisesRegex(UserError, words),
                self.env.cr.savepoint(),
            ):
                self._record(**values)
        self.assertFalse(self.request.signature_ids)

    def test_on_behalf_needs_a_reason_and_a_proof(self):
        with self.assertRaisesRegex(UserError, "Say why"):
            self._record(channel="on_behalf", reason="  ")
        act = self._record(channel="on_behalf", reason="In hospital")
        self.assertRecordValues(
            act, [{"channel": "on_behalf", "reason": "In hospital", "proof": SCAN}]
        )
        self.assertIn("Reason: In hospital", act._get_evidence_details())
        self.assertFalse(act.paper_date)

    def test_file_signed_elsewhere_shows_its_signatures(self):
        wizard = self._wizard(**self._signed())
        self.assertIn(
            "Sam School (Signature), certificate of Citizen CA", wizard.signers
        )
        self.assertFalse(wizard.problem or wizard.warning)
        wizard.action_record()
        act = self.request.signature_ids
        self.assertEqual(act.channel, "file")
        self.assertIn("Sam School (Signature)", act.signers)
        self.assertTrue(base64.b64decode(act.proof).startswith(sample_pdf()))
        self.assertAuthentic(self.request)
        details = act._get_evidence_details()
        self.assertTrue(details[-2].startswith("Signature in the file: Sam School"))
        self.assertIn("Who issued the certificates was not checked", details[-1])

    def test_file_with_another_name_is_warned_of(self):
        wizard = self._wizard(**self._signed(name="Otto Other"))
        self.assertIn("bears the name of Sam School", wizard.warning)
        self.assertFalse(wizard.problem)

    @mute_logger("pyhanko.sign.diff_analysis.policies")
    def test_file_that_is_not_the_frozen_one_with_a_signature_is_refused(self):
        frozen = sample_pdf()
        cases = (
            (sign_elsewhere(sample_pdf("Other"), "Sam School"), "not the document"),
            (frozen, "no electronic signature"),
            (sign_elsewhere(repaint(frozen), "Sam School"), "More than a signature"),
            (frozen + b"\0" * 99, "signature|read"),
            (b"MZ", "can not be read"),
        )
        for data, words in cases:
            with self.assertRaisesRegex(UserError, words):
                self._record(**self._signed(data))
        self.assertFalse(self.request.signature_ids)

    def test_two_files_of_two_people_make_two_acts(self):
        self._record(**self._signed())
        self.signatory = self._signatory(self.request, self.intern)
        both = sign_elsewhere(
            sign_elsewhere(sample_pdf(), "Sam School"), "Noor Intern", "Signature2"
        )
        self._record(**self._signed(both))
        self.assertEqual(self.request.signature_ids.mapped("sequence"), [1, 2])
        self.assertAuthentic(self.request)

    def test_only_whose_turn_it_is(self):
        self.signatory = self._signatory(self.request, self.head)
        with self.assertRaisesRegex(UserError, "not the turn of Hilde Head"):
            self._record()
        self._sign(self.request, self.school)
        self.signatory = self._signatory(self.request, self.school)
        with self.assertRaisesRegex(UserError, "Sam School signed this document on"):
            self._record()
        self.request.with_user(self.coordinator).action_withdraw("New dates")
        with self.assertRaisesRegex(UserError, "withdrawn"):
            self._record()

    def test_signatory_of_another_document_is_refused(self):
        self.signatory = self._signatory(self._request(), self.school)
        with self.assertRaisesRegex(UserError, "can not be recorded here"):
            self._record()

    def test_paper_of_the_organisation_needs_the_power_of_that_day(self):
        delegation = self.env["hr.internship.delegation"].create(
            {
                "user_id": self.head.id,
                "source": "Decision",
                "date_from": self.today - timedelta(days=9),
            }
        )
        self._sign(self.request, self.intern, self.school)
        self.signatory = self._signatory(self.request, self.head)
        delegation.date_to = self.today - timedelta(days=1)
        with self.assertRaisesRegex(UserError, "no power in force"):
            self._record()
        delegation.date_to = False
        self.assertEqual(self._record().power, "Decision")
        self.assertEqual(self.request.state, "completed")

    def test_only_a_coordinator_records(self):
        record = self.request.with_user(self.head).sudo(False)._record
        with self.assertRaises(AccessError):
            record(self.signatory, "paper", SCAN, "scan.pdf", paper_date=self.today)
        with self.assertRaises(AccessError):
            self.env[WIZARD].with_user(self.head).create(
                {"request_id": self.request.id}
            )

    def test_recording_is_not_called_from_outside(self):
        for name in ("_record", "_sign", "_replace"):
            method = getattr(type(self.request), name)
            self.assertTrue(getattr(method, "_api_private", False), name)

    def test_proof_is_for_coordinators(self):
        act = self._record()
        self.env.invalidate_all()
        self.assertTrue(act.with_user(self.coordinator).sudo(False).proof)
        with self.assertRaises(AccessError):
            act.with_user(self.head).sudo(False).read(["proof"])

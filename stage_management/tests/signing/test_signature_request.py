# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo.exceptions import UserError

from ...tools.hash_chain import sha256
from .common import SigningCase, sample_pdf


class TestSignatureRequest(SigningCase):
    def test_bytes_are_hashed_when_the_request_is_made(self):
        request = self._request(is_sent=False, sha256="0" * 64, size=1)
        self.assertEqual(request.sha256, sha256(sample_pdf()))
        self.assertEqual(request.size, len(sample_pdf()))
        self.assertRegex(request.verification_code, r"^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$")

    def test_the_frozen_file_and_its_hash_can_never_be_written(self):
        request = self._request(is_sent=False)
        other = base64.b64encode(sample_pdf("Other"))
        for vals in ({"datas": other}, {"sha256": "0"}, {"verification_code": "A"}):
            with self.subTest(vals=list(vals)), self.assertRaises(UserError):
                request.sudo().write(vals)

    def test_state_and_chain_change_only_through_the_methods(self):
        request = self._request()
        for vals in (
            {"state": "completed"},
            {"head_hash": "0"},
            {"signature_count": 9},
            {"signed_datas": b"eA=="},
            {"evidence_state": "done"},
        ):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                request.sudo().write(vals)

    def test_a_new_request_is_a_draft_whatever_the_context_says(self):
        model = self.env["hr.internship.signature.request"].with_context(
            default_state="completed", default_head_hash="f" * 64
        )
        request = model.create(
            {
                "name": "Forged",
                "datas": base64.b64encode(sample_pdf()),
                "state": "completed",
                "signature_count": 3,
            }
        )
        self.assertRecordValues(
            request, [{"state": "draft", "head_hash": False, "signature_count": 0}]
        )

    def test_a_context_from_outside_does_not_unlock(self):
        request = self._request(is_sent=False)
        forged = request.with_context(stage_management_signing=True)
        with self.assertRaises(UserError):
            forged.write({"state": "completed"})

    def test_only_a_pdf_can_be_frozen(self):
        for datas in (False, base64.b64encode(b"MZ executable"), "no base64 é"):
            with self.subTest(datas=datas), self.assertRaises(UserError):
                self._request(datas=datas)

    def test_signatories_are_fixed_once_the_document_is_sent(self):
        request = self._request()
        signatory = self._signatory(request, self.head)
        with self.assertRaises(UserError):
            signatory.write({"partner_id": self.coordinator.partner_id.id})
        with self.assertRaises(UserError):
            signatory.copy({"request_id": request.id})
        with self.assertRaises(UserError):
            signatory.unlink()

    def test_the_state_of_a_signatory_can_not_be_written(self):
        signatory = self._signatory(self._request(is_sent=False), self.head)
        with self.assertRaises(UserError):
            signatory.write({"state": "signed"})

    def test_a_draft_can_be_deleted_and_a_sent_request_not(self):
        self._request(is_sent=False).unlink()
        with self.assertRaisesRegex(UserError, "Withdraw"):
            self._request().unlink()

    def test_acts_are_append_only_for_the_superuser_too(self):
        request = self._request()
        act = self._sign(request, self.intern)
        with self.assertRaises(UserError):
            act.sudo().write({"name": "Somebody Else"})
        with self.assertRaises(UserError):
            act.sudo().unlink()
        with self.assertRaises(UserError):
            act.sudo().copy({"sequence": 2})

    def test_the_code_can_be_printed_in_the_document_before(self):
        code = self.env["hr.internship.signature.request"]._new_verification_code()
        self.assertEqual(self._request(verification_code=code).verification_code, code)
        with self.assertRaises(UserError):
            self._request(verification_code="<script>")

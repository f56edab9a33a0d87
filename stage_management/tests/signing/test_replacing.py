# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Another document or signatory instead of what was sent."""

import base64

from odoo.exceptions import AccessError, UserError

from .common import SigningCase, sample_pdf

WIZARD = "hr.internship.signature.replace"


class TestReplacing(SigningCase):
    def _replace(self, request, user=None, **values):
        wizard = self.env[WIZARD].with_user(user or self.coordinator)
        wizard = wizard.create(
            {"request_id": request.id, "reason": "Director left", **values}
        )
        action = wizard.action_replace()
        return self.env[action["res_model"]].browse(action["res_id"]).sudo()

    def test_old_one_is_withdrawn_and_keeps_its_acts(self):
        request = self._request(document_kind="framework")
        self._sign(request, self.intern)
        draft = self._replace(request)
        self.assertEqual(request.state, "withdrawn")
        self.assertEqual(request.signature_ids.mapped("kind"), ["signed", "withdrawn"])
        self.assertAuthentic(request)
        self.assertRecordValues(
            draft,
            [
                {
                    "state": "draft",
                    "replaces_id": request.id,
                    "document_kind": "framework",
                    "sha256": request.sha256,
                    "signature_count": 0,
                }
            ],
        )
        self.assertNotEqual(draft.verification_code, request.verification_code)
        self.assertEqual(draft.signatory_ids.mapped("state"), ["waiting"] * 3)
        self.assertAuthentic(draft)

    def test_another_person_signs(self):
        request = self._request()
        draft = self._replace(
            request,
            signatory_id=self._signatory(request, self.school).id,
            partner_id=self.coordinator.partner_id.id,
        )
        self.assertEqual(
            draft.signatory_ids.partner_id,
            (self.intern | self.coordinator | self.head).partner_id,
        )

    def test_another_file_is_signed(self):
        file = base64.b64encode(sample_pdf("Corrected"))
        draft = self._replace(self._request(), file=file, file_name="corrected.pdf")
        self.assertEqual(draft._get_file(), sample_pdf("Corrected"))
        with self.assertRaisesRegex(UserError, "Only a PDF"):
            self._replace(self._request(), file=base64.b64encode(b"MZ"))

    def test_refused_one_is_followed_by_a_draft(self):
        request = self._request()
        request.with_user(self.intern)._refuse(
            self._signatory(request, self.intern), "portal", "Wrong dates"
        )
        draft = self._replace(request)
        self.assertEqual((request.state, draft.state), ("refused", "draft"))

    def test_what_all_signed_is_not_replaced(self):
        with self.assertRaisesRegex(UserError, "signed by everybody"):
            self._replace(self._completed())

    def test_only_a_coordinator_replaces(self):
        with self.assertRaises(AccessError):
            self._replace(self._request(), self.head)
        with self.assertRaises(AccessError):
            self._request().with_user(self.head).sudo(False)._replace("x")

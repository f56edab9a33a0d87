# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Documents that the intern signs."""

import base64

from odoo.exceptions import UserError
from odoo.tests import new_test_user, tagged

from .common import FolderCommon


@tagged("post_install", "-at_install")
class TestDocumentSigning(FolderCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.intern_user = new_test_user(
            cls.env,
            cls.intern.email,
            groups="base.group_portal",
            partner_id=cls.intern.id,
            name=cls.intern.name,
        )

    def _sent(self, code="confidentiality"):
        document = self._document(code)
        document.action_ask_to_sign()
        return document

    def _request(self, document):
        request = document.sudo().request_id.with_user(self.intern_user)
        return request, request.sudo().signatory_ids.with_user(self.intern_user)

    def test_signed_by_the_intern_is_in_order(self):
        document = self._sent()
        self.assertEqual(document.state, "to_sign")
        self.assertTrue(base64.b64decode(document.sudo().request_id.datas)[:5], "%PDF-")
        request, signatory = self._request(document)
        request._sign(signatory, "portal", "Intern One")
        self.assertEqual(document.state, "accepted")
        self.assertEqual(document.provided_by_id, self.intern)

    def test_refusal_comes_with_its_reason(self):
        document = self._sent()
        request, signatory = self._request(document)
        request._refuse(signatory, "portal", "I do not understand line 2")
        self.assertEqual(
            (document.state, document.reason),
            ("refused", "I do not understand line 2"),
        )
        document.action_ask_to_sign()
        self.assertEqual(document.state, "to_sign")

    def test_withdrawn_is_missing_again(self):
        document = self._sent()
        document.request_id.with_user(self.coordinator).action_withdraw("Typo")
        self.assertEqual(document.state, "missing")

    def test_being_signed_is_not_touched(self):
        document = self._sent()
        for act in (
            document.action_ask_to_sign,
            lambda: document._decide("not_applicable", "No"),
            lambda: self._bring(document),
            document.unlink,
        ):
            with self.assertRaises(UserError):
                act()

    def test_replacing_goes_back_to_the_folder(self):
        document = self._sent()
        request = document.request_id.with_user(self.coordinator)
        action = request._replace("Typo")
        self.assertEqual(
            (action["res_model"], action["res_id"]), (document._name, document.id)
        )
        self.assertEqual(document.state, "missing")

    def test_document_that_was_not_signed_in_time_is_missing_again(self):
        document = self._sent()
        document.sudo().request_id._expire()
        self.assertEqual(document.state, "missing")

    def test_guard_names_who_has_to_sign(self):
        self.env.ref(
            "stage_management.hr_internship_document_type_confidentiality"
        ).blocks = "ready"
        self._sent()
        self.assertEqual(
            self._sentences().get("“Confidentiality statement” is not signed by all."),
            "Intern One",
        )

    def test_what_is_brought_is_not_sent_for_signature(self):
        with self.assertRaisesRegex(UserError, "brought, not signed here"):
            self._document("enrolment").action_ask_to_sign()

    def test_intern_without_address_is_not_asked(self):
        self.intern.email = False
        with self.assertRaisesRegex(UserError, "Intern One has no e-mail address"):
            self._document("safety").action_ask_to_sign()

    def test_paper_with_a_signature_is_accepted_too(self):
        document = self._bring(self._document("deontology"))
        document.action_accept()
        self.assertEqual(document.state, "accepted")

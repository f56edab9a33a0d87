# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Annexes: chosen, frozen with the agreement, and seen by whom they are for."""

import base64

from odoo.exceptions import UserError, ValidationError

from ...tools.hash_chain import sha256
from ..common import PDF
from .common import AgreementCommon

ANNEX = "hr.internship.signature.annex"


class TestAgreementAnnex(AgreementCommon):
    def _document(self, internship, code, **values):
        document = internship.document_ids.with_user(self.coordinator).filtered(
            lambda document: document.type_id.code == code
        )
        document.write(
            {
                "file": PDF,
                "file_name": f"{code}.pdf",
                "valid_until": internship.date_end,
                "told_school_on": internship.date_start,
                **values,
            }
        )
        document.action_accept()
        return document

    def _with_annexes(self):
        """An agreement with a file of its own, the risks and the fit form."""
        agreement = self._agreement()
        case = agreement.internship_id
        risks = self._document(case, "risk_analysis")
        health = self._document(case, "health", health_result="fit")
        agreement.annex_ids = [
            (0, 0, {"name": "House rules", "file": PDF, "file_name": "rules.pdf"}),
            (0, 0, {"document_id": risks.id}),
            (0, 0, {"document_id": health.id}),
        ]
        return agreement

    def _seen(self, user):
        self.env.invalidate_all()
        return self.env[ANNEX].with_user(user).search([]).sudo().mapped("name")

    def test_annexes_are_frozen_in_their_order(self):
        agreement = self._with_annexes()
        agreement.action_send()
        annexes = agreement.request_id.annex_ids
        self.assertEqual(annexes.mapped("sequence"), [1, 2, 3])
        self.assertEqual(annexes.mapped("is_confidential"), [False, False, True])
        self.assertEqual(set(annexes.mapped("sha256")), {sha256(base64.b64decode(PDF))})

    def test_document_lists_them_with_their_hashes(self):
        html = self._html(self._with_annexes())
        self.assertIn("House rules", html)
        self.assertIn(sha256(base64.b64decode(PDF)), html)
        self.assertNotIn("Annexes", self._html(self._agreement()))

    def test_replaced_in_the_folder_afterwards_changes_nothing(self):
        agreement = self._with_annexes()
        agreement.action_send()
        risks = agreement.internship_id.document_ids.filtered(
            lambda document: document.type_id.code == "risk_analysis"
        )
        other = base64.b64encode(b"%PDF-1.7 other")
        risks.with_user(self.coordinator).write({"file": other, "file_name": "new.pdf"})
        frozen = agreement.request_id.annex_ids[1]
        self.assertEqual(frozen._get_file(), base64.b64decode(PDF))
        self._sign_all(agreement)
        self.assertTrue(
            agreement.request_id._verify()[agreement.request_id.id].is_authentic
        )

    def test_what_is_not_accepted_in_the_folder_is_not_sent(self):
        agreement = self._agreement()
        document = agreement.internship_id.document_ids.filtered(
            lambda document: document.type_id.code == "risk_analysis"
        )
        agreement.annex_ids = [
            (0, 0, {"document_id": document.id}),
            (0, 0, {"name": "Nothing"}),
        ]
        with self.assertRaises(UserError) as caught:
            agreement.action_send()
        self.assertSentence(
            caught.exception, "not accepted in the folder", "“Nothing” has no file yet"
        )

    def test_empty_or_wrong_file_is_refused(self):
        agreement = self._agreement()
        for content, name in ((b" ", "a.pdf"), (PDF, "a.docx"), (PDF, "a.exe")):
            with self.subTest(name=name), self.assertRaises(UserError):
                agreement.annex_ids = [
                    (0, 0, {"name": "A", "file": content, "file_name": name})
                ]

    def test_document_of_another_internship_is_refused(self):
        agreement, other = self._agreement(), self._agreement()
        document = other.internship_id.document_ids[:1]
        with self.assertRaisesRegex(ValidationError, "of another internship"):
            agreement.annex_ids = [(0, 0, {"document_id": document.id})]

    def test_medical_annex_stays_confidential(self):
        agreement = self._with_annexes()
        health = agreement.annex_ids.filtered("is_confidential")
        with self.assertRaisesRegex(ValidationError, "is medical"):
            health.is_confidential = False

    def test_only_the_intern_and_coordinators_see_the_medical_one(self):
        agreement = self._with_annexes()
        agreement.action_send()
        names = agreement.request_id.annex_ids.mapped("name")
        self.assertEqual(self._seen(self.users["intern"]), names)
        self.assertEqual(self._seen(self.coordinator), names)
        for user in (
            self.users["school"],
            self.director,
            self.mentor.user_id,
            self.backup.user_id,
            self.manager.user_id,
        ):
            with self.subTest(user=user.login):
                self.assertEqual(self._seen(user), names[:2])
                request = agreement.request_id.with_user(user)
                shown = request.read(["annex_ids"]) if not user.share else []
                for values in shown:
                    self.assertEqual(len(values["annex_ids"]), 2)

    def test_chosen_annexes_stay_once_it_was_sent(self):
        agreement = self._with_annexes()
        agreement.action_send()
        with self.assertRaisesRegex(UserError, "sent with these annexes"):
            agreement.annex_ids[0].name = "Other"
        with self.assertRaisesRegex(UserError, "sent with these annexes"):
            agreement.annex_ids.unlink()

    def test_template_says_which_are_usual(self):
        kind = self.env.ref(
            "stage_management.hr_internship_document_type_risk_analysis"
        )
        self._template("<p>{{ intern }}</p>", annex_type_ids=kind.ids)
        agreement = self._agreement()
        self.assertEqual(agreement.annex_ids.document_id.type_id, kind)

    def test_certificate_of_the_school_goes_along(self):
        self.env["hr.internship.insurance"].with_user(self.coordinator).create(
            {
                "school_id": self.school.id,
                "policy_number": "P",
                "date_from": "2026-09-01",
                "date_to": "2027-08-31",
                "file": PDF,
                "file_name": "certificate.pdf",
            }
        )
        agreement = self._agreement()
        document = agreement.internship_id.document_ids.filtered(
            lambda document: document.type_id.code == "insurance"
        )
        agreement.annex_ids = [(0, 0, {"document_id": document.id})]
        agreement.action_send()
        self.assertEqual(agreement.request_id.annex_ids.filename, "certificate.pdf")

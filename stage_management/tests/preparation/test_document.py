# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Bringing, accepting, refusing and replacing a document."""

from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import PDF
from .common import MANY_BYTES, FolderCommon

COVERING = {"valid_from": "2026-09-01", "valid_until": "2027-08-31"}


@tagged("post_install", "-at_install")
class TestDocument(FolderCommon):
    def test_intern_brings_and_coordinator_accepts(self):
        document = self._document("enrolment")
        document._submit_file(self.intern, "proof.pdf", b"%PDF-1.7 proof")
        self.assertEqual(document.state, "to_check")
        self.assertEqual(document.provided_by_id, self.intern)
        document.write(COVERING)
        document.action_accept()
        self.assertEqual(document.status, "accepted")
        self.assertEqual(document.checked_by_id, self.coordinator)
        self.assertFalse(document.is_open)

    def test_only_who_is_asked_brings_it(self):
        stranger = self._partner("Stranger")
        people = {
            "enrolment": [self.intern],
            "insurance": [self.supervisor],
            "risk_analysis": [],
        }
        for code, allowed in people.items():
            document = self._document(code)
            for person in (self.intern, self.supervisor, stranger):
                with self.subTest(code=code, person=person.name):
                    self.assertEqual(document._may_submit(person), person in allowed)
            self.assertTrue(document._may_submit(self.coordinator.partner_id))
        with self.assertRaisesRegex(AccessError, "brought by somebody else"):
            self._document("enrolment")._submit_file(stranger, "x.pdf", b"%PDF-1.7")

    def test_whose_access_has_ended_brings_nothing(self):
        document = self._document("enrolment")
        self.internship.participant_ids.portal_until = "2020-01-01"
        self.assertFalse(document._may_submit(self.intern))

    def test_mentor_brings_what_is_asked_of_the_mentor(self):
        kind = self.env["hr.internship.document.type"].create(
            {"name": "Plan of the desk", "provider": "mentor"}
        )
        self.internship.action_refresh_documents()
        document = self.internship.document_ids.filtered(lambda d: d.type_id == kind)
        wizard = (
            self.env["hr.internship.document.submit"]
            .with_user(self.mentor.user_id)
            .create({"document_id": document.id, "file": PDF, "file_name": "plan.pdf"})
        )
        wizard.action_submit()
        self.assertEqual(document.state, "to_check")
        self.assertEqual(document.provided_by_id, self.mentor.user_id.partner_id)

    def test_bad_files_get_one_sentence(self):
        document = self._document("enrolment")
        table = [
            ("proof.pdf", b"", "is empty"),
            ("proof.pdf", MANY_BYTES, "is larger than 10 MB"),
            ("proof.exe", b"MZ", "is of a kind that is not accepted"),
            (
                "proof.pdf",
                b"MZ\x90\x00 renamed",
                "is not the kind of file that its name",
            ),
            ("proof.txt", b"just text", "choose a file of one of these kinds"),
            (None, b"%PDF-1.7", "is of a kind that is not accepted"),
        ]
        for name, content, words in table:
            with self.subTest(name=name, size=len(content)):
                with self.assertRaises(UserError) as caught:
                    document._submit_file(self.intern, name, content)
                self.assertSentence(caught.exception, words)
        self.assertEqual(document.state, "missing")
        self.assertFalse(document.file)

    def test_bad_files_are_refused_on_the_form_too(self):
        with self.assertRaisesRegex(UserError, "is not the kind of file"):
            self._document("enrolment").write(
                {"file": self._encode(b"MZ renamed"), "file_name": "proof.pdf"}
            )

    def test_new_file_makes_the_earlier_one_history(self):
        document = self._bring(self._document("enrolment"))
        document._decide("refused", "Not readable")
        document._submit_file(self.intern, "better.pdf", b"%PDF-1.7 better")
        self.assertEqual(document.state, "to_check")
        self.assertFalse(document.reason)
        version = document.version_ids
        self.assertEqual(version.file, PDF)
        self.assertEqual(
            (version.file_name, version.state, version.reason),
            ("proof.pdf", "refused", "Not readable"),
        )
        with self.assertRaisesRegex(UserError, "kept as it was"):
            version.sudo().file_name = "other.pdf"

    def test_refused_with_the_reason_that_was_given(self):
        document = self._bring(self._document("enrolment"))
        action = document.action_open_refuse()
        wizard = (
            self.env["hr.internship.document.decide"]
            .with_user(self.coordinator)
            .with_context(**action["context"])
            .create({"reason": "Last year's"})
        )
        wizard.action_confirm()
        self.assertEqual((document.state, document.reason), ("refused", "Last year's"))

    def test_nothing_to_refuse(self):
        document = self._document("enrolment")
        wizard = (
            self.env["hr.internship.document.decide"]
            .with_user(self.coordinator)
            .create({"document_ids": document.ids, "reason": "No"})
        )
        with self.assertRaisesRegex(UserError, "nothing to refuse"):
            wizard.action_confirm()

    def test_not_applicable_needs_a_reason_and_comes_back(self):
        document = self._document("enrolment")
        values = {"document_ids": document.ids, "decision": "not_applicable"}
        Wizard = self.env["hr.internship.document.decide"].with_user(self.coordinator)
        with self.assertRaisesRegex(UserError, "Say why"):
            Wizard.create({**values, "reason": "  "}).action_confirm()
        Wizard.create({**values, "reason": "Foreign exchange"}).action_confirm()
        self.assertFalse(document.is_open)
        document.action_ask_again()
        self.assertEqual(document.state, "missing")

    def test_accepting_names_all_that_is_missing(self):
        table = {
            "risk_analysis": ["no file", "when the school was told", "until when"],
            "health": ["no file", "Fill in the result"],
            "insurance": ["no file", "number of the policy", "until when"],
            "enrolment": ["no file", "until when"],
        }
        for code, sentences in table.items():
            with self.subTest(code=code), self.assertRaises(UserError) as caught:
                self._document(code).action_accept()
            self.assertSentence(caught.exception, *sentences)

    def test_proof_that_ends_too_early_is_not_accepted(self):
        document = self._bring(
            self._document("enrolment"),
            valid_from="2026-09-01",
            valid_until="2027-01-31",
        )
        with self.assertRaisesRegex(UserError, "the internship runs from 02/01/2027"):
            document.action_accept()

    def test_health_not_needed_takes_no_file(self):
        document = self._document("health")
        document.health_result = "not_needed"
        document.action_accept()
        self.assertEqual(document.state, "accepted")

    def test_declaration_is_a_number(self):
        kind = self.env.ref("stage_management.hr_internship_document_type_dimona")
        document = (
            self.env["hr.internship.document"]
            .with_user(self.coordinator)
            .create({"internship_id": self.internship.id, "type_id": kind.id})
        )
        with self.assertRaises(UserError) as caught:
            document.action_accept()
        self.assertSentence(caught.exception, "who made the declaration", "number")
        document.write({"declared_by": "School One", "declaration_number": "D-1"})
        document.action_accept()
        self.assertEqual(document.state, "accepted")

    def test_state_is_not_written_by_hand(self):
        document = self._document("enrolment")
        with self.assertRaisesRegex(UserError, "by its buttons"):
            document.state = "accepted"
        with self.assertRaisesRegex(UserError, "by its buttons"):
            document.copy({"internship_id": self.internship.id, "state": "accepted"})

    def test_what_somebody_brought_is_not_deleted(self):
        document = self._bring(self._document("enrolment"), **COVERING)
        document.action_accept()
        with self.assertRaisesRegex(UserError, "set it aside as not applicable"):
            document.unlink()
        with self.assertRaisesRegex(UserError, "bring a newer file"):
            document.file = False

    def test_expired_follows_the_day(self):
        document = self._bring(self._document("risk_analysis"))
        document.write({"valid_until": "2099-01-01", "told_school_on": "2026-11-01"})
        document.action_accept()
        self.assertEqual(document.status, "accepted")
        document.valid_until = "2020-01-01"
        self.assertEqual(document.status, "expired")
        Document = self.env["hr.internship.document"]
        own = ("internship_id", "=", self.internship.id)
        self.assertEqual(Document.search([own, ("status", "=", "expired")]), document)
        self.assertIn(document, Document.search([own, ("is_open", "=", True)]))
        self.assertNotIn(
            document, Document.search([own, ("status", "in", ("accepted", "to_check"))])
        )

    def test_same_document_twice_is_refused(self):
        kind = self._document("enrolment").type_id
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            self.env["hr.internship.document"].create(
                {"internship_id": self.internship.id, "type_id": kind.id}
            )

    def test_folder_of_a_cancelled_internship_takes_nothing(self):
        self.internship._transition("cancelled", end_reason="No budget")
        with self.assertRaisesRegex(UserError, "takes no more files"):
            self._document("enrolment")._submit_file(
                self.intern, "proof.pdf", b"%PDF-1.7"
            )

    def test_coordinator_is_told_what_to_check_and_to_chase(self):
        today = (
            self.env["hr.internship"]
            ._fields["date_start"]
            .context_today(self.internship)
        )
        self.internship.write({"date_start": today, "date_end": "2099-04-30"})
        self._bring(self._document("enrolment"))
        todos = self.coordinator._get_internship_todos()[self.coordinator.id]
        own = {todo.kind: todo.label for todo in todos}
        self.assertEqual(
            own["check_documents"], "Check the documents of Intern One (1)"
        )
        self.assertIn("missing documents of Intern One", own["chase_documents"])
        other = self._user("coordinator-2", "group_coordinator")
        kinds = {t.kind for t in other._get_internship_todos()[other.id]}
        self.assertFalse(kinds & {"check_documents", "chase_documents"})

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which documents a folder holds, and what it says of the next step."""

from odoo.exceptions import UserError
from odoo.fields import Date
from odoo.tests import tagged

from .common import FolderCommon

WORK = {
    "agreement", "risk_analysis", "health", "insurance", "enrolment", "regulation",
    "information_sheet", "confidentiality", "deontology", "safety",
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestFolder(FolderCommon):
    def _codes(self, internship=None):
        documents = (internship or self.internship).sudo().document_ids
        return set(documents.filtered("is_required").mapped("type_id.code"))

    def test_preparation_makes_the_folder(self):
        self.assertEqual(self._codes(), WORK)
        self.assertEqual({self._document(code).state for code in WORK}, {"missing"})

    def test_draft_has_no_folder_yet(self):
        other = self._internship(partner_id=self._partner("Other").id)
        self.assertFalse(other.document_ids)

    def test_visit_asks_for_little(self):
        observation = self.env.ref("stage_management.hr_internship_type_observation")
        visit = self._prepared(
            type_id=observation.id, partner_id=self._partner("Visitor").id
        )
        self.assertEqual(self._codes(visit), {"regulation"})

    def test_again_makes_nothing_twice(self):
        before = self.internship.document_ids
        self.internship.action_refresh_documents()
        self.assertEqual(self.internship.document_ids, before)

    def test_another_type_changes_what_is_required(self):
        brought = self._bring(self._document("enrolment"))
        observation = self.env.ref("stage_management.hr_internship_type_observation")
        self.internship.type_id = observation
        self.assertEqual(self._codes(), {"regulation"})
        self.assertTrue(brought.exists(), "what was brought is lost")
        self.assertFalse(brought.is_required)
        self.internship.type_id = self.internship_type
        self.assertEqual(self._codes(), WORK)
        self.assertTrue(brought.is_required)

    def test_risks_ask_for_more(self):
        self._document("risk_analysis").has_risks = True
        self.assertEqual(self._codes() - WORK, {"workplace_sheet"})
        self._document("risk_analysis").has_risks = False
        self.assertEqual(self._codes(), WORK)

    def test_kind_of_school_decides(self):
        self.env["hr.internship.document.type"].create(
            {"name": "Form of the school", "school_rule": "secondary"}
        )
        self.internship.action_refresh_documents()
        self.assertEqual(len(self.internship.document_ids), len(WORK))
        self.school.school_kind = "secondary"
        self.assertEqual(len(self.internship.document_ids), len(WORK) + 1)

    def test_batch_costs_the_same_for_many(self):
        def prepare(count, start):
            people = [self._partner(f"Person {start + n}") for n in range(count)]
            cases = self.env["hr.internship"].concat(
                *[self._internship(partner_id=person.id) for person in people]
            )
            cases.sudo().write({"state": "preparation"})
            cases.document_ids.unlink()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            cases._sync_documents()
            self.env.flush_all()
            return self.cr.sql_log_count - before

        prepare(2, 0)
        self.assertLessEqual(prepare(8, 20), prepare(3, 10))

    def test_what_is_missing_is_told_with_who_brings_it(self):
        found = self._sentences()
        for code, provider in (
            ("risk_analysis", "prevention service"),
            ("health", "prevention service"),
            ("insurance", "school"),
            ("enrolment", "intern"),
        ):
            name = self._document(code).type_id.name
            self.assertEqual(found.get(f"“{name}” is missing."), provider)

    def test_each_state_has_its_sentence(self):
        document = self._document("enrolment")
        covering = {"valid_from": "2026-09-01", "valid_until": "2027-08-31"}
        name = document.type_id.name

        def accept_and_shorten():
            document.action_accept()
            document.valid_until = "2027-03-31"

        def wait():
            document.valid_until = "2026-01-31"

        steps = [
            (lambda: None, f"“{name}” is missing."),
            (
                lambda: self._bring(document, **covering),
                f"“{name}” has not been checked yet.",
            ),
            (
                lambda: document._decide("refused", "Not readable"),
                f"“{name}” was refused (Not readable): a new one is needed.",
            ),
            (lambda: self._bring(document, **covering), "has not been checked yet."),
            (accept_and_shorten, "It covers 09/01/2026 – 03/31/2027; the internship"),
            (wait, f"“{name}” was valid until 01/31/2026: a new one is needed."),
            (lambda: document.write(covering), None),
        ]
        for act, expected in steps:
            act()
            own = [text for text in self._sentences() if name in text]
            with self.subTest(expected=expected):
                self.assertEqual(len(own), 1 if expected else 0)
                self.assertIn(expected or "", "".join(own))

    def test_later_dates_ask_for_a_longer_proof(self):
        document = self._bring(
            self._document("enrolment"),
            valid_from="2027-02-01",
            valid_until="2027-04-30",
        )
        document.action_accept()
        self.internship.date_end = "2027-05-31"
        self.assertTrue([s for s in self._sentences() if "It covers" in s])

    def test_folder_in_order_opens_the_way(self):
        self._tick_blocking_lines(self.internship)
        self._complete_folder(self.internship)
        self.assertFalse([s for s in self._sentences() if "“" in s])

    def test_ready_is_refused_with_all_that_is_missing(self):
        with self.assertRaises(UserError) as caught:
            self.internship.action_ready()
        self.assertSentence(
            caught.exception, "“Risk analysis of the workplace” is missing.",
            "“Proof of enrolment” is missing.",
        )  # fmt: skip

    def test_closing_waits_for_the_regulations(self):
        self._tick_blocking_lines(self.internship)
        found = self._sentences("closed")
        self.assertEqual(list(found), ["“Internship regulations” is missing."])
        self._document("regulation")._decide("not_applicable", "Ended before it began")
        self.assertFalse(self._sentences("closed"))

    def test_unfit_blocks_and_tells_only_the_coordinator(self):
        document = self._bring(self._document("health"), health_result="unfit")
        document.action_accept()
        self.assertTrue([s for s in self._sentences() if "not fit" in s])
        others = self._sentences(user=self.mentor.user_id)
        self.assertIn("A personal document is not in order yet.", others)
        self.assertFalse([s for s in others if "ealth" in s or "fit" in s])

    def test_mentor_reads_what_blocks_on_the_form(self):
        html = self.internship.with_user(self.mentor.user_id).blocker_html
        self.assertIn("Proof of enrolment", html)
        self.assertNotIn("Health", html)

    def test_insurance_of_the_school_serves_its_internships(self):
        document = self._document("insurance")
        policy = self._insure()
        self.assertEqual(document.state, "accepted")
        self.assertEqual(document.policy_number, "S-2026")
        policy.date_to = "2027-03-31"
        self.assertEqual(document.state, "missing")
        self._insure(
            policy_number="S-2027", date_from="2027-04-01", date_to="2028-03-31"
        )
        self.assertEqual(document.state, "accepted")
        later = self._prepared(partner_id=self._partner("Next").id)
        self.assertEqual(self._document("insurance", later).state, "accepted")

    def test_insurance_in_use_is_not_deleted(self):
        policy = self._insure()
        with self.assertRaisesRegex(UserError, "lean on the policy S-2026"):
            policy.unlink()

    def test_own_certificate_goes_before_that_of_the_school(self):
        document = self._bring(
            self._document("insurance"),
            policy_number="OWN-1",
            valid_from="2027-01-01",
            valid_until="2027-12-31",
        )
        document.action_accept()
        self._insure()
        self.assertEqual(document.policy_number, "OWN-1")

    def test_cancelled_internship_keeps_its_documents(self):
        self._bring(self._document("enrolment"))
        self.internship._transition("cancelled", end_reason="No budget")
        with self.assertRaisesRegex(UserError, "leave the internship cancelled"):
            self.internship.unlink()

    def test_agreement_of_three_is_told_by_the_signing(self):
        document = self._document("agreement")
        action = self.internship.action_draw_up_agreement()
        agreement = self.env["hr.internship.agreement"].browse(action["res_id"])
        agreement.with_user(self.coordinator).action_send()
        self.assertEqual(document.state, "to_sign")
        agreement.request_id.with_user(self.coordinator).action_withdraw("Typo")
        self.assertEqual(document.state, "missing")

    def test_due_date_follows_the_internship(self):
        document = self._document("enrolment")
        self.assertEqual(document.due_on, self.internship.preparation_due)
        self.internship.write({"date_start": "2027-02-08"})
        self.assertEqual(document.due_on, Date.to_date("2027-01-25"))

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is agreed with a school once, for all its interns."""

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Date

from .common import AgreementCommon

AGREEMENT = "hr.internship.agreement"


class TestFramework(AgreementCommon):
    def _found(self, validity):
        return self.env[AGREEMENT].search(
            [("validity", "=", validity), ("school_id", "=", self.school.id)]
        )

    def test_school_and_organisation_sign_it_without_an_internship(self):
        framework = self._framework(is_signed=False)
        framework.action_send()
        request = framework.request_id
        self.assertEqual(request.document_kind, "framework")
        self.assertFalse(request.internship_id)
        self.assertEqual(request.school_id, self.school)
        self.assertEqual(
            [(s.order, s.role, s.state) for s in request.signatory_ids],
            [(1, "school", "to_sign"), (2, "organisation", "waiting")],
        )
        self._sign(framework, "school")
        self._sign(framework, "organisation")
        self.assertEqual(framework.state, "signed")

    def test_text_says_what_was_agreed(self):
        framework = self._framework(
            is_signed=False,
            is_tacit=True,
            notice_months=4,
            insurer="Ethias",
            policy_number="45.001",
            insured_until="2027-08-31",
        )
        for expected in ("renewed tacitly", "4 months", "Ethias", "45.001"):
            self.assertIn(expected, framework.body)
        self.assertNotIn("ends by itself", framework.body)

    def test_it_needs_a_school_and_no_internship(self):
        with self.assertRaisesRegex(ValidationError, "choose the school"):
            self._framework(is_signed=False, school_id=False)
        internship = self._internship()
        with self.assertRaisesRegex(ValidationError, "no internship"):
            self._framework(is_signed=False, internship_id=internship.id)

    def test_other_agreements_need_an_internship(self):
        with self.assertRaisesRegex(ValidationError, "Choose the internship"):
            self.env[AGREEMENT].create({"school_id": self.school.id})

    def test_what_is_missing_is_named(self):
        framework = self._framework(
            is_signed=False, date_to=False, school_signatory_id=False, contact_ids=[]
        )
        with self.assertRaises(UserError) as caught:
            framework.action_send()
        self.assertSentence(
            caught.exception,
            "from when until when",
            "Nobody signs for the school",
            "contacts at the school",
        )

    def test_validity_follows_the_day_of_today(self):
        framework = self._framework(date_from="2026-09-01", date_to="2027-08-31")
        expected = {
            "2026-08-31": "coming",
            "2026-09-01": "in_force",
            "2027-05-30": "in_force",
            "2027-06-01": "ending",
            "2027-08-31": "ending",
            "2027-09-01": "over",
        }
        for day, validity in expected.items():
            with self.subTest(day=day), freeze_time(f"{day} 12:00:00"):
                framework.invalidate_recordset(["validity"])
                self.assertEqual(framework.validity, validity)
                self.assertIn(framework, self._found(validity))
                for other in set(expected.values()) - {validity}:
                    self.assertNotIn(framework, self._found(other))

    def test_tacit_renewal_goes_on_until_it_is_terminated(self):
        framework = self._framework(date_to="2027-08-31", is_tacit=True)
        with freeze_time("2030-01-15 12:00:00"):
            framework.invalidate_recordset()
            self.assertEqual(framework.validity, "in_force")
            self.assertEqual(framework.notice_before, Date.to_date("2030-05-31"))
            framework.write(
                {"terminated_on": "2029-12-31", "termination_reason": "Merged"}
            )
            self.assertEqual(framework.validity, "over")

    def test_termination_says_why(self):
        framework = self._framework()
        with self.assertRaisesRegex(ValidationError, "Say why"):
            framework.terminated_on = "2027-01-01"

    def test_signed_terms_stay_as_they_were_signed(self):
        framework = self._framework()
        with self.assertRaisesRegex(UserError, "keeps its wording"):
            framework.date_to = "2035-01-01"
        framework.insured_until = "2028-01-01"

    def test_renewal_follows_on_and_is_made_once(self):
        framework = self._framework(date_from="2026-09-01", date_to="2027-08-31")
        renewal = self.env[AGREEMENT].browse(framework.action_renew()["res_id"])
        self.assertRecordValues(
            renewal,
            [
                {
                    "state": "draft",
                    "date_from": Date.to_date("2027-09-01"),
                    "date_to": Date.to_date("2028-08-31"),
                    "renewed_from_id": framework.id,
                    "school_id": self.school.id,
                }
            ],
        )
        self.assertIn(
            "September 1, 2027", renewal.body.replace("1 September", "September 1,")
        )
        self.assertEqual(framework.action_renew()["res_id"], renewal.id)

    def test_what_was_never_signed_is_not_renewed(self):
        with self.assertRaisesRegex(UserError, "that was signed"):
            self._framework(is_signed=False).action_renew()

    def test_agreement_of_an_internship_names_the_one_in_force(self):
        framework = self._framework()
        agreement = self._agreement()
        self.assertIn(framework.name, agreement.framework_note)
        self.assertIn(framework.name, agreement.body)

    def test_expired_one_is_not_named_and_stops_nothing(self):
        self._framework(date_from="2025-09-01", date_to="2027-03-31")
        agreement = self._agreement()
        self.assertIn("No framework agreement", agreement.framework_note)
        agreement.action_send()
        self.assertEqual(agreement.state, "to_sign")

    def test_one_for_other_programmes_is_not_named(self):
        other = self.env["hr.study.programme"].create(
            {"name": "Law", "school_id": self.school.id}
        )
        self._framework(programme_ids=other.ids)
        self.assertIn("No framework agreement", self._agreement().framework_note)

    def test_school_shows_which_one_is_in_force(self):
        school = self.school.with_user(self.coordinator)
        self.assertEqual(school.framework_note, "None is in force today.")
        framework = self._framework(date_from="2020-01-01")
        school.invalidate_recordset(["framework_note"])
        self.assertIn(framework.name, school.framework_note)
        self.assertIn(framework, school.framework_agreement_ids)

    def test_who_signs_for_the_organisation_reads_it_and_a_mentor_does_not(self):
        framework = self._framework()
        self.env.invalidate_all()
        self.assertTrue(framework.with_user(self.director).body)
        with self.assertRaises(AccessError):
            framework.with_user(self.mentor.user_id).read(["body"])

    def test_school_reads_what_it_signs_in_the_portal_only(self):
        framework = self._framework()
        self.env.invalidate_all()
        school = self.users["school"]
        requests = self.env["hr.internship.signature.request"].with_user(school)
        self.assertIn(framework.request_id.id, requests.search([]).ids)
        with self.assertRaises(AccessError):
            framework.with_user(school).read(["name"])

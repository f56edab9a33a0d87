# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Decision and communication are two moments; reasons are kept."""

from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.fields import Datetime
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestDecision(InternshipCommon):
    def _end(self, applications, target="refused", **values):
        wizard = (
            self.env["hr.internship.application.end"]
            .with_user(self.coordinator)
            .create(
                {
                    "application_ids": [(6, 0, applications.ids)],
                    "target": target,
                    "decision_kind": "profile",
                    **values,
                }
            )
        )
        return wizard.action_confirm()

    def _tell(self, application, **values):
        wizard = (
            self.env["hr.internship.application.tell"]
            .with_user(self.coordinator)
            .create({"application_id": application.id, **values})
        )
        return wizard.action_confirm()

    def _sent(self, application):
        return application.message_ids.filtered("outgoing_email_to")

    def test_decision_alone_tells_the_candidate_nothing(self):
        application = self._application()
        self._end(application, decision_reason="Too early in the programme")
        self.assertRecordValues(
            application,
            [
                {
                    "state": "refused",
                    "decided_by_id": self.coordinator.id,
                    "decision_kind": "profile",
                    "decision_reason": "Too early in the programme",
                    "told_on": False,
                }
            ],
        )
        self.assertFalse(self._sent(application))

    def test_refusal_without_interview_and_told_at_once(self):
        application = self._application()
        self._end(application, telling="mail")
        self.assertEqual(application.told_channel, "mail")
        self.assertIn("To our regret", self._sent(application).body)
        self.assertNotIn("our conversation", self._sent(application).body)

    def test_reason_for_colleagues_never_reaches_the_candidate(self):
        application = self._application()
        self._end(application, telling="mail", decision_reason="Rude on the phone")
        self.assertNotIn("Rude", self._sent(application).body)

    def test_refusal_needs_a_reason(self):
        with self.assertRaisesRegex(UserError, "Choose the reason"):
            self._end(self._application(), decision_kind=False)

    def test_one_bad_line_holds_up_no_good_one(self):
        good, bad = self._application(), self._application()
        self._end(bad)
        result = self._end(good | bad)
        self.assertEqual(good.state, "refused")
        self.assertEqual(result["tag"], "display_notification")

    def test_candidate_without_address_loses_no_refusal_of_another(self):
        good = self._application()
        mute = self._application(email_from=False)
        result = self._end(good | mute, telling="mail")
        self.assertEqual(good.told_channel, "mail")
        self.assertEqual(mute.state, "new")
        self.assertIn("has no e-mail address", result["params"]["message"])

    def test_mail_can_be_changed_before_it_goes(self):
        application = self._application()
        application._transition("accepted")
        self._tell(application, subject="Welcome", body="<p>See you soon</p>")
        sent = self._sent(application)
        self.assertEqual((sent.subject, application.told_channel), ("Welcome", "mail"))
        self.assertIn("See you soon", sent.body)

    def test_told_by_phone_is_recorded_with_its_moment(self):
        application = self._application()
        application._transition("accepted")
        moment = Datetime.now()
        self._tell(application, channel="phone", told_on=moment, note="Very happy")
        self.assertEqual(application.told_channel, "phone")
        self.assertFalse(self._sent(application))

    def test_call_before_the_decision_is_refused(self):
        application = self._application()
        application._transition("refused")
        earlier = Datetime.now() - timedelta(days=1)
        with self.assertRaisesRegex(UserError, "after that call"):
            self._tell(application, channel="phone", told_on=earlier)

    def test_second_telling_is_refused(self):
        application = self._application()
        application._transition("accepted")
        self._tell(application)
        with self.assertRaisesRegex(UserError, "was told on"):
            self._tell(application)
        self.assertEqual(len(self._sent(application)), 1)

    def test_nothing_to_tell_without_a_decision(self):
        with self.assertRaisesRegex(UserError, "decide first"):
            self._application().action_tell()

    def test_told_candidate_is_not_reconsidered(self):
        application = self._application()
        self._end(application)
        application.action_reconsider()
        self.assertEqual((application.state, application.decided_on), ("review", False))
        self._end(application, telling="mail")
        with self.assertRaisesRegex(UserError, "was told the decision already"):
            application.action_reconsider()

    def test_mentor_decides_nothing(self):
        application = self._application(place_id=self._place().id)
        application._transition("review")
        application._transition("interview")
        with self.assertRaises(AccessError):
            application.with_user(self.mentor.user_id)._transition("accepted")

    def test_withdrawal_keeps_its_reason(self):
        application = self._application()
        application._transition("review")
        self._end(application, "withdrawn", decision_reason="Found another place")
        self.assertEqual(application.decision_reason, "Found another place")
        self.assertEqual(application.state, "withdrawn")

    def test_internship_reminds_that_the_candidate_waits(self):
        application = self._application(school_id=self.school.id)
        action = application.with_user(self.coordinator).action_accept()
        internship = self.env["hr.internship"].browse(action["res_id"])
        self.assertIn("has not been told", internship.blocker_html)
        application._record_told("phone")
        internship.invalidate_recordset()
        self.assertNotIn("has not been told", internship.blocker_html or "")


@tagged("post_install", "-at_install")
class TestReferral(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.organisation = cls._partner("FPS Example", is_company=True)

    def _refer(self, application, **values):
        wizard = (
            self.env["hr.internship.application.refer"]
            .with_user(self.coordinator)
            .create(
                {
                    "application_id": application.id,
                    "organisation_id": self.organisation.id,
                    "consent_on": Datetime.now().date(),
                    "consent_note": "By mail",
                    **values,
                }
            )
        )
        wizard.action_confirm()

    def test_candidate_is_passed_on_with_consent_and_date(self):
        application = self._application()
        application._transition("review")
        self._refer(application)
        self.assertEqual(application.state, "referred")
        self.assertEqual(application.referred_to_id, self.organisation)
        to = application.message_ids.mapped("outgoing_email_to")
        self.assertEqual(len([address for address in to if address]), 2)

    def test_state_alone_is_refused_without_consent(self):
        application = self._application()
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            application._transition("referred")
            self.env.flush_all()

    def test_consent_of_tomorrow_is_none(self):
        tomorrow = (Datetime.now() + timedelta(days=2)).date()
        with self.assertRaisesRegex(UserError, "agree first"):
            self._refer(self._application(), consent_on=tomorrow)

    def test_file_of_another_record_does_not_go_along(self):
        file = self.env["ir.attachment"].create(
            {
                "name": "cv-of-another.txt",
                "raw": b"x",
                "res_model": "hr.internship.application",
                "res_id": self._application().id,
            }
        )
        with self.assertRaisesRegex(UserError, "not of this application"):
            self._refer(self._application(), attachment_ids=[(6, 0, file.ids)])

    def test_organisation_without_address_stops_the_mail_not_the_user(self):
        self.organisation.email = False
        application = self._application()
        with self.assertRaisesRegex(UserError, "has no e-mail address"):
            self._refer(application)


@tagged("post_install", "-at_install")
class TestOwnProposal(InternshipCommon):
    def test_proposal_becomes_a_place_once(self):
        application = self._application(
            subject="Open data for schools",
            proposal="<p>Publish our figures.</p>",
            type_id=self.internship_type.id,
            department_id=self.department.id,
            mentor_id=self.mentor.id,
        )
        as_coordinator = application.with_user(self.coordinator)
        first = as_coordinator.action_make_place()
        self.assertEqual(as_coordinator.action_make_place(), first)
        place = application.place_id
        self.assertRecordValues(
            place,
            [
                {
                    "name": "Open data for schools",
                    "department_id": self.department.id,
                    "mentor_id": self.mentor.id,
                    "state": "proposed",
                }
            ],
        )
        self.assertIn("Publish our figures", place.description)

    def test_department_is_asked_for(self):
        with self.assertRaisesRegex(UserError, "Choose the department"):
            self._application().action_make_place()

    def test_place_gives_mentor_and_department(self):
        application = self._application(place_id=self._place().id)
        self.assertEqual(application.mentor_id, self.mentor)
        self.assertEqual(application.department_id, self.department)


@tagged("post_install", "-at_install")
class TestSamePerson(InternshipCommon):
    def test_name_in_another_order_and_address_is_noticed(self):
        self._application()
        again = self._application(
            partner_name="PEETERS, Emma", email_from="emma@private.example"
        )
        self.assertEqual(again.duplicate_count, 1)

    def test_nameless_candidates_are_not_one_person(self):
        self._application(partner_name="?", email_from=False)
        other = self._application(partner_name="!", email_from=False)
        self.assertEqual(other.duplicate_count, 0)

    def test_second_application_continues_in_the_first(self):
        first = self._application()
        second = self._application()
        second.message_post(
            body=self.intern.name, attachments=[("cv.pdf", b"%PDF-1.4")]
        )
        action = second.with_user(self.coordinator).action_merge()
        self.assertEqual(action["res_id"], first.id)
        self.assertEqual((second.state, second.merged_into_id), ("set_aside", first))
        self.assertIn("cv.pdf", first.message_ids.attachment_ids.mapped("name"))
        self.assertEqual(first.duplicate_count, 0)
        self.assertEqual(first.message_ids.attachment_ids.res_id, first.id)

    def test_nothing_to_continue_in_is_said(self):
        with self.assertRaisesRegex(UserError, "nothing to continue in"):
            self._application().action_merge()

    def test_count_asks_the_database_once_for_many(self):
        applications = self.env["hr.internship.application"]
        for number in range(20):
            applications |= self._application(partner_name=f"Person {number}")
        self.env.invalidate_all()
        with self.assertQueryCount(3):
            applications.mapped("duplicate_count")

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Deciding on places, one or several, and telling the departments."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.mail.tests.common import MailCase

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestPlaceDecision(InternshipCommon):
    def _wizard(self, action):
        self.assertEqual(action["res_model"], "hr.internship.place.decision")
        return (
            self.env["hr.internship.place.decision"]
            .browse(action["res_id"])
            .with_user(self.coordinator)
        )

    def test_place_within_the_target_is_selected_at_once(self):
        place = self._place().with_user(self.coordinator)
        place.action_select()
        self.assertEqual(place.state, "selected")
        self.assertEqual(place.coordinator_id, self.coordinator)

    def test_button_asks_the_reason_outside_the_target(self):
        self.env["hr.internship.target"].create({"year": 2027, "number": 0})
        place = self._place().with_user(self.coordinator)
        wizard = self._wizard(place.action_select())
        self.assertTrue(wizard.needs_reason)
        wizard.reason = "Asked by the minister"
        wizard.action_confirm()
        self.assertEqual(place.state, "selected")
        self.assertEqual(place.selection_reason, "Asked by the minister")

    def test_several_places_have_a_result_each(self):
        self.env["hr.internship.target"].create({"year": 2027, "number": 1})
        good, incomplete, over = (
            self._place(name="Good"),
            self._place(name="Incomplete", deliverable=False),
            self._place(name="Over"),
        )
        places = (good | incomplete | over).with_user(self.coordinator)
        wizard = self._wizard(places.action_select_several())
        self.assertIn("result", wizard.line_ids[1].obstacle)
        self.assertEqual(wizard.line_ids.mapped("exceeds_target"), [False, True, True])
        wizard.action_confirm()
        self.assertTrue(wizard.is_done)
        self.assertEqual(wizard.line_ids.mapped("status"), ["done", "failed", "failed"])
        self.assertEqual(places.mapped("state"), ["selected", "proposed", "proposed"])
        self.assertIn("exceeds the target", wizard.line_ids[2].message)
        self.assertNotIn("Traceback", wizard.line_ids[1].message)

    def test_reason_stands_only_where_it_was_needed(self):
        self.env["hr.internship.target"].create({"year": 2027, "number": 1})
        first, second = self._place(name="First"), self._place(name="Second")
        places = (first | second).with_user(self.coordinator)
        wizard = self._wizard(places.action_select_several())
        wizard.reason = "Two halves of one project"
        wizard.action_confirm()
        self.assertEqual(set(places.mapped("state")), {"selected"})
        self.assertFalse(first.selection_reason)
        self.assertEqual(second.selection_reason, "Two halves of one project")

    def test_not_selecting_needs_a_reason(self):
        place = self._place()
        with self.assertRaisesRegex(UserError, "Say why"):
            place.with_user(self.coordinator).write({"state": "rejected"})
        wizard = self._wizard(place.with_user(self.coordinator).action_reject())
        wizard.action_confirm()
        self.assertEqual(wizard.line_ids.status, "failed")
        wizard.reason = "No mentor is free"
        wizard.line_ids.status = "todo"
        wizard.action_confirm()
        self.assertEqual(place.state, "rejected")
        self.assertEqual(place.coordinator_id, self.coordinator)

    def test_decision_taken_back_is_no_decision(self):
        place = self._place()
        place._transition("rejected", rejection_reason="No room")
        place.with_user(self.coordinator).action_propose_again()
        self.assertFalse(place.rejection_reason or place.outcome_told_on)
        with self.assertRaisesRegex(UserError, "Say why"):
            place._transition("rejected")

    def test_departments_do_not_reach_the_wizard(self):
        place = self._place().with_user(self.manager.user_id)
        for method in (place.action_select_several, place.action_reject):
            with self.assertRaises(AccessError):
                method()

    def test_decided_place_is_not_deleted(self):
        place = self._place()
        place.action_select()
        with self.assertRaisesRegex(UserError, "stays on record"):
            place.unlink()
        self._place().unlink()

    def test_offered_place_is_not_archived(self):
        place = self._place()
        place.action_select()
        with self.assertRaisesRegex(UserError, "close the place before"):
            place.action_archive()
        place.action_close()
        place.action_archive()
        self.assertFalse(place.active)


@tagged("post_install", "-at_install")
class TestOutcome(InternshipCommon, MailCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("nl_BE")
        cls.env["mail.template"].search(
            [("model", "=", "hr.internship.place")]
        ).with_context(lang="nl_BE").write({"subject": "NL {{ object.name }}"})
        cls.manager.user_id.partner_id.lang = "nl_BE"

    def _decide(self, place, state="selected", **details):
        with self.mock_mail_gateway():
            place.with_user(self.coordinator)._transition(state, **details)
        return self._new_mails

    def _proposed(self, **values):
        return self._place(proposed_by_id=self.mentor.user_id.id, **values)

    def test_proposer_and_manager_are_told_in_their_language(self):
        place = self._proposed()
        mails = self._decide(place)
        subjects = {mail.recipient_ids.name: mail.subject for mail in mails}
        self.assertEqual(
            subjects,
            {
                self.manager.user_id.name: "NL Chatbots for citizens",
                self.mentor.user_id.name: "Selected: Chatbots for citizens",
            },
        )
        self.assertTrue(place.outcome_told_on)
        self.assertIn("mailed to", place.message_ids[0].body)

    def test_each_is_addressed_by_name(self):
        mails = self._decide(self._proposed())
        for mail in mails:
            self.assertIn(f" {mail.recipient_ids.name},", str(mail.body_html))

    def test_refusal_says_why(self):
        mails = self._decide(
            self._proposed(), "rejected", rejection_reason="No mentor & no room"
        )
        self.assertEqual(len(mails), 2)
        for mail in mails:
            self.assertIn("No mentor &amp; no room", str(mail.body_html))

    def test_manager_who_proposed_gets_one_mail(self):
        place = self._place(proposed_by_id=self.manager.user_id.id)
        self.assertEqual(len(self._decide(place)), 1)

    def test_who_decides_is_not_told(self):
        place = self._place(proposed_by_id=self.coordinator.id)
        mails = self._decide(place)
        self.assertEqual(mails.recipient_ids, self.manager.user_id.partner_id)

    def test_nobody_to_tell_stands_in_the_thread(self):
        department = self.env["hr.department"].create({"name": "Empty"})
        place = self._place(
            department_id=department.id, proposed_by_id=self.coordinator.id
        )
        self.assertFalse(self._decide(place))
        self.assertFalse(place.outcome_told_on)
        self.assertIn("Nobody was told", place.message_ids[0].body)

    def test_later_steps_tell_nothing_again(self):
        place = self._proposed()
        self._decide(place)
        self.assertFalse(self._decide(place, "published"))
        self.assertFalse(self._decide(place, "selected"))

    def test_mails_go_out_soon(self):
        cron = self.env.ref("mail.ir_cron_mail_scheduler_action")
        before = self.env["ir.cron.trigger"].search_count([("cron_id", "=", cron.id)])
        self._decide(self._proposed())
        after = self.env["ir.cron.trigger"].search_count([("cron_id", "=", cron.id)])
        self.assertEqual(after, before + 1)

    def test_department_does_not_mail_the_decision(self):
        place = self._proposed()
        self._decide(place)
        with self.assertRaises(AccessError):
            place.with_user(self.manager.user_id).action_tell_outcome()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An early end by amendment, and amendments that can't be carried out at once."""

from datetime import date

from odoo.tests import freeze_time, tagged

from .amendment_common import AmendmentCommon

END = {"ended_by": "intern", "reason": "Found a job", "date_to": "2027-03-19"}


@tagged("post_install", "-at_install")
class TestEarlyEndByAmendment(AmendmentCommon):
    def _move_on(self, day):
        with freeze_time(day):
            self.env["hr.internship"]._cron_move_on()

    def test_internship_ends_after_the_agreed_day(self):
        hours = self.internship.planned_hours
        self._signed(("early_end", END))
        self.assertEqual(self.internship.state, "ongoing")
        self.assertEqual(self.internship.date_end, date(2027, 3, 19))
        self.assertLess(self.internship.planned_hours, hours)
        self._move_on("2027-03-19")
        self.assertEqual(self.internship.state, "ongoing")
        self._move_on("2027-03-20")
        self.assertRecordValues(
            self.internship,
            [
                {
                    "state": "terminated",
                    "ended_on": date(2027, 3, 19),
                    "ended_by": "intern",
                    "end_reason": "Found a job",
                    "actual_hours": self.internship.planned_hours,
                }
            ],
        )
        self._move_on("2027-03-21")
        self.assertEqual(self.internship.state, "terminated")

    def test_end_of_the_past_is_at_once(self):
        end = {**END, "date_to": "2027-02-26"}
        self._signed(("early_end", end), day="2027-02-20")
        self.assertEqual(self.internship.state, "terminated")
        self.assertEqual(self.internship.ended_on, date(2027, 2, 26))

    def test_mentor_who_signs_last_is_not_asked_for_the_talks(self):
        """All parties agreed; a mentor who decides alone still needs them."""
        table = self.env.ref("stage_management.hr_internship_amendment_rule_early_end")
        table.mentor = "sign"
        end = {**END, "date_to": "2027-02-26"}
        amendment = self._amendment(
            ("early_end", end),
            day="2027-02-20",
            organisation_signatory_id=self.mentor.user_id.id,
        )
        amendment.action_send()
        self._sign_all(amendment)
        last = amendment.request_id.signature_ids[-1:]
        self.assertEqual(last.signatory_id.partner_id, self.mentor.user_id.partner_id)
        self.assertEqual(self.internship.state, "terminated")

    def test_missing_talks_are_a_warning(self):
        amendment = self._amendment(("early_end", END))
        self.assertIn("No talk with the coordinator", amendment.amendment_warnings)
        self.assertFalse(amendment.amendment_problems)

    def test_end_wizard_starts_from_what_was_agreed(self):
        self._signed(("early_end", END))
        context = self.internship.action_open_end()["context"]
        self.assertEqual(context["default_ended_on"], date(2027, 3, 19))
        self.assertEqual(context["default_ended_by"], "intern")
        self.assertEqual(context["default_end_reason"], "Found a job")

    def test_later_amendment_takes_the_end_back(self):
        self._signed(("early_end", END))
        self._signed(("extend", {"date_to": "2027-04-30"}))
        self._move_on("2027-03-22")
        self.assertEqual(self.internship.state, "ongoing")
        self.assertEqual(self.internship.date_end, date(2027, 4, 30))
        self.assertNotIn(
            "default_ended_on", self.internship.action_open_end()["context"]
        )

    def test_ended_by_hand_before_the_agreed_day(self):
        self._signed(("early_end", END))
        case = self.internship.with_user(self.coordinator)
        case._transition("terminated", ended_on="2027-03-05", end_reason="Left")
        self._move_on("2027-03-22")
        self.assertEqual(self.internship.end_reason, "Left")


@tagged("post_install", "-at_install")
class TestNotCarriedOut(AmendmentCommon):
    """A signature stands, whatever keeps the change from being carried out."""

    def _block(self):
        """The new mentor is full by the time that everybody has signed."""
        self.company.internship_capacity_policy = "block"
        line = self.env["hr.internship.mentor"].create(
            {"employee_id": self.successor.id, "capacity": 1}
        )
        amendment = self._amendment(
            ("extend", {"date_to": "2027-05-14"}),
            ("mentor", {"employee_id": self.successor.id}),
        )
        amendment.action_send()
        other = self._internship(
            partner_id=self._partner("Intern Two").id, mentor_id=self.successor.id
        )
        other.action_prepare()
        with self.assertLogs("odoo.addons.stage_management", "WARNING"):
            self._sign_all(amendment)
        return line, amendment

    def test_all_or_nothing_and_a_to_do(self):
        _line, amendment = self._block()
        self.assertEqual(amendment.state, "signed")
        self.assertEqual(amendment.request_id.state, "completed")
        self.assertFalse(amendment.applied_on)
        self.assertEqual(
            self._spans(), [("work", "2027-02-01", "2027-04-30", "Mentor One")]
        )
        todo = amendment.activity_ids
        self.assertEqual(todo.user_id, self.coordinator)
        self.assertIn("has room for 1", todo.note)
        with self.assertLogs("odoo.addons.stage_management", "WARNING"):
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(len(amendment.activity_ids), 1)

    def test_button_says_why_and_then_works(self):
        line, amendment = self._block()
        with self.assertRaisesRegex(Exception, "has room for 1"):
            amendment.action_carry_out()
        line.capacity = 2
        amendment.action_carry_out()
        self.assertTrue(amendment.applied_on)
        self.assertFalse(amendment.activity_ids)
        self.assertEqual(self.internship.mentor_id, self.successor)
        self.assertEqual(self.internship.date_end, date(2027, 5, 14))

    def test_next_day_tries_again(self):
        line, amendment = self._block()
        line.capacity = 2
        self.env["hr.internship"]._cron_move_on()
        self.assertTrue(amendment.applied_on)
        self.assertEqual(self.internship.mentor_id, self.successor)

    def test_draft_is_never_carried_out(self):
        amendment = self._amendment(("extend", {"date_to": "2027-05-14"}))
        amendment.action_carry_out()
        amendment.sudo()._carry_out()
        self.assertFalse(amendment.applied_on)
        self.assertEqual(len(self.internship.term_ids), 1)

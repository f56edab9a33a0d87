# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Each kind of change: nothing before everybody signed, all of it after."""

from datetime import date

from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from .amendment_common import END, START, AmendmentCommon


@tagged("post_install", "-at_install")
class TestAmendment(AmendmentCommon):
    def _assert_unchanged(self):
        self.assertEqual(
            self._spans(), [("work", "2027-02-01", "2027-04-30", "Mentor One")]
        )
        self.assertEqual(self.internship.place_id, self.internship.place_id.browse())
        self.assertEqual(self.internship.state, "ongoing")

    def _sign_but_one(self, amendment):
        """Everybody but the last signs; nothing changes yet."""
        amendment.action_send()
        request = amendment.request_id
        people = len(request.signatory_ids)
        while request.signature_count < people - 1:
            turn = request.signatory_ids.filtered(lambda s: s.state == "to_sign")
            self._sign(amendment, turn[:1].role)
        self._assert_unchanged()

    def _agree(self, *changes, **values):
        amendment = self._amendment(*changes, **values)
        self._assert_unchanged()
        self._sign_but_one(amendment)
        self._sign_all(amendment)
        self.assertEqual(amendment.state, "signed")
        self.assertTrue(amendment.applied_on)
        return amendment

    def test_longer_period(self):
        hours = self.internship.planned_hours
        amendment = self._agree(("extend", {"date_to": "2027-05-14"}))
        self.assertEqual(
            self._spans(),
            [
                ("work", "2027-02-01", "2027-04-30", "Mentor One"),
                ("work", "2027-05-01", "2027-05-14", "Mentor One"),
            ],
        )
        self.assertEqual(self.internship.date_end, date(2027, 5, 14))
        first, added = self.internship.term_ids.sorted("date_from")
        self.assertEqual(first.agreement_id, self.agreement)
        self.assertEqual(added.agreement_id, amendment)
        self.assertEqual(added.days, 10)
        self.assertEqual(self.internship.planned_hours, hours + added.hours)

    def test_shorter_period(self):
        hours = self.internship.planned_hours
        amendment = self._agree(("shorten", {"date_to": "2027-04-16"}))
        self.assertEqual(
            self._spans(), [("work", "2027-02-01", "2027-04-16", "Mentor One")]
        )
        self.assertEqual(self.internship.term_ids.agreement_id, amendment)
        self.assertEqual(self.internship.planned_hours, hours - 80)
        with freeze_time("2027-04-17"):
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(self.internship.state, "evaluation")

    def test_suspension(self):
        hours = self.internship.planned_hours
        days = {"date_from": "2027-03-08", "date_to": "2027-03-12"}
        amendment = self._agree(("suspend", days))
        self.assertEqual(
            self._spans(),
            [
                ("work", "2027-02-01", "2027-03-07", "Mentor One"),
                ("suspension", "2027-03-08", "2027-03-12", "Mentor One"),
                ("work", "2027-03-13", "2027-04-30", "Mentor One"),
            ],
        )
        self.assertEqual(
            self.internship.term_ids.sorted("date_from").agreement_id,
            self.agreement | amendment,
        )
        self.assertEqual(self.internship.term_ids[1].agreement_id, amendment)
        self.assertEqual(self.internship.term_ids[2].agreement_id, self.agreement)
        self.assertEqual(self.internship.planned_hours, hours - 40)

    def test_other_mentor_of_the_past(self):
        change = ("mentor", {"employee_id": self.successor.id})
        self._agree(change, day="2027-02-15")
        self.assertEqual(
            self._spans(),
            [
                ("work", "2027-02-01", "2027-02-14", "Mentor One"),
                ("work", "2027-02-15", "2027-04-30", "Mentor Two"),
            ],
        )
        self.assertEqual(self.internship.mentor_id, self.successor)

    def test_other_mentor_later(self):
        change = ("mentor", {"employee_id": self.successor.id})
        self._agree(change, day="2027-04-01")
        self.assertEqual(self.internship.mentor_id, self.mentor)
        with freeze_time("2027-04-01"):
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(self.internship.mentor_id, self.successor)

    def test_other_backup(self):
        self._agree(("backup", {"employee_id": self.successor.id}))
        self.assertEqual(self.internship.backup_id, self.successor)
        self.assertEqual(self.internship.mentor_id, self.mentor)

    def test_mentor_and_backup_change_places(self):
        self._agree(
            ("mentor", {"employee_id": self.backup.id}),
            ("backup", {"employee_id": self.mentor.id}),
        )
        self.assertEqual(self.internship.mentor_id, self.backup)
        self.assertEqual(self.internship.backup_id, self.mentor)

    def test_other_department(self):
        other = self.env["hr.department"].create({"name": "Legal Affairs"})
        self._agree(("department", {"department_id": other.id}))
        self.assertEqual(self.internship.department_id, other)
        self.assertEqual(len(self.internship.term_ids), 2)

    def test_other_place_takes_its_seat(self):
        place = self._place()
        self.assertEqual(place.seats_left, 1)
        self._agree(("place", {"place_id": place.id}))
        self.assertEqual(self.internship.place_id, place)
        self.assertEqual(place.seats_left, 0)

    def test_other_hours(self):
        half = self.env["resource.calendar"].create(
            {
                "name": "Mornings",
                "attendance_ids": [
                    (
                        0,
                        0,
                        {
                            "name": "Morning",
                            "dayofweek": str(day),
                            "hour_from": 8,
                            "hour_to": 12,
                            "day_period": "morning",
                        },
                    )
                    for day in range(5)
                ],
            }
        )
        hours = self.internship.planned_hours
        self._agree(("hours", {"resource_calendar_id": half.id}), day="2027-04-01")
        before, after = self.internship.term_ids.sorted("date_from")
        self.assertEqual(after.resource_calendar_id, half)
        self.assertEqual(after.hours, 22 * 4)
        self.assertEqual(self.internship.planned_hours, hours - 22 * 4)
        self.assertEqual(before.agreement_id, self.agreement)

    def test_several_changes_at_once(self):
        self._agree(
            ("extend", {"date_to": "2027-05-14"}),
            ("suspend", {"date_from": "2027-04-26", "date_to": "2027-05-07"}),
            ("mentor", {"employee_id": self.successor.id}),
            day="2027-04-01",
        )
        self.assertEqual(
            self._spans(),
            [
                ("work", "2027-02-01", "2027-03-31", "Mentor One"),
                ("work", "2027-04-01", "2027-04-25", "Mentor Two"),
                ("suspension", "2027-04-26", "2027-04-30", "Mentor Two"),
                ("suspension", "2027-05-01", "2027-05-07", "Mentor Two"),
                ("work", "2027-05-08", "2027-05-14", "Mentor Two"),
            ],
        )

    def test_refusal_changes_nothing(self):
        amendment = self._amendment(("extend", {"date_to": "2027-05-14"}))
        amendment.action_send()
        self._sign(amendment, "intern")
        request = amendment.request_id
        signatory = request.signatory_ids.filtered(lambda s: s.role == "school")
        user = self.users["school"]
        request.with_user(user)._refuse(
            signatory.with_user(user), "portal", "Exams in May"
        )
        self.assertEqual(amendment.state, "refused")
        self._assert_unchanged()
        self.assertFalse(amendment.applied_on)
        self.assertEqual(self.internship.agreement_id, self.agreement)

    def test_agreement_of_the_internship_stays_the_agreement(self):
        self._amendment(("extend", {"date_to": "2027-05-14"}))
        self.assertEqual(self.internship.agreement_id, self.agreement)
        self.assertEqual(self.internship.agreement_state, "signed")

    def test_two_amendments_in_a_row(self):
        first = self._signed(("extend", {"date_to": "2027-05-14"}))
        second = self._signed(("mentor", {"employee_id": self.successor.id}))
        self.assertEqual([first.amendment_number, second.amendment_number], [1, 2])
        self.assertTrue(second.title.endswith("2"))
        self.assertEqual(
            self._spans(),
            [
                ("work", "2027-02-01", "2027-02-28", "Mentor One"),
                ("work", "2027-03-01", "2027-04-30", "Mentor Two"),
                ("work", "2027-05-01", "2027-05-14", "Mentor Two"),
            ],
        )

    def test_what_an_amendment_says_is_amended(self):
        self._signed(("extend", {"date_to": "2027-05-31"}))
        second = self._signed(("shorten", {"date_to": "2027-05-14"}))
        self.assertEqual(second.change_ids.old_day, date(2027, 5, 31))
        self.assertEqual(self.internship.date_end, date(2027, 5, 14))
        third = self._signed(("shorten", {"date_to": "2027-04-16"}))
        self.assertEqual(third.change_ids.old_day, date(2027, 5, 14))
        self.assertEqual(
            self._spans(), [("work", "2027-02-01", "2027-04-16", "Mentor One")]
        )

    def test_mentor_of_an_amendment_is_replaced_again(self):
        self._signed(("mentor", {"employee_id": self.successor.id}))
        third = self._employee("Mentor Three", login="mentor-3")
        amendment = self._signed(
            ("mentor", {"employee_id": third.id}), day="2027-03-15"
        )
        self.assertEqual(amendment.change_ids.old_name, "Mentor Two")
        self.assertEqual(
            [span[3] for span in self._spans()],
            ["Mentor One", "Mentor Two", "Mentor Three"],
        )

    def test_carried_out_once(self):
        amendment = self._signed(("extend", {"date_to": "2027-05-14"}))
        spans, when = self._spans(), amendment.applied_on
        amendment.sudo()._carry_out()
        amendment.action_carry_out()
        self.env["hr.internship"]._cron_move_on()
        self.assertEqual(self._spans(), spans)
        self.assertEqual(amendment.applied_on, when)

    def test_extension_takes_an_internship_out_of_the_evaluation(self):
        with freeze_time("2027-05-03"):
            self.env["hr.internship"]._cron_move_on()
            self.assertEqual(self.internship.state, "evaluation")
            self._signed(("extend", {"date_to": "2027-05-14"}), day="2027-05-01")
            self.assertEqual(self.internship.state, "ongoing")

    def test_direct_changes_lead_to_the_amendment(self):
        with self.assertRaisesRegex(UserError, "Draw Up an Amendment"):
            self.internship.date_end = "2027-05-14"
        case = self.internship.with_user(self.coordinator)
        action = case.action_draw_up_amendment()
        again = case.action_draw_up_amendment()
        self.assertEqual(action["res_id"], again["res_id"])

    def test_without_a_signed_agreement_there_is_nothing_to_amend(self):
        other = self._internship(partner_id=self._partner("Intern Two").id)
        with self.assertRaisesRegex(UserError, "no signed agreement to amend"):
            other.action_draw_up_amendment()

    def test_terms_of_the_time_before_stay(self):
        self._signed(("mentor", {"employee_id": self.successor.id}), day="2027-03-15")
        first = self.internship.term_ids.sorted("date_from")[0]
        self.assertEqual((first.date_from, self.internship.date_end), (START, END))
        self.assertEqual(first.mentor_id, self.mentor)
        self.assertEqual(first.agreement_id, self.agreement)

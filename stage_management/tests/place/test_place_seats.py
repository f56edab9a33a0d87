# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Seats, candidates who wait, places offered again, departments that go."""

from datetime import date

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestSeats(InternshipCommon):
    def _published(self, **values):
        place = self._place(**values)
        place.action_select()
        place.action_publish()
        return place

    def test_place_is_filled_by_its_last_seat_and_freed(self):
        place = self._published(seats=2)
        self._application(place_id=place.id)._transition("accepted")
        self.assertEqual(place.state, "published")
        last = self._application(place_id=place.id)
        last.with_user(self.coordinator)._transition("accepted")
        self.assertEqual((place.state, place.seats_left), ("filled", 0))
        last.with_user(self.coordinator)._transition("withdrawn")
        self.assertEqual((place.state, place.seats_left), ("published", 1))

    def test_place_that_was_never_published_is_not_published_by_itself(self):
        place = self._place()
        place.action_select()
        candidate = self._application(place_id=place.id)
        candidate._transition("accepted")
        self.assertEqual(place.state, "filled")
        candidate._transition("withdrawn")
        self.assertEqual(place.state, "selected")

    def test_freed_seat_of_an_incomplete_place_holds_up_nobody(self):
        place = self._published()
        candidate = self._application(place_id=place.id)
        candidate._transition("accepted")
        place.profile = False
        candidate._transition("withdrawn")
        self.assertEqual(place.state, "selected")

    def test_internship_takes_and_frees_the_seat(self):
        place = self._published()
        internship = self._internship(place_id=place.id)
        self.assertEqual(place.state, "filled")
        internship._transition("cancelled")
        self.assertEqual(place.state, "published")
        internship.action_reopen()
        self.assertEqual(place.state, "filled")
        internship.place_id = False
        self.assertEqual(place.state, "published")

    def test_accepted_candidate_and_internship_take_one_seat(self):
        place = self._published()
        self._application(place_id=place.id).action_accept()
        self.assertEqual((place.seats_taken, place.state), (1, "filled"))

    def test_more_interns_than_seats_are_refused(self):
        place = self._published()
        self._internship(place_id=place.id)
        with self.assertRaisesRegex(UserError, "seats of .* are taken"):
            self._internship(place_id=place.id)

    def test_candidates_accepted_together_need_a_seat_each(self):
        place = self._published()
        candidates = self._application(place_id=place.id) | self._application(
            place_id=place.id
        )
        with self.assertRaisesRegex(UserError, "seats of .* are taken"):
            candidates._transition("accepted")

    def test_accepted_candidate_moves_to_another_place(self):
        place, other = self._published(), self._published()
        candidate = self._application(place_id=place.id)
        candidate._transition("accepted")
        candidate.place_id = other
        self.assertEqual((place.state, other.state), ("published", "filled"))

    def test_archived_candidate_keeps_the_seat(self):
        place = self._published()
        candidate = self._application(place_id=place.id)
        candidate._transition("accepted")
        candidate.action_archive()
        self.env.invalidate_all()
        self.assertEqual(place.seats_taken, 1)
        self._application(place_id=place.id)._transition("review")
        self.assertEqual(place.seats_taken, 1)

    def test_seats_are_not_lowered_below_what_is_taken(self):
        place = self._published(seats=3)
        for _number in range(2):
            self._application(place_id=place.id)._transition("accepted")
        with self.assertRaisesRegex(ValidationError, "2 seats of .* are taken"):
            place.seats = 1
        place.seats = 2
        self.assertEqual(place.state, "filled")
        place.seats = 3
        self.assertEqual(place.state, "published")

    def test_filled_is_no_decision(self):
        place = self._published(seats=2)
        with self.assertRaisesRegex(UserError, "2 seats are free"):
            place.with_user(self.coordinator).write({"state": "filled"})

    def test_full_place_is_not_published(self):
        place = self._published()
        self._application(place_id=place.id)._transition("accepted")
        with self.assertRaisesRegex(UserError, "raise the number of seats"):
            place.action_publish()

    def test_closed_place_takes_nobody(self):
        place = self._published()
        place.action_close()
        candidate = self._application(place_id=place.id)
        with self.assertRaisesRegex(UserError, "no longer offered"):
            candidate._transition("accepted")


@tagged("post_install", "-at_install")
class TestWaitingCandidates(InternshipCommon):
    def setUp(self):
        super().setUp()
        self.place = self._place()
        self.place.action_select()
        self.waiting = self._application(place_id=self.place.id)
        self.refused = self._application(place_id=self.place.id)
        self.refused._transition("refused")

    def _wizard(self, action, **values):
        self.assertEqual(action["res_model"], "hr.internship.place.close")
        return (
            self.env["hr.internship.place.close"]
            .with_user(self.coordinator)
            .with_context(**action["context"])
            .create(values)
        )

    def test_place_does_not_go_over_the_heads_of_candidates(self):
        place = self.place.with_user(self.coordinator)
        for state, button in (("closed", "“Close”"), ("rejected", "“Don't Select”")):
            with self.subTest(state), self.assertRaises(UserError) as caught:
                place.write({"state": state, "rejection_reason": "No"})
            self.assertSentence(caught.exception, "1 candidates wait", button)

    def test_candidates_are_kept_as_spontaneous(self):
        wizard = self._wizard(self.place.with_user(self.coordinator).action_close())
        self.assertEqual(wizard.application_ids, self.waiting)
        wizard.action_confirm()
        self.assertEqual(self.place.state, "closed")
        self.assertRecordValues(
            self.waiting,
            [
                {
                    "place_id": False,
                    "state": "new",
                    "subject": "Chatbots for citizens",
                    "type_id": self.internship_type.id,
                }
            ],
        )
        self.assertIn("no longer offered", self.waiting.message_ids[0].body)
        self.assertEqual(self.waiting.activity_ids.user_id, self.coordinator)
        self.assertEqual(self.refused.place_id, self.place, "decided: untouched")

    def test_coordinator_of_the_candidate_gets_the_activity(self):
        other = self._user("coordinator-2", "group_coordinator")
        self.waiting.user_id = other
        self._wizard(
            self.place.with_user(self.coordinator).action_close()
        ).action_confirm()
        self.assertEqual(self.waiting.activity_ids.user_id, other)

    def test_selected_place_left_out_with_a_reason(self):
        place = self.place.with_user(self.coordinator)
        wizard = self._wizard(place.action_reject(), reason="The mentor leaves")
        wizard.action_confirm()
        self.assertEqual(place.state, "rejected")
        self.assertEqual(place.rejection_reason, "The mentor leaves")

    def test_without_reason_the_candidates_stay(self):
        wizard = self._wizard(self.place.with_user(self.coordinator).action_reject())
        with self.assertRaises(UserError), self.env.cr.savepoint():
            wizard.action_confirm()
        self.assertEqual(self.waiting.place_id, self.place)

    def test_place_without_candidates_closes_at_once(self):
        self.waiting._transition("withdrawn")
        self.place.with_user(self.coordinator).action_close()
        self.assertEqual(self.place.state, "closed")


@tagged("post_install", "-at_install")
class TestOfferAgain(InternshipCommon):
    def test_manager_offers_a_closed_place_again(self):
        place = self._place(seats=2, apply_until="2027-01-15")
        place.action_select()
        place.action_close()
        seen = place.with_user(self.manager.user_id)
        action = seen.action_offer_again()
        again = self.env["hr.internship.place"].browse(action["res_id"])
        self.assertRecordValues(
            again,
            [
                {
                    "name": place.name,
                    "state": "proposed",
                    "date_start": date(2028, 2, 1),
                    "date_end": date(2028, 4, 30),
                    "apply_until": date(2028, 1, 15),
                    "previous_place_id": place.id,
                    "proposed_by_id": self.manager.user_id.id,
                    "seats": 2,
                    "seats_taken": 0,
                    "description": place.description,
                    "domain_ids": place.domain_ids.ids,
                }
            ],
        )
        self.assertEqual(seen.action_offer_again()["res_id"], again.id)
        again.action_archive()
        self.assertEqual(seen.action_offer_again()["res_id"], again.id)

    def test_several_at_once(self):
        places = self._place() | self._place()
        action = places.with_user(self.coordinator).action_offer_again()
        self.assertEqual(
            self.env["hr.internship.place"].search(action["domain"]).previous_place_id,
            places,
        )

    def test_leap_day_has_a_next_year(self):
        place = self._place(date_start="2028-02-29", date_end="2028-04-30")
        place.action_offer_again()
        self.assertEqual(place.next_place_ids.date_start, date(2029, 2, 28))

    def test_mentor_who_left_is_not_offered_again(self):
        place = self._place(backup_id=self.backup.id)
        self.mentor.with_context(no_wizard=True).action_archive()
        place.with_user(self.coordinator).action_offer_again()
        self.assertFalse(place.next_place_ids.mentor_id)
        self.assertEqual(place.next_place_ids.backup_id, self.backup)

    def test_department_that_is_gone_offers_nothing(self):
        place = self._place()
        self.department.active = False
        with self.assertRaisesRegex(UserError, "no longer exists"):
            place.with_user(self.coordinator).action_offer_again()


@tagged("post_install", "-at_install")
class TestDepartmentGoes(InternshipCommon):
    def test_coordinator_is_warned_and_nothing_is_lost(self):
        place, internship = self._place(), self._internship()
        place.coordinator_id = self.coordinator
        old = self._place()
        old.action_select()
        old.action_close()
        self.department.active = False
        self.assertEqual(place.state, "proposed")
        self.assertEqual(place.activity_ids.user_id, self.coordinator)
        self.assertIn("Communication", place.activity_ids.note)
        self.assertEqual(internship.activity_ids.user_id, self.coordinator)
        self.assertFalse(old.activity_ids)
        self.assertEqual(
            place.with_user(self.manager.user_id).name, place.name, "still read"
        )

    def test_place_without_coordinator_falls_to_one_of_the_company(self):
        place = self._place()
        place.coordinator_id = False
        self.department.active = False
        self.assertTrue(
            place.activity_ids.user_id.has_group("stage_management.group_coordinator")
        )

    def test_new_manager_and_parent_follow_the_places(self):
        place = self._place()
        successor = self._employee("Manager Two", login="manager-2")
        director = self._employee("Director Two", login="director-2")
        above = self.env["hr.department"].create(
            {"name": "Above", "manager_id": director.id}
        )
        self.department.write({"manager_id": successor.id, "parent_id": above.id})
        self.env.flush_all()
        self.env.invalidate_all()
        domain = [("id", "=", place.id)]
        Place = self.env["hr.internship.place"]
        for employee, sees in (
            (successor, True), (director, True), (self.manager, False)
        ):  # fmt: skip
            with self.subTest(employee.name):
                found = Place.with_user(employee.user_id).search(domain)
                self.assertEqual(bool(found), sees)

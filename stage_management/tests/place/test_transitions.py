# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Transition tables and the places that use one."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import BaseCase, tagged

from ...tools.transitions import table
from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestTransitionTable(BaseCase):
    TABLE = table("a", ("a b", "c", "boss"), ("c", "a", "boss clerk", True))

    def test_pairs_outside_the_table_do_not_exist(self):
        self.assertIsNone(self.TABLE.find("b", "a"))

    def test_every_source_of_a_row_leads_to_its_target(self):
        self.assertEqual(self.TABLE.targets("a"), ["c"])
        self.assertEqual(self.TABLE.targets("b"), ["c"])

    def test_roles_and_guard_of_a_row(self):
        step = self.TABLE.find("c", "a")
        self.assertEqual(step.roles, {"boss", "clerk"})
        self.assertTrue(step.guarded)


@tagged("post_install", "-at_install")
class TestPlace(InternshipCommon):
    def test_department_manager_proposes_and_only_the_coordinator_selects(self):
        place = (
            self.env["hr.internship.place"]
            .with_user(self.manager.user_id)
            .create(
                {
                    "name": "Archive",
                    "department_id": self.department.id,
                    "type_id": self.internship_type.id,
                    "mentor_id": self.mentor.id,
                    "date_start": "2027-02-01",
                    "date_end": "2027-04-30",
                    **self._place_project(),
                }
            )
        )
        with self.assertRaises(AccessError):
            place.action_select()
        place.with_user(self.coordinator).action_select()
        self.assertEqual(place.state, "selected")

    def test_proposed_place_is_not_published_at_once(self):
        with self.assertRaisesRegex(UserError, "can't become"):
            self._place().action_publish()

    def test_state_written_by_hand_takes_the_same_path(self):
        with self.assertRaises(UserError):
            self._place().with_user(self.coordinator).write({"state": "filled"})

    def test_new_place_starts_as_a_proposal(self):
        values = self._place().copy_data()[0]
        with self.assertRaises(UserError):
            self.env["hr.internship.place"].with_user(self.coordinator).create(
                {**values, "state": "published"}
            )

    def test_manager_no_longer_edits_a_selected_place(self):
        place = self._place()
        place.action_select()
        with self.assertRaises(AccessError):
            place.with_user(self.manager.user_id).write({"name": "Changed"})

    def test_last_seat_is_given_once(self):
        place = self._place(seats=1)
        self._application(place_id=place.id)._transition("accepted")
        with self.assertRaisesRegex(UserError, "seats of .* are taken"):
            self._application(place_id=place.id)._transition("accepted")

    def test_cancelled_internship_frees_its_seat(self):
        place = self._place(seats=1)
        internship = self._internship(place_id=place.id)
        self.assertEqual(place.seats_left, 0)
        internship._transition("cancelled")
        self.assertEqual(place.seats_left, 1)

    def test_place_with_applications_is_not_deleted(self):
        place = self._place()
        self._application(place_id=place.id)
        with self.assertRaisesRegex(UserError, "close the place"):
            place.unlink()

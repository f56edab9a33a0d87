# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Absences that change midway, overlap or concern a coordinator."""

from datetime import date

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form, freeze_time, tagged

from .common import ReplacementCommon


@tagged("post_install", "-at_install")
class TestAbsenceChanges(ReplacementCommon):
    def test_cancelled_midway_all_comes_back(self):
        todo = self._todo(self.mentor.user_id)
        absence = self._absence()
        self._mails()
        absence.action_cancel()
        self.assertEqual(todo.user_id, self.mentor.user_id)
        self.assertEqual(self._mails()[self.intern], ["Mentor One is back"])

    def test_moved_to_later_comes_back_until_then(self):
        todo = self._todo(self.mentor.user_id)
        absence = self._absence()
        absence.write({"date_from": "2027-03-20", "date_to": "2027-03-22"})
        self.assertEqual(
            (absence.state, todo.user_id), ("planned", self.mentor.user_id)
        )
        self._cron("2027-03-20")
        self.assertEqual(
            (absence.state, todo.user_id), ("running", self.backup.user_id)
        )

    def test_longer_is_told_again(self):
        absence = self._absence()
        self._mails()
        absence.date_to = "2027-03-20"
        self.assertIn(self.intern, self._mails())
        self._cron("2027-03-15")
        self.assertEqual(absence.state, "running")

    def test_other_replacement_midway_takes_all_over(self):
        todo = self._todo(self.mentor.user_id)
        absence = self._absence()
        absence.replacement_id = self.colleague
        self.assertEqual(todo.user_id, self.colleague.user_id)
        absence.action_end()
        self.assertEqual(todo.user_id, self.mentor.user_id)

    def test_unknown_end_lasts_until_the_return(self):
        absence = self._absence(date_to=False)
        self._cron("2027-04-01")
        self.assertEqual(absence.state, "running")
        with freeze_time("2027-04-02"):
            absence.action_end()
        self.assertEqual((absence.state, absence.date_to), ("over", date(2027, 4, 1)))

    def test_same_person_is_not_absent_twice(self):
        self._absence()
        with self.assertRaisesRegex(ValidationError, "change the dates of that one"):
            self._absence(date_from="2027-03-10", date_to="2027-03-12")

    def test_what_is_over_stays_as_it_was(self):
        absence = self._absence()
        absence.action_end()
        with self.assertRaisesRegex(UserError, "enter a new absence"):
            absence.date_to = "2027-05-01"
        with self.assertRaisesRegex(UserError, "stays on record"):
            absence.unlink()

    def test_both_absent_warns_the_coordinator_once(self):
        todo = self._todo(self.mentor.user_id)
        self._absence(self.backup)
        absence = self._absence()
        self._cron("2027-03-02")
        kind = self.env.ref("stage_management.mail_activity_type_uncovered")
        warning = self.internship.activity_ids.filtered(
            lambda activity: activity.activity_type_id == kind
        )
        self.assertEqual((len(warning), warning.user_id), (1, self.coordinator))
        self.assertEqual(todo.user_id, self.mentor.user_id)
        absence.replacement_id = self.colleague
        self.assertFalse(warning.exists())
        self.assertEqual(todo.user_id, self.colleague.user_id)

    def test_backup_leaves_and_returns_during_the_absence(self):
        todo = self._todo(self.mentor.user_id)
        mentors = self._absence(replacement_id=self.colleague.id)
        third = self._employee("Third One", login="third-1")
        colleagues = self._absence(self.colleague, replacement_id=third.id)
        self.assertEqual(todo.user_id, third.user_id)
        colleagues.action_end()
        self.assertEqual(todo.user_id, self.colleague.user_id)
        mentors.action_end()
        self.assertEqual(todo.user_id, self.mentor.user_id)

    def test_two_who_replace_each_other_are_nobody(self):
        self._absence(replacement_id=self.colleague.id)
        self._absence(self.colleague, replacement_id=self.mentor.id)
        self.assertEqual(self.internship.acting_mentor_id, self.mentor)

    def test_backup_without_user_leaves_todos_to_the_coordinator(self):
        todo = self._todo(self.mentor.user_id)
        self.internship.backup_id = self._employee("No Login")
        self._absence()
        self.assertEqual(todo.user_id, self.coordinator)


@tagged("post_install", "-at_install")
class TestCoordinatorAbsent(ReplacementCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second = cls._user("coordinator-2", "group_coordinator")
        cls.employee = cls.env["hr.employee"].create(
            {"name": "Coordinator", "user_id": cls.coordinator.id}
        )

    def _away(self, **values):
        vals = {"coordinator_replacement_id": self.second.id, **values}
        return self._absence(self.employee, **vals)

    def test_todos_on_internships_and_applications_move_and_return(self):
        application = self._application()
        todos = self._todo(self.coordinator) + self._todo(self.coordinator, application)
        absence = self._away()
        self.assertEqual(todos.user_id, self.second)
        self.assertEqual(self.internship._get_acting_coordinator(), self.second)
        absence.action_end()
        self.assertEqual(todos.user_id, self.coordinator)

    def test_interns_and_mentors_are_told(self):
        self._away()
        self.assertEqual(
            set(self._mails()),
            {
                self.intern,
                self.mentor.user_id.partner_id,
                self.coordinator.partner_id,
                self.second.partner_id,
            },
        )

    def test_own_backup_is_proposed(self):
        self.coordinator.internship_backup_id = self.second
        form = Form(self.env["hr.internship.replacement"].with_user(self.coordinator))
        self.assertEqual(form.employee_id, self.employee)
        self.assertEqual(form.coordinator_replacement_id, self.second)

    def test_replacement_is_another_coordinator(self):
        with self.assertRaisesRegex(ValidationError, "is no coordinator"):
            self._away(coordinator_replacement_id=self.director.id)
        with self.assertRaisesRegex(ValidationError, "not the own replacement"):
            self._away(coordinator_replacement_id=self.coordinator.id)

    def test_mentor_who_coordinates_gets_one_mail(self):
        self.internship.mentor_id = self.employee
        self._away()
        mails = self._mails()
        self.assertEqual(
            set(mails),
            {
                self.intern,
                self.coordinator.partner_id,
                self.second.partner_id,
                self.backup.user_id.partner_id,
            },
        )
        self.assertEqual({len(subjects) for subjects in mails.values()}, {1})

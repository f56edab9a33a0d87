# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Nothing is lost when a mentor leaves."""

from odoo.tests import new_test_user, tagged

from ...tools.activity_types import LEFT
from .test_replacement import ReplacementCommon


@tagged("post_install", "-at_install")
class TestDeparture(ReplacementCommon):
    def _warnings(self, record):
        kind = self.env.ref(LEFT)
        record.invalidate_recordset(["activity_ids"])
        return record.activity_ids.filtered(lambda a: a.activity_type_id == kind)

    def test_coordinator_is_told_which_internships_count_on_the_mentor(self):
        place = self._place()
        done = self._internship()
        done._transition("cancelled")
        todo = self._todo(self.mentor.user_id)
        self.mentor.active = False
        warning = self._warnings(self.internship)
        self.assertEqual((len(warning), warning.user_id), (1, self.coordinator))
        self.assertIn("Mentor One", warning.summary)
        self.assertEqual(len(self._warnings(place)), 1)
        self.assertFalse(self._warnings(done))
        self.assertEqual(self.internship.mentor_id, self.mentor)
        self.assertEqual(todo.user_id, self.backup.user_id)
        self.assertEqual(self.internship._get_acting_mentor(), self.backup)
        self.assertIn("has left", self.internship.absence_notice)

    def test_backup_and_register_line_count_too(self):
        self.backup.active = False
        self.assertEqual(len(self._warnings(self.internship)), 1)
        internship = self._running_internship(partner_id=self._partner("Two").id)
        line = self.env["hr.internship.mentor"].create({"employee_id": self.mentor.id})
        line.with_user(self.coordinator).active = False
        self.assertEqual(len(self._warnings(internship)), 1)

    def test_planned_internship_says_it_before_the_start(self):
        internship = self._internship(date_start="2027-06-01", date_end="2027-07-31")
        internship.action_prepare()
        self.mentor.active = False
        self.assertIn("Mentor One has left", internship.blocker_html)
        guards = internship._departure_guards("ready")
        self.assertTrue(all(guard.blocking for guard in guards))
        self.assertFalse(internship._departure_guards("ongoing")[0].blocking)

    def test_departure_wizard_of_personnel_works(self):
        officer = new_test_user(
            self.env, "officer", groups="hr.group_hr_manager,base.group_erp_manager"
        )
        todo = self._todo(self.mentor.user_id)
        wizard = (
            self.env["hr.departure.wizard"]
            .with_user(officer)
            .with_context(active_ids=self.mentor.ids, employee_termination=True)
            .create(
                {
                    "employee_ids": [(6, 0, self.mentor.ids)],
                    "departure_date": "2027-03-01",
                    "remove_related_user": True,
                }
            )
        )
        wizard.action_register_departure()
        self.assertFalse(self.mentor.active)
        self.assertFalse(self.mentor.user_id.active)
        self.assertEqual(len(self._warnings(self.internship)), 1)
        self.assertTrue(todo.exists())
        self.assertEqual(todo.user_id, self.backup.user_id)

    def test_archived_user_loses_no_todo(self):
        todo = self._todo(self.mentor.user_id)
        self.mentor.user_id.action_archive()
        self.assertTrue(todo.exists())
        self.assertEqual(todo.user_id, self.backup.user_id)
        self.assertEqual(len(self._warnings(self.internship)), 1)

    def test_coordinator_who_leaves_is_followed_by_another(self):
        second = self._user("coordinator-2", "group_coordinator")
        todo = self._todo(self.coordinator)
        self.coordinator.action_archive()
        warning = self._warnings(self.internship)
        self.assertEqual(len(warning), 1)
        self.assertTrue(warning.user_id.active)
        self.assertTrue(todo.exists() and todo.user_id.active)
        self.assertTrue(second.active)

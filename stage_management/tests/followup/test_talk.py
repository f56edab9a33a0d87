# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Visits and talks, and who was not seen for long."""

from datetime import date

from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import TODAY, FollowupCommon


@tagged("post_install", "-at_install")
class TestTalk(FollowupCommon):
    """The internship began on Monday 1 February; a visit is due after four weeks."""

    def _talk(self, day=TODAY, kind="visit"):
        return self._make("talk", self.coordinator, day=day, kind=kind)

    def _overdue(self):
        return self.env["hr.internship"].search([("is_visit_due", "=", True)])

    def test_nobody_was_seen_since_the_start(self):
        self.assertEqual(self.internship.visit_due, date(2027, 3, 1))
        self.assertTrue(self.internship.is_visit_due)
        self.assertIn(self.internship, self._overdue())
        self.assertEqual(self._todos(self.coordinator)["visit"], date(2027, 3, 1))

    def test_a_visit_counts_from_its_day(self):
        self._talk("2027-02-15")
        self._talk("2027-02-22")
        self._talk("2027-02-08")
        self.assertEqual(self.internship.last_seen_on, date(2027, 2, 22))
        self.assertEqual(self.internship.visit_due, date(2027, 3, 22))
        self.assertNotIn(self.internship, self._overdue())
        self.assertNotIn("visit", self._todos(self.coordinator))
        self.assertIn("visit", self._todos(self.coordinator, "2027-03-23"))

    def test_a_call_with_the_school_is_no_visit(self):
        self._talk(kind="school")
        self.assertFalse(self.internship.last_seen_on)

    def test_a_talk_that_is_taken_away_counts_no_longer(self):
        self._talk().unlink()
        self.assertFalse(self.internship.last_seen_on)
        self.assertTrue(self.internship.is_visit_due)

    def test_a_talk_is_entered_after_it_took_place(self):
        with self.assertRaisesRegex(ValidationError, "lies in the future"):
            self._talk("2027-03-04")

    def test_the_company_says_how_often(self):
        self.company.internship_visit_weeks = 6
        self.assertEqual(self.internship.visit_due, date(2027, 3, 15))
        self.assertNotIn(self.internship, self._overdue())
        self.company.internship_visit_weeks = 0
        self.assertFalse(self.internship.visit_due)

    def test_who_does_not_run_yet_is_not_visited(self):
        ready = self._at("ready", partner_id=self._partner("Intern Two").id)
        self.assertFalse(ready.is_visit_due)
        self.assertNotIn(ready, self._overdue())

    def test_who_sees_talks(self):
        self.assertWhoReads(
            self._talk(),
            mentor=True,
            backup=True,
            coordinator=True,
            intern=False,
            supervisor=False,
            manager=False,
            other_mentor=False,
        )

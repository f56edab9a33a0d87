# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the school waits for."""

from datetime import date

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .common import TODAY, FollowupCommon


@tagged("post_install", "-at_install")
class TestDuty(FollowupCommon):
    def _duty(self, **values):
        values = {"name": "Logbook", "due": "2027-03-05", **values}
        return self._make("duty", **values)

    def _all(self):
        return self.env["hr.internship.duty"].search(
            [("internship_id", "=", self.internship.id)]
        )

    def test_nothing_is_due_unless_somebody_enters_it(self):
        self.assertFalse(self._all())

    def test_done_is_dated_and_signed(self):
        duty = self._duty()
        duty.action_done()
        self.assertRecordValues(
            duty, [{"done_on": TODAY, "done_by_id": self.mentor_user.id}]
        )
        self.assertEqual(self._all(), duty)
        with self.assertRaisesRegex(UserError, "done already"):
            duty.action_done()

    def test_what_is_repeated_is_due_again_until_the_end(self):
        duty = self._duty(due="2027-04-16", repeat_weeks=2)
        duty.action_done()
        following = self._all() - duty
        self.assertRecordValues(
            following,
            [{"name": "Logbook", "due": date(2027, 4, 30), "done_on": False}],
        )
        following.action_done()
        self.assertEqual(len(self._all()), 2)

    def test_who_does_it_is_told_a_week_before(self):
        self._duty(due="2027-03-10")
        self._duty(due="2027-03-10", responsible="coordinator", name="Contract")
        day = date(2027, 3, 10)
        for user in (self.mentor_user, self.coordinator):
            with self.subTest(user.login):
                self.assertNotIn("duty", self._todos(user, "2027-03-02"))
                self.assertEqual(self._todos(user)["duty"], day)

    def test_bad_dates_are_refused(self):
        with self.assertRaisesRegex(ValidationError, "before the internship starts"):
            self._duty(due="2027-01-31")
        with self.assertRaisesRegex(ValidationError, "lies in the future"):
            self._duty(done_on="2027-03-04")

    def test_who_sees_duties(self):
        self.assertWhoReads(
            self._duty(),
            mentor=True,
            backup=True,
            coordinator=True,
            intern=False,
            supervisor=False,
            manager=False,
            other_mentor=False,
        )

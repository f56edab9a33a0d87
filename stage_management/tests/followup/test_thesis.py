# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A report is checked for what is secret before it is handed in."""

from datetime import date

from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import TODAY, FollowupCommon


@tagged("post_install", "-at_install")
class TestThesis(FollowupCommon):
    def _thesis(self, **values):
        return self._make("thesis", name="Report", **values)

    def test_it_is_checked_first(self):
        thesis = self._thesis(secret="Names of citizens")
        with self.assertRaisesRegex(ValidationError, "before it is handed in"):
            thesis.handed_in_on = TODAY
        thesis.action_check()
        self.assertEqual(thesis.checked_by_id, self.mentor_user)
        thesis.handed_in_on = TODAY

    def test_not_after_it_was_handed_in(self):
        with self.assertRaisesRegex(ValidationError, "before it is handed in"):
            self._thesis(
                handed_in_on="2027-03-01",
                checked_on=TODAY,
                checked_by_id=self.mentor_user.id,
            )

    def test_who_checked_stands_beside_the_date(self):
        with self.assertRaisesRegex(ValidationError, "who checked"):
            self._thesis(checked_on=TODAY)

    def test_mentor_is_told_in_time(self):
        self._thesis(handed_in_by="2027-03-10")
        self.assertEqual(self._todos(self.mentor_user)["thesis"], date(2027, 3, 10))

    def test_who_sees_it(self):
        self.assertWhoReads(
            self._thesis(),
            mentor=True,
            backup=True,
            coordinator=True,
            intern=True,
            supervisor=False,
            manager=False,
            other_mentor=False,
        )

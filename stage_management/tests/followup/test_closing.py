# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Nothing of the follow-up is forgotten when an internship is closed."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import TODAY, FollowupCommon

CONCERN = {"about": "Comes late every day", "raised_on": "2027-03-01"}
ACCIDENT = {
    "kind": "accident",
    "day": "2027-03-01",
    "place": "Stairs of the archive",
    "description": "Slipped on a wet step",
}


@tagged("post_install", "-at_install")
class TestClosing(FollowupCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.internship = cls._at("evaluation")

    def _sentences(self, user=None):
        case = self.internship.with_user(user or self.coordinator)
        guards = case._get_guards("closed")[case.id]
        return {guard.sentence: guard.blocking for guard in guards}

    def test_nothing_left_to_do(self):
        self.assertEqual(self._sentences(), {})
        self.internship.with_user(self.coordinator).action_close()
        self.assertEqual(self.internship.state, "closed")

    def test_open_concern(self):
        concern = self._make("concern", **CONCERN)
        with self.assertRaisesRegex(UserError, "concern of 03/01/2027 is open"):
            self.internship.with_user(self.coordinator).action_close()
        concern.with_user(self.coordinator).write(
            {"talked_on": TODAY, "outcome": "settled", "outcome_on": TODAY}
        )
        concern.with_user(self.coordinator).action_close()
        self.assertEqual(self._sentences(), {})

    def test_duty_by_law_after_an_accident(self):
        incident = self._make("incident", **ACCIDENT)
        with self.assertRaisesRegex(UserError, "what happened on 03/01/2027"):
            self.internship.with_user(self.coordinator).action_close()
        incident.with_user(self.coordinator).write(
            {"told_school_on": TODAY, "declared_on": TODAY}
        )
        self.assertEqual(self._sentences(), {})

    def test_unfinished_evaluation_warns(self):
        self._make("evaluation", form_kind="ours")
        self._make("evaluation", moment="midterm")
        self.assertEqual(
            self._sentences(),
            {
                "The school has not received the evaluation half-way.": False,
                "The school has not received the evaluation at the end.": False,
            },
        )
        case = self.internship.with_user(self.coordinator)
        self.assertIn("evaluation half-way", case.blocker_html)
        case.action_close()
        self.assertEqual(self.internship.state, "closed")

    def test_who_may_not_read_it_is_told_nothing(self):
        self._make("concern", **CONCERN)
        self._make("incident", **ACCIDENT)
        self.assertFalse(self._sentences(self.manager.user_id))
        self.assertEqual(len(self._sentences(self.mentor_user)), 2)

    def test_other_internships_say_nothing(self):
        self._make("concern", **CONCERN)
        other = self._at("evaluation", partner_id=self._partner("Intern Two").id)
        other.with_user(self.coordinator).action_close()
        self.assertEqual(other.state, "closed")

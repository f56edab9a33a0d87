# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What goes wrong, step by step."""

from datetime import date

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import BaseCase, tagged

from ...tools.concern_states import concern_state
from .common import TODAY, FollowupCommon

DAY = date(2027, 3, 1)


@tagged("post_install", "-at_install")
class TestConcernState(BaseCase):
    def test_the_last_dated_step_counts(self):
        for steps, state in (
            ((None, None, None, None), "raised"),
            ((DAY, None, None, None), "talked"),
            ((None, DAY, None, None), "school"),
            ((DAY, DAY, None, None), "school"),
            ((DAY, DAY, DAY, None), "agreed"),
            ((DAY, DAY, DAY, DAY), "closed"),
        ):
            with self.subTest(steps=steps):
                self.assertEqual(concern_state(*steps), state)


@tagged("post_install", "-at_install")
class TestConcern(FollowupCommon):
    def _concern(self, **values):
        values = {"about": "Deadlines are missed", "raised_on": "2027-02-22", **values}
        return self._make("concern", **values)

    def test_state_follows_from_the_dates(self):
        concern = self._concern()
        self.assertEqual(concern.state, "raised")
        concern.talked_on = "2027-02-23"
        self.assertEqual(concern.state, "talked")
        concern.school_on = "2027-02-24"
        self.assertEqual(concern.state, "school")
        concern.write(
            {
                "outcome": "improvement",
                "outcome_on": "2027-02-25",
                "improvement": "A meeting each Monday",
                "improvement_until": "2027-03-10",
            }
        )
        self.assertEqual(concern.state, "agreed")
        concern.action_close()
        self.assertEqual((concern.state, concern.closed_on), ("closed", TODAY))

    def test_what_does_not_fit_is_refused_in_one_sentence(self):
        concern = self._concern(talked_on="2027-02-23")
        decided = {"outcome": "settled", "outcome_on": "2027-02-25"}
        for values, sentence in (
            ({"talked_on": "2027-02-21"}, "before the concern was raised"),
            ({"school_on": "2027-03-04"}, "lies in the future"),
            ({**decided, "talked_on": False}, "coordinator first"),
            ({"outcome": "settled"}, "together with the date"),
            ({"outcome_on": "2027-02-25"}, "together with the date"),
            ({**decided, "outcome": "improvement"}, "what is agreed, and until when"),
            ({"closed_on": "2027-03-01"}, "how it ended"),
        ):
            with (
                self.subTest(sentence, values=values),
                self.assertRaisesRegex(ValidationError, sentence),
                self.env.cr.savepoint(),
            ):
                concern.write(values)

    def test_coordinator_talks_about_it(self):
        concern = self._concern()
        day = date(2027, 2, 22)
        self.assertEqual(self._todos(self.coordinator)["concern_talk"], day)
        concern.talked_on = TODAY
        self.assertNotIn("concern_talk", self._todos(self.coordinator))

    def test_what_was_agreed_is_looked_at_when_it_ends(self):
        self._concern(
            talked_on="2027-02-23",
            outcome="improvement",
            outcome_on="2027-02-25",
            improvement="A meeting each Monday",
            improvement_until="2027-03-10",
        )
        for user in (self.coordinator, self.mentor_user):
            with self.subTest(user.login):
                kind = "concern_improvement"
                self.assertNotIn(kind, self._todos(user))
                self.assertEqual(self._todos(user, "2027-03-07")[kind].day, 10)

    def test_who_sees_a_concern(self):
        self.assertWhoReads(
            self._concern(),
            mentor=True,
            backup=True,
            coordinator=True,
            other_mentor=False,
            manager=False,
            intern=False,
            supervisor=False,
        )

    def test_mentors_write_and_do_not_delete(self):
        concern = self._concern()
        concern.with_user(self.backup_user).talk_notes = "We agree"
        with self.assertRaises(AccessError):
            concern.with_user(self.colleague.user_id).talk_notes = "Nothing"
        with self.assertRaises(AccessError):
            concern.unlink()

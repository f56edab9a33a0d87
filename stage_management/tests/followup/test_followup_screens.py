# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The page on the internship, and what it costs."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ...models.followup.hr_internship_counts import FOLLOWED
from .common import TODAY, FollowupCommon

SAMPLES = {
    "absence": {"kind": "exam", "date_from": TODAY, "date_to": TODAY},
    "concern": {"about": "Late"},
    "incident": {"place": "Stairs", "description": "Slipped"},
    "project": {"name": "Forms"},
    "feedback": {"situation": "Meeting"},
    "talk": {},
    "training": {"name": "Fire safety", "day": TODAY},
    "duty": {"name": "Logbook", "due": TODAY},
    "evaluation": {},
    "thesis": {"name": "Report", "handed_in_by": TODAY},
}


@tagged("post_install", "-at_install")
class TestFollowupScreens(FollowupCommon):
    def _make_all(self, case):
        for name, values in SAMPLES.items():
            self._make(name, self.env.user, **{**values, "internship_id": case.id})

    def _counts(self, user):
        self.env.flush_all()
        self.env.invalidate_all()
        case = self.internship.with_user(user)
        return {name: case[name] for name in FOLLOWED}

    def test_each_button_counts_and_opens_its_own(self):
        self._make_all(self.internship)
        self._make("talk")
        self._make_all(self._at("ongoing", partner_id=self._partner("Two").id))
        counts = self._counts(self.mentor_user)
        self.assertEqual(counts.pop("talk_count"), 2)
        self.assertEqual(set(counts.values()), {1})
        case = self.internship.with_user(self.mentor_user)
        for name, model in FOLLOWED.items():
            action = case.with_context(followup=name).action_open_followup()
            self.assertEqual(action["res_model"], model)
            found = self.env[model].search(action["domain"])
            self.assertEqual(found.internship_id, self.internship)

    def test_a_manager_counts_what_managers_may_read(self):
        self._make_all(self.internship)
        counts = self._counts(self.manager.user_id)
        self.assertEqual(counts.pop("evaluation_count"), 1)
        self.assertEqual(set(counts.values()), {0})

    def test_the_page_is_for_who_guides(self):
        for user, is_shown in (
            (self.mentor_user, True),
            (self.backup_user, True),
            (self.coordinator, True),
            (self.manager.user_id, False),
        ):
            with self.subTest(user.login):
                case = self.internship.with_user(user)
                self.assertEqual(case.is_followed_by_me, is_shown)

    def test_all_counts_are_one_query(self):
        """For contributors two more: of which departments the user is the manager."""
        self._make_all(self.internship)
        for user, number in ((self.coordinator, 1), (self.mentor_user, 3)):
            case = self.internship.with_user(user)
            case.mapped("talk_count")
            self.env.flush_all()
            self.env.invalidate_all()
            with self.subTest(user.login), self.assertQueryCount(number):
                case._count_followup()

    def test_to_dos_take_as_many_queries_for_many(self):
        self._make_all(self.internship)
        users = self.mentor_user | self.coordinator
        counts = []
        for _time in range(3):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            users._get_internship_todos()
            counts.append(self.env.cr.sql_log_count - before)
            for number in range(4):
                partner = self._partner(f"Intern {len(counts)} {number}")
                self._make_all(self._at("ongoing", partner_id=partner.id))
        self.assertLessEqual(counts[2], counts[1])

    def test_nothing_is_made_for_the_intern_of_somebody_else(self):
        for name, values in SAMPLES.items():
            with self.subTest(name), self.assertRaises(AccessError):
                self._make(name, self.colleague.user_id, **values)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One mail a day at most, with what waits for a person."""

from unittest.mock import patch

from odoo import fields
from odoo.tests import freeze_time, tagged

from ...tools.extension import Todo
from ..common import InternshipCommon

WEDNESDAY, THURSDAY, SATURDAY = "2027-03-03", "2027-03-04", "2027-03-06"
NEXT_WEDNESDAY = "2027-03-10"


@tagged("post_install", "-at_install")
class TestDigest(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = cls.mentor.user_id
        cls.user._sync_contributors()

    def _send(self, day, todos):
        """Run the cron on a day with these to-dos of the user; return its mails."""
        model = type(self.env["res.users"])

        def gather(users, limit=100):
            found = {user.id: [] for user in users}
            return {**found, self.user.id: list(todos)}

        before = self.env["mail.mail"].search([])
        with (
            freeze_time(day),
            patch.object(model, "_get_digest_users", self._limited_to(self.user)),
            patch.object(model, "_get_internship_todos", gather),
            self.enter_registry_test_mode(),
        ):
            self.env.ref(
                "stage_management.ir_cron_internship_digest"
            ).method_direct_trigger()
        self.env.invalidate_all()
        return self.env["mail.mail"].search([]) - before

    def _limited_to(self, users):
        ids, original = users.ids, type(self.env["res.users"])._get_digest_users
        return lambda self, today: original(self, today).filtered(
            lambda user: user.id in ids
        )

    def _todo(self, label="Sign", due=None, **values):
        due = due and fields.Date.to_date(due)
        return Todo("sign", label, f"/odoo/{label.lower()}", due, **values)

    def test_new_things_are_mailed_once_with_links_that_work(self):
        todos = [self._todo("Sign"), self._todo("Read")]
        (mail,) = self._send(WEDNESDAY, todos)
        self.assertEqual(mail.recipient_ids, self.user.partner_id)
        base = self.user.get_base_url()
        preferences = f"/odoo/my-preferences/{self.user.id}"
        for path in ("/odoo/sign", "/odoo/read", "/odoo/internship-start", preferences):
            self.assertIn(f'href="{base}{path}"', mail.body_html)
        self.assertFalse(self._send(THURSDAY, todos))

    def test_running_twice_a_day_mails_once(self):
        self._send(WEDNESDAY, [self._todo("Sign")])
        self.assertFalse(self._send(WEDNESDAY, [self._todo("Sign"), self._todo("New")]))

    def test_nothing_to_do_is_no_mail(self):
        self.assertFalse(self._send(WEDNESDAY, []))

    def test_overdue_things_are_named_again_after_some_days(self):
        self.company.internship_digest_days = 7
        todos = [self._todo("Sign", due="2027-03-01"), self._todo("Read")]
        self._send(WEDNESDAY, todos)
        self.assertFalse(self._send("2027-03-09", todos))
        (mail,) = self._send(NEXT_WEDNESDAY, todos)
        self.assertIn("Overdue", mail.body_html)
        self.assertIn("/odoo/sign", mail.body_html)
        self.assertNotIn("/odoo/read", mail.body_html)

    def test_due_today_is_not_overdue(self):
        (mail,) = self._send(WEDNESDAY, [self._todo("Sign", due=WEDNESDAY)])
        self.assertNotIn("Overdue", mail.body_html)

    def test_nobody_is_mailed_on_a_weekend(self):
        self.assertFalse(self._send(SATURDAY, [self._todo("Sign")]))

    def test_who_does_not_want_it_gets_legal_deadlines_only(self):
        self.user.with_user(self.user).internship_digest = False
        legal = self._todo("Insure", is_legal=True)
        (mail,) = self._send(WEDNESDAY, [self._todo("Sign"), legal])
        self.assertIn("/odoo/insure", mail.body_html)
        self.assertNotIn("/odoo/sign", mail.body_html)
        self.assertFalse(self._send(THURSDAY, [self._todo("Read")]))

    def test_who_is_told_what_stands_on_record(self):
        self._send(WEDNESDAY, [self._todo("Sign", due="2027-03-20")])
        lines = self.env["hr.internship.digest.line"].search(
            [("user_id", "=", self.user.id)]
        )
        self.assertRecordValues(
            lines,
            [
                {
                    "sent_on": fields.Date.to_date(WEDNESDAY),
                    "kind": "sign",
                    "label": "Sign",
                    "url": "/odoo/sign",
                    "due": fields.Date.to_date("2027-03-20"),
                }
            ],
        )

    def test_same_thing_in_two_roles_is_named_once(self):
        (mail,) = self._send(WEDNESDAY, [self._todo("Sign"), self._todo("Sign")])
        self.assertEqual(mail.body_html.count("/odoo/sign"), 1)

    def test_long_list_is_cut(self):
        todos = [self._todo(f"Item{index}") for index in range(23)]
        (mail,) = self._send(WEDNESDAY, todos)
        self.assertEqual(mail.body_html.count("/odoo/item"), 20)
        self.assertIn("And 3 more", mail.body_html)

    def test_mail_is_in_the_language_of_the_person(self):
        self.env["res.lang"]._activate_lang("fr_BE")
        self.user.lang = "fr_BE"
        seen = []
        model = type(self.env["res.users"])

        def gather(users, limit=100):
            seen.append(users.env.lang)
            return {user.id: [] for user in users}

        with patch.object(model, "_get_internship_todos", gather):
            self.user._send_internship_digests(fields.Date.to_date(WEDNESDAY))
        self.assertEqual(seen, ["fr_BE"])

    def test_only_who_takes_part_is_mailed(self):
        employee, archived = self._user("employee-1"), self._user("mentor-3")
        archived._sync_contributors()
        archived.active = False
        found = self.env["res.users"]._get_digest_users(fields.Date.to_date(WEDNESDAY))
        self.assertIn(self.user, found)
        self.assertFalse(found & (employee | archived))

    def test_old_lines_are_forgotten(self):
        self._send("2027-03-03", [self._todo("Sign")])
        Line = self.env["hr.internship.digest.line"]
        with freeze_time("2028-03-03"):
            Line._gc_old_lines()
        self.assertTrue(Line.search([("user_id", "=", self.user.id)]))
        with freeze_time("2028-04-20"):
            Line._gc_old_lines()
        self.assertFalse(Line.search([("user_id", "=", self.user.id)]))


@tagged("post_install", "-at_install")
class TestTodos(InternshipCommon):
    """What each role is expected to do, and until when."""

    def _todos(self, *users, day=WEDNESDAY):
        """``[{(kind, what the url ends with)}, …]``, one set per user."""
        self.env.flush_all()
        self.env.invalidate_all()
        group = self.env["res.users"].union(*users)
        with freeze_time(day):
            todos = group._get_internship_todos()
        return [
            {(todo.kind, int(todo.url.rsplit("/", 1)[1])) for todo in todos[user.id]}
            for user in users
        ]

    def _at(self, state, start, end, **values):
        internship = self._internship(date_start=start, date_end=end, **values)
        internship.flush_recordset()
        self.env.cr.execute(
            "UPDATE hr_internship SET state = %s WHERE id = %s", [state, internship.id]
        )
        internship.invalidate_recordset()
        internship.modified(["state"])
        return internship

    def test_coordinator_finishes_preparations_in_time(self):
        soon = self._at("preparation", "2027-03-31", "2027-05-31")
        self._at("preparation", "2027-04-01", "2027-05-31")
        (todos,) = self._todos(self.coordinator)
        self.assertEqual(todos, {("prepare", soon.id)})

    def test_coordinator_moves_on_what_stands_still(self):
        stuck = self._at("ready", "2027-03-01", "2027-05-31")
        closing = self._at("evaluation", "2026-11-01", "2027-01-01")
        (todos,) = self._todos(self.coordinator)
        self.assertEqual(todos, {("move_on", stuck.id), ("move_on", closing.id)})

    def test_mentor_receives_and_evaluates(self):
        coming = self._at("ready", "2027-03-17", "2027-05-31")
        going = self._at("ongoing", "2027-02-01", "2027-03-17")
        (todos,) = self._todos(self.mentor.user_id)
        self.assertEqual(todos, {("receive", coming.id), ("discuss", going.id)})

    def test_absent_people_s_todos_are_their_replacements(self):
        coming = self._at("ready", "2027-03-17", "2027-05-31")
        with freeze_time(WEDNESDAY):
            self.env["hr.internship.replacement"].create(
                {
                    "employee_id": self.mentor.id,
                    "date_from": WEDNESDAY,
                    "date_to": NEXT_WEDNESDAY,
                }
            )
        mentor, backup = self._todos(self.mentor.user_id, self.backup.user_id)
        self.assertEqual((mentor, backup), (set(), {("receive", coming.id)}))

    def test_manager_names_a_mentor(self):
        internship = self._at(
            "preparation", "2027-04-10", "2027-05-31", mentor_id=False
        )
        (todos,) = self._todos(self.manager.user_id)
        self.assertEqual(todos, {("name_mentor", internship.id)})

    def test_new_applications_go_to_their_coordinator_else_to_all(self):
        colleague = self._user("coordinator-2", "group_coordinator")
        self.env["hr.internship.application"].search([]).write({"active": False})
        everybodys, own = self._application(), self._application()
        own.user_id = self.coordinator
        mine, theirs = self._todos(self.coordinator, colleague)
        self.assertEqual(mine, {("review", everybodys.id), ("review", own.id)})
        self.assertEqual(theirs, {("review", everybodys.id)})

    def test_mentor_interviews_and_coordinator_selects(self):
        self.env["hr.internship.place"].search([]).write({"active": False})
        place = self._place()
        application = self._application(place_id=place.id)
        application._transition("interview")
        mentor, coordinator = self._todos(self.mentor.user_id, self.coordinator)
        self.assertEqual(mentor, {("interview", application.id)})
        self.assertEqual(coordinator, {("select", place.id)})

    def test_other_companies_are_none_of_their_business(self):
        other = self.env["res.company"].create({"name": "Agency Two"})
        stranger = self._user("coordinator-3", "group_coordinator")
        stranger.write({"company_ids": [(6, 0, other.ids)], "company_id": other.id})
        self._application()
        self._place()
        self.assertEqual(self._todos(stranger), [set()])

    def test_one_person_in_two_roles_has_both(self):
        self.coordinator.group_ids |= self.env.ref("stage_management.group_coordinator")
        self.env["hr.employee"].create({"name": "Both", "user_id": self.coordinator.id})
        both = self.coordinator.employee_id
        coming = self._at("preparation", "2027-03-10", "2027-05-31", mentor_id=both.id)
        (todos,) = self._todos(self.coordinator)
        self.assertEqual(todos, {("prepare", coming.id), ("receive", coming.id)})

    def test_queries_do_not_grow_with_persons_and_records(self):
        self._at("ready", "2027-03-17", "2027-05-31")
        few = self._count_queries(self.mentor.user_id)
        others = self.env["res.users"]
        for index in range(8):
            mentor = self._employee(f"Mentor {index}", login=f"mentor-x{index}")
            self._at("ready", "2027-03-17", "2027-05-31", mentor_id=mentor.id)
            self._at("ongoing", "2027-02-01", "2027-03-17", mentor_id=mentor.id)
            others |= mentor.user_id
        self.assertLessEqual(self._count_queries(self.mentor.user_id | others), few + 2)

    def test_digest_with_nothing_due_asks_little(self):
        for _warm in range(2):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            with freeze_time(WEDNESDAY):
                users = self.coordinator | self.mentor.user_id
                users._send_internship_digests(fields.Date.to_date(WEDNESDAY))
        self.assertLessEqual(self.env.cr.sql_log_count - before, 20)

    def _count_queries(self, users):
        self.env.flush_all()
        self.env.invalidate_all()
        with freeze_time(WEDNESDAY):
            before = self.env.cr.sql_log_count
            users._get_internship_todos()
            return self.env.cr.sql_log_count - before

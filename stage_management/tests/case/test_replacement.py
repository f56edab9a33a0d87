# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Somebody is absent: to-dos, mails and rights move, and come back."""

from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, freeze_time, tagged

from ..common import InternshipCommon

TODAY = date(2027, 3, 1)


class ReplacementCommon(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(TODAY))
        # work e-mail addresses of the employees are those of their users
        cls.internship = cls._running_internship()
        cls.colleague = cls._employee("Colleague One", login="colleague-1")

    @classmethod
    def _running_internship(cls, **values):
        internship = cls._internship(**values)
        cls.env.cr.execute(
            "UPDATE hr_internship SET state = 'ongoing' WHERE id = %s", [internship.id]
        )
        internship.invalidate_recordset()
        return internship

    def _absence(self, employee=None, user=None, **values):
        employee = employee or self.mentor
        return (
            self.env["hr.internship.replacement"]
            .with_user(user or self.coordinator)
            .create(
                {
                    "employee_id": employee.id,
                    "date_from": TODAY,
                    "date_to": "2027-03-10",
                    **values,
                }
            )
        )

    def _todo(self, user, record=None):
        return (record or self.internship).activity_schedule(
            "mail.mail_activity_data_todo", user_id=user.id, summary="Visit"
        )

    def _cron(self, day):
        with freeze_time(day):
            self.env["hr.internship.replacement"]._cron_follow_calendar()

    def _mails(self):
        """``{recipient: [subject, …]}`` of the mails since the last call."""
        self.env.flush_all()
        mails = self.env["mail.mail"].search([("id", ">", self.last_mail)])
        self.last_mail = max(mails.ids, default=self.last_mail)
        found = {}
        for mail in mails.sorted("id"):
            for partner in mail.recipient_ids:
                found.setdefault(partner, []).append(mail.subject)
        return found

    def setUp(self):
        super().setUp()
        self.last_mail = self.env["mail.mail"].search([], order="id desc", limit=1).id
        self.last_mail = self.last_mail or 0


@tagged("post_install", "-at_install")
class TestMentorAbsent(ReplacementCommon):
    def test_todos_go_to_the_backup_and_come_back(self):
        todo = self._todo(self.mentor.user_id)
        other = self._todo(self.coordinator)
        self._absence()
        self.assertEqual(todo.user_id, self.backup.user_id)
        self.assertEqual(other.user_id, self.coordinator)
        self._cron("2027-03-10")
        self.assertEqual(todo.user_id, self.backup.user_id)
        self._cron("2027-03-11")
        self.assertEqual(todo.user_id, self.mentor.user_id)

    def test_what_was_done_or_given_away_stays(self):
        done = self._todo(self.mentor.user_id)
        given = self._todo(self.mentor.user_id)
        own = self._todo(self.backup.user_id)
        absence = self._absence()
        done.action_feedback()
        given.user_id = self.coordinator
        absence.action_end()
        self.assertEqual(done.user_id, self.backup.user_id)
        self.assertEqual(given.user_id, self.coordinator)
        self.assertEqual(own.user_id, self.backup.user_id)

    def test_what_comes_up_meanwhile_goes_along(self):
        self._absence()
        todo = self._todo(self.mentor.user_id)
        self._cron("2027-03-02")
        self.assertEqual(todo.user_id, self.backup.user_id)

    def test_absence_of_later_waits_for_its_day(self):
        todo = self._todo(self.mentor.user_id)
        self._mails()
        absence = self._absence(date_from="2027-03-05")
        self.assertEqual(
            (absence.state, todo.user_id), ("planned", self.mentor.user_id)
        )
        self.assertFalse(self._mails())
        self._cron("2027-03-05")
        self.assertEqual(
            (absence.state, todo.user_id), ("running", self.backup.user_id)
        )

    def test_everybody_is_told_once_and_again_on_return(self):
        self._absence()
        self._cron("2027-03-02")
        mails = self._mails()
        intern, mentor, backup = (
            self.intern,
            self.mentor.user_id.partner_id,
            self.backup.user_id.partner_id,
        )
        self.assertEqual(set(mails), {intern, mentor, backup})
        self.assertEqual({len(subjects) for subjects in mails.values()}, {1})
        self.assertIn("is absent", mails[intern][0])
        self._cron("2027-03-11")
        self._cron("2027-03-12")
        mails = self._mails()
        self.assertEqual(set(mails), {intern, mentor, backup})
        self.assertEqual({tuple(s) for s in mails.values()}, {("Mentor One is back",)})

    def test_mail_says_whom_to_turn_to(self):
        self.backup.write({"work_phone": "+32 2 555 00 00"})
        self._absence()
        mail = self.env["mail.mail"].search(
            [("recipient_ids", "in", self.intern.ids)], order="id desc", limit=1
        )
        for text in ("Backup One", "+32 2 555 00 00", "Chatbots", "03/10/2027"):
            self.assertIn(text, mail.body_html)

    def test_each_mail_is_in_the_own_language(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        template = self.env.ref("stage_management.mail_template_replacement_start")
        template.with_context(
            lang="fr_FR"
        ).subject = "{{ object.employee_id.name }} absent"
        self.intern.lang = "fr_FR"
        self._absence()
        mails = self._mails()
        self.assertEqual(mails[self.intern], ["Mentor One absent"])
        self.assertIn("is absent", mails[self.backup.user_id.partner_id][0])

    def test_intern_who_comes_after_the_absence_is_not_told(self):
        later = self._partner("Later")
        internship = self._internship(
            partner_id=later.id, date_start="2027-03-20", date_end="2027-04-20"
        )
        self.env.cr.execute(
            "UPDATE hr_internship SET state = 'ready' WHERE id = %s", [internship.id]
        )
        self.env.invalidate_all()
        self._absence()
        self.assertNotIn(later, self._mails())

    def test_mentor_enters_the_own_absence_and_nobody_elses(self):
        mentor = self.mentor.user_id
        todo = self._todo(mentor)
        form = Form(self.env["hr.internship.replacement"].with_user(mentor))
        self.assertEqual(form.employee_id, self.mentor)
        absence = form.save()
        self.assertEqual(todo.user_id, self.backup.user_id)
        absence.action_end()
        self.assertEqual(todo.user_id, mentor)
        with self.assertRaises(AccessError):
            self._absence(self.backup, user=mentor)

    def test_mentor_does_not_let_others_in(self):
        with self.assertRaisesRegex(AccessError, "Your backup replaces you"):
            self._absence(user=self.mentor.user_id, replacement_id=self.colleague.id)

    def test_named_colleague_has_the_access_as_long_as_it_lasts(self):
        user = self.colleague.user_id
        user._sync_contributors()
        internship = self.internship.with_user(user)
        self.assertFalse(internship.has_access("read"))
        absence = self._absence(replacement_id=self.colleague.id)
        self.env.invalidate_all()
        self.assertTrue(internship.has_access("read"))
        self.assertTrue(internship.term_ids.has_access("read"))
        absence.action_end()
        self.env.invalidate_all()
        self.assertFalse(internship.has_access("read"))

    def test_named_colleague_needs_no_group_before(self):
        self._absence(replacement_id=self.colleague.id)
        self.assertTrue(
            self.colleague.user_id.has_group("stage_management.group_contributor")
        )

    def test_mails_of_the_conversation_reach_the_backup(self):
        mentor, backup = (
            person.user_id.partner_id for person in (self.mentor, self.backup)
        )
        self.internship.message_subscribe((mentor | backup).ids)
        self._absence()
        self._mails()
        for followers in (mentor | backup, mentor):
            self.internship.message_unsubscribe((mentor | backup).ids)
            self.internship.message_subscribe(followers.ids)
            self.internship.with_user(self.coordinator).message_post(
                body=self.intern.name,
                message_type="comment",
                subtype_xmlid="mail.mt_comment",
            )
            self.assertEqual(set(self._mails()), {backup})

    def test_form_says_who_is_there(self):
        self.assertFalse(self.internship.absence_notice)
        self._absence()
        self.internship.invalidate_recordset()
        notice = self.internship.with_user(self.backup.user_id).absence_notice
        self.assertIn("Mentor One is absent until", notice)
        self.assertIn("Backup One replaces", notice)
        self.assertEqual(self.internship._get_acting_mentor(), self.backup)


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

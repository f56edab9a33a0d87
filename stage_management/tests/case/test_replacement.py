# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A mentor is absent: to-dos, mails and rights move, and come back."""

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged
from odoo.tools import html2plaintext

from .common import TODAY, ReplacementCommon


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

    def _body_for(self, partner):
        mail = self.env["mail.mail"].search(
            [("recipient_ids", "in", partner.ids)], order="id desc", limit=1
        )
        return " ".join(html2plaintext(mail.body_html).split())

    def test_mail_speaks_to_who_reads_it(self):
        self._absence()
        for partner, said, unsaid in (
            (self.intern, "Mentor One is absent", "What is to be done"),
            (self.mentor.user_id.partner_id, "You are absent", "Mentor One is absent"),
            (self.backup.user_id.partner_id, "you* as mentor of Intern One", "@"),
        ):
            body = self._body_for(partner).split("Kind regards")[0]
            with self.subTest(partner.name):
                self.assertIn(said, body)
                self.assertNotIn(unsaid, body)

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
        self.assertFalse(form.date_from)
        form.date_from = TODAY
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

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An internship passes to another mentor, for good."""

from datetime import date

from lxml import etree

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged

from .common import TODAY, ReplacementCommon


@tagged("post_install", "-at_install")
class TestHandover(ReplacementCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.successor = cls._employee("Successor One", login="successor-1")

    def _hand_over(self, internships=None, day=TODAY, **values):
        internships = internships or self.internship
        wizard = (
            self.env["hr.internship.handover"]
            .with_user(self.coordinator)
            .with_context(**internships.action_open_handover()["context"])
            .create({"mentor_id": self.successor.id, "day": day, **values})
        )
        wizard.action_confirm()
        self.env.invalidate_all()
        return wizard

    def _terms(self):
        return [
            (term.date_from, term.date_to, term.mentor_id, term.department_id)
            for term in self.internship.term_ids
        ]

    def test_terms_keep_who_guided_when(self):
        hours = self.internship.planned_hours
        self._hand_over(reason="Moves to Budget")
        self.assertEqual(
            self._terms(),
            [
                (date(2027, 2, 1), date(2027, 2, 28), self.mentor, self.department),
                (TODAY, date(2027, 4, 30), self.successor, self.department),
            ],
        )
        self.assertEqual(self.internship.mentor_id, self.successor)
        self.assertEqual(self.internship.backup_id, self.backup)
        self.assertEqual(self.internship.planned_hours, hours)
        body = "".join(self.internship.message_ids.mapped("body"))
        for text in ("Mentor One", "Successor One", "03/01/2027", "Moves to Budget"):
            self.assertIn(text, body)

    def test_earlier_mentor_keeps_reading_and_the_new_one_begins(self):
        user = self.successor.user_id
        self.assertFalse(self.internship.with_user(user).has_access("read"))
        self._hand_over()
        for person in (self.mentor, self.successor):
            internship = self.internship.with_user(person.user_id)
            self.assertTrue(internship.has_access("read"), person.name)

    def test_todos_pass_to_the_new_mentor(self):
        todo = self._todo(self.mentor.user_id)
        other = self._todo(self.backup.user_id)
        self._hand_over()
        self.assertEqual(todo.user_id, self.successor.user_id)
        self.assertEqual(other.user_id, self.backup.user_id)

    def test_todos_of_an_absent_mentor_pass_and_do_not_come_back(self):
        todo = self._todo(self.mentor.user_id)
        absence = self._absence()
        self._hand_over()
        self.assertEqual(todo.user_id, self.successor.user_id)
        absence.action_end()
        self.assertEqual(todo.user_id, self.successor.user_id)

    def test_later_handover_waits_for_its_day(self):
        todo = self._todo(self.mentor.user_id)
        self._hand_over(day="2027-04-01")
        self.assertEqual(self.internship.mentor_id, self.mentor)
        self.assertEqual(todo.user_id, self.mentor.user_id)
        with freeze_time("2027-04-01"):
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(self.internship.mentor_id, self.successor)
        self.assertEqual(self.internship.acting_mentor_id, self.successor)
        self.assertEqual(todo.user_id, self.successor.user_id)

    def test_intern_and_mentors_are_told_once(self):
        second = self._running_internship(partner_id=self._partner("Intern Two").id)
        self._hand_over(self.internship + second)
        mails = self._mails()
        people = {person.user_id.partner_id for person in (self.mentor, self.successor)}
        self.assertEqual(set(mails), {self.intern, second.partner_id, *people})
        self.assertEqual(
            {tuple(subjects) for subjects in mails.values()},
            {("Successor One becomes the mentor",)},
        )

    def test_mail_speaks_to_who_reads_it(self):
        self._hand_over()
        for partner, said in (
            (self.intern, "Successor One is your mentor for: Chatbots"),
            (self.mentor.user_id.partner_id, "is the mentor of: Intern One"),
            (self.successor.user_id.partner_id, "you are the mentor of: Intern One"),
        ):
            mail = self.env["mail.mail"].search(
                [("recipient_ids", "in", partner.ids)], order="id desc", limit=1
            )
            text = etree.fromstring(mail.body_html, etree.HTMLParser())
            with self.subTest(partner.name):
                self.assertIn(said, " ".join("".join(text.itertext()).split()))

    def test_planned_internship_just_gets_another_mentor(self):
        internship = self._internship(date_start="2027-06-01", date_end="2027-07-31")
        self._hand_over(internship)
        self.assertEqual(len(internship.term_ids), 1)
        self.assertEqual(internship.mentor_id, self.successor)
        self.assertNotIn(internship.partner_id, self._mails())

    def test_internship_that_is_over_passes_with_its_last_day(self):
        with freeze_time("2027-05-10"):
            self._hand_over(day="2027-05-10")
        self.assertEqual(self._terms()[-1][:3], (
            date(2027, 4, 30), date(2027, 4, 30), self.successor
        ))  # fmt: skip
        self.assertEqual(self.internship.mentor_id, self.successor)

    def test_backup_who_becomes_mentor_needs_a_successor(self):
        with self.assertRaisesRegex(UserError, "choose another backup"):
            self._hand_over(mentor_id=self.backup.id)
        self._hand_over(mentor_id=self.backup.id, backup_id=self.mentor.id)
        self.assertEqual(self.internship.mentor_id, self.backup)
        self.assertEqual(self.internship.backup_id, self.mentor)

    def test_signed_agreement_is_told_to_need_an_amendment(self):
        agreement = self.env["hr.internship.agreement"].create(
            {"internship_id": self.internship.id}
        )
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_internship_agreement SET state = 'signed' WHERE id = %s",
            [agreement.id],
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "The agreement is signed"):
            self.internship.mentor_id = self.successor
        wizard = self._hand_over()
        self.assertIn("needs an amendment", wizard.notes)
        body = "".join(self.internship.message_ids.mapped("body"))
        self.assertIn("needs an amendment", body)
        self.assertEqual(self.internship.mentor_id, self.successor)

    def test_agreement_that_is_being_signed_comes_first(self):
        agreement = self.env["hr.internship.agreement"].create(
            {"internship_id": self.internship.id}
        )
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_internship_agreement SET state = 'to_sign' WHERE id = %s",
            [agreement.id],
        )
        self.env.invalidate_all()
        with self.assertRaises(UserError) as caught:
            self._hand_over()
        self.assertSentence(caught.exception, self.internship.name, "withdraw it first")

    def test_full_mentor_takes_nothing_over_where_it_blocks(self):
        self.company.internship_capacity_policy = "block"
        self.env["hr.internship.mentor"].create(
            {"employee_id": self.successor.id, "capacity": 0}
        )
        with self.assertRaisesRegex(UserError, "room for 0"):
            self._hand_over()

    def test_wizard_tells_the_workload_of_the_new_mentor(self):
        self.env["hr.internship.mentor"].create(
            {"employee_id": self.successor.id, "capacity": 1}
        )
        self._running_internship(
            mentor_id=self.successor.id, partner_id=self._partner("Other").id
        )
        context = self.internship.action_open_handover()["context"]
        wizard = self.env["hr.internship.handover"].with_user(self.coordinator)
        form = Form(wizard.with_context(**context))
        form.mentor_id = self.successor
        self.assertIn("2 of 1 at once", form.mentor_load)
        self.assertTrue(form.is_mentor_full)

    def test_all_of_a_leaving_mentor_at_once(self):
        line = self.env["hr.internship.mentor"].create(
            {"employee_id": self.mentor.id, "capacity": 3}
        )
        later = self._internship(date_start="2027-06-01", date_end="2027-07-31")
        past = self._internship(date_start="2026-06-01", date_end="2026-07-31")
        past._transition("cancelled")
        action = line.with_user(self.coordinator).action_open_handover()
        found = action["context"]["default_internship_ids"]
        self.assertEqual(set(found), {self.internship.id, later.id})

    def test_mentor_does_not_hand_over(self):
        with self.assertRaises(AccessError):
            self.env["hr.internship.handover"].with_user(self.mentor.user_id).create(
                {"mentor_id": self.successor.id}
            )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Absences of an intern: what is refused, who is told, who sees them."""

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import TODAY, FollowupCommon


@tagged("post_install", "-at_install")
class TestAbsence(FollowupCommon):
    def _absence(self, first="2027-03-03", last=None, **values):
        values = {"kind": "illness", "date_from": first, **values}
        return self._make("absence", date_to=last or first, **values)

    def test_outside_the_internship_is_refused_in_one_sentence(self):
        for first, last in (
            ("2027-01-29", "2027-02-02"),
            ("2027-04-30", "2027-05-01"),
            ("2026-05-01", "2026-05-02"),
        ):
            with (
                self.subTest(first),
                self.assertRaisesRegex(ValidationError, "outside the internship"),
            ):
                self._absence(first, last)

    def test_first_and_last_day_are_inside(self):
        self._absence("2027-02-01", "2027-04-30")

    def test_end_before_start_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "ends before it starts"):
            self._absence("2027-03-04", "2027-03-03")
        with self.assertRaisesRegex(ValidationError, "ends before it starts"):
            self._absence(half_from="afternoon", half_to="morning")

    def test_the_same_day_twice_is_refused(self):
        self._absence("2027-03-01", "2027-03-03")
        with self.assertRaisesRegex(ValidationError, "known in part already"):
            self._absence("2027-03-03", "2027-03-05")

    def test_two_of_one_batch_do_not_overlap(self):
        vals = {"internship_id": self.internship.id, "kind": "exam"}
        with self.assertRaisesRegex(ValidationError, "known in part already"):
            self.env["hr.internship.absence"].create([vals, dict(vals)])

    def test_morning_and_afternoon_are_two_absences(self):
        self._absence(half_to="morning")
        self._absence(half_from="afternoon", kind="lessons")
        self.assertEqual(self.internship.absence_count, 2)

    def test_another_intern_is_absent_on_the_same_day(self):
        other = self._at("ongoing", partner_id=self._partner("Intern Two").id)
        self._absence()
        self._absence(internship_id=other.id)

    def test_what_lies_in_the_future_is_not_dated(self):
        for name in ("reported_on", "told_school_on", "certificate_on"):
            with (
                self.subTest(name),
                self.assertRaisesRegex(ValidationError, "lies in the future"),
            ):
                self._absence(**{name: "2027-03-04"})

    def test_school_is_told_by_mail_without_the_reason(self):
        self.env["res.lang"]._activate_lang("fr_BE")
        absence = self._absence(reason="Appendicitis", half_to="morning")
        absence.action_tell_school()
        self.assertEqual(absence.told_school_on, TODAY)
        (mail,) = self._mails()
        self.assertEqual(mail.recipient_ids, self.supervisor)
        self.assertIn("Intern One", mail.subject)
        text = mail.body_html
        self.assertIn("on 03/03/2027, in the morning", text)
        for word in ("Appendicitis", "illness", "Illness", "ill"):
            self.assertNotIn(f" {word}", text)

    def test_school_is_told_once(self):
        absence = self._absence()
        absence.action_tell_school()
        with self.assertRaisesRegex(UserError, "told on 03/03/2027 already"):
            absence.action_tell_school()

    def test_a_supervisor_without_address_is_called(self):
        self.supervisor.email = False
        absence = self._absence()
        with self.assertRaisesRegex(UserError, "call the school"):
            absence.action_tell_school()
        self.assertFalse(absence.told_school_on)

    def test_the_mentor_tells_the_school_of_what_was_not_planned(self):
        exam = self._absence("2027-03-02", kind="exam")
        self.assertNotIn("tell_school", self._todos(self.mentor_user))
        absence = self._absence()
        self.assertEqual(self._todos(self.mentor_user)["tell_school"], TODAY)
        self.assertNotIn("tell_school", self._todos(self.colleague.user_id))
        absence.told_school_on = TODAY
        self.assertNotIn("tell_school", self._todos(self.mentor_user))
        self.assertFalse(exam.told_school_on)

    def test_the_to_do_leads_to_the_absence(self):
        absence = self._absence()
        self.env.flush_all()
        todos = self.mentor_user._get_internship_todos()[self.mentor_user.id]
        self.assertIn(f"/odoo/intern-absences/{absence.id}", [t.url for t in todos])

    def test_the_intern_reports_the_own_absence_only(self):
        Absence = self.env["hr.internship.absence"].with_user(self.intern_user)
        values = {"kind": "illness", "date_from": TODAY, "date_to": TODAY}
        values["told_school_on"] = "2027-03-01"
        absence = Absence._report_absence(self.internship, values)
        self.assertEqual(absence.reported_by, "intern")
        self.assertFalse(absence.told_school_on)
        other = self._at("ongoing", partner_id=self._partner("Intern Two").id)
        with self.assertRaises(AccessError):
            Absence._report_absence(other, values)

    def test_who_sees_absences(self):
        self.assertWhoReads(
            self._absence(),
            mentor=True,
            backup=True,
            coordinator=True,
            intern=True,
            supervisor=True,
            manager=False,
            other_mentor=False,
        )

    def test_who_writes_absences(self):
        absence = self._absence()
        absence.with_user(self.backup_user).reason = "Back soon"
        for user in (self.intern_user, self.supervisor_user, self.colleague.user_id):
            with self.subTest(user.login), self.assertRaises(AccessError):
                absence.with_user(user).reason = "Nothing"

    def test_outsiders_read_neither_kind_nor_reason(self):
        absence = self._absence(reason="Private").with_user(self.supervisor_user)
        self.env.invalidate_all()
        self.assertEqual(absence.date_from, TODAY)
        for name in ("kind", "reason", "certificate_on"):
            with self.subTest(name), self.assertRaises(AccessError):
                absence.read([name])

    def test_access_of_the_school_ends(self):
        absence = self._absence()
        participant = self.internship.participant_ids.filtered(
            lambda p: p.partner_id == self.supervisor
        )
        participant.portal_until = fields.Date.subtract(TODAY, days=1)
        self.assertWhoReads(absence, supervisor=False, intern=True)

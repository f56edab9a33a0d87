# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Text of an amendment, what is in force, and who may read it."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .amendment_common import AmendmentCommon

LONGER = ("extend", {"date_to": "2027-05-14"})


@tagged("post_install", "-at_install")
class TestInForce(AmendmentCommon):
    def _html(self, agreement, report="hr_internship_in_force_report"):
        report = self.env.ref(f"stage_management.{report}")
        return report._render_qweb_html(report.report_name, agreement.ids)[0].decode()

    def test_text_names_the_agreement_old_and_new(self):
        amendment = self._amendment(LONGER, day="2027-03-15")
        for words in (
            "30 April 2027",
            "14 May 2027",
            "15 March 2027",
            "2. Longer period",
            "3. Other provisions",
            self.agreement.verification_code,
            "1 March 2027",
        ):
            self.assertIn(words, amendment.body)

    def test_second_amendment_names_the_first(self):
        first = self._signed(LONGER)
        second = self._amendment(("shorten", {"date_to": "2027-05-07"}))
        self.assertIn(first.title, second.body)
        self.assertIn("14 May 2027", second.body)

    def test_without_amendment_the_agreement_holds(self):
        self.assertIn("No amendment was signed", self.agreement.in_force_html)
        self.assertIn("Nothing was changed", self.agreement.difference_html)
        self.assertFalse(self.agreement.amendment_count)

    def test_each_change_is_marked_with_its_amendment(self):
        first = self._signed(LONGER)
        self._signed(("mentor", {"employee_id": self.successor.id}))
        text = self.agreement.in_force_html
        self.assertIn("<del>30 April 2027</del>", text)
        self.assertIn("<ins>14 May 2027</ins> <sup>[1]</sup>", text)
        self.assertIn(
            "<del>Mentor One</del> <ins>Mentor Two</ins> <sup>[2]</sup>", text
        )
        self.assertIn(first.title, text)
        self.assertEqual(self.agreement.amendment_count, 2)
        self.assertIn("Mentor One", self.agreement.body)
        self.assertNotIn("Mentor Two", self.agreement.body)

    def test_unsigned_amendment_is_not_in_force(self):
        amendment = self._amendment(LONGER)
        amendment.action_send()
        self.assertNotIn("14 May 2027", self.agreement.in_force_html)

    def test_what_comes_later_does_not_strike_out_what_holds(self):
        self._signed(("mentor", {"employee_id": self.successor.id}), day="2027-04-01")
        text = self.agreement.in_force_html
        self.assertNotIn("<del>Mentor One</del>", text)
        self.assertIn("[1: 1 April 2027 →]", text)
        with freeze_time("2027-04-01"):
            self.agreement.invalidate_recordset()
            self.assertIn("<del>Mentor One</del>", self.agreement.in_force_html)

    def test_what_the_text_has_no_words_for_is_added(self):
        place = self._place()
        days = {"date_from": "2027-03-08", "date_to": "2027-03-12"}
        self._signed(("place", {"place_id": place.id}), ("suspend", days))
        text = self.agreement.in_force_html
        self.assertIn("Added by amendments", text)
        self.assertIn("Chatbots for citizens", text)
        self.assertIn("8 March 2027", text)

    def test_agreement_of_before_has_no_marks(self):
        """An older text has no places for values: the clauses are added."""
        self.env.cr.execute(
            "UPDATE hr_internship_agreement SET body = %s, agreed_facts = NULL"
            " WHERE id = %s",
            ["<p>Until 30 April with Mentor One</p>", self.agreement.id],
        )
        self.agreement.invalidate_recordset()
        amendment = self._amendment(
            LONGER, ("mentor", {"employee_id": self.successor.id})
        )
        self.assertIn("Mentor One", amendment.change_ids.mapped("before"))
        amendment.action_send()
        self._sign_all(amendment)
        text = self.agreement.in_force_html
        self.assertIn("Until 30 April with Mentor One", text)
        self.assertIn("14 May 2027", text)
        self.assertIn("Mentor Two", text)

    def test_differences_say_what_before_after_and_where(self):
        first = self._signed(LONGER)
        table = self.agreement.difference_html
        for words in ("Longer period", "04/30/2027", "05/14/2027", first.title):
            self.assertIn(words, table)

    def test_names_stay_when_people_and_places_change(self):
        amendment = self._signed(("mentor", {"employee_id": self.successor.id}))
        self.successor.name = "Mentor Two-Married"
        amendment.invalidate_recordset()
        self.assertEqual(amendment.change_ids.after, "Mentor Two")

    def test_printed(self):
        self._signed(LONGER)
        html = self._html(self.agreement)
        self.assertIn("<del>30 April 2027</del>", html)
        self.assertIn("What is in force", html)
        report = self.env.ref("stage_management.hr_internship_in_force_report")
        pdf, kind = report._render_qweb_pdf(report.report_name, self.agreement.ids)
        self.assertEqual((kind, pdf[:5]), ("pdf", b"%PDF-"))

    def test_opened_from_the_internship(self):
        action = self.internship.with_user(self.mentor.user_id).action_open_in_force()
        self.assertEqual(action["res_id"], self.agreement.id)
        other = self._internship(partner_id=self._partner("Intern Two").id)
        with self.assertRaisesRegex(UserError, "No agreement is signed"):
            other.action_open_in_force()


@tagged("post_install", "-at_install")
class TestAmendmentAccess(AmendmentCommon):
    def test_mentor_backup_and_manager_read(self):
        amendment = self._amendment(LONGER)
        for employee in (self.mentor, self.backup, self.manager):
            user = employee.user_id
            with self.subTest(user.login):
                self.env.invalidate_all()
                own = amendment.with_user(user)
                self.assertEqual(own.change_ids.after, "05/14/2027")
                self.assertIn("Supervisor One", own.signs_summary)
                self.assertTrue(self.agreement.with_user(user).in_force_html)
                with self.assertRaises(AccessError):
                    own.change_ids.date_to = "2027-06-30"
                with self.assertRaises(AccessError):
                    own.action_send()
                with self.assertRaises(AccessError):
                    self.agreement.with_user(user).create(
                        {"internship_id": self.internship.id, "kind": "amendment"}
                    )

    def test_colleague_reads_nothing(self):
        amendment = self._amendment(LONGER)
        colleague = self._user("colleague-1")
        for records in (amendment, amendment.change_ids):
            with self.assertRaises(AccessError):
                records.with_user(colleague).read(["kind"])

    def test_portal_sees_that_it_exists_once_it_was_sent(self):
        amendment = self._amendment(LONGER)
        for user in (self.users["intern"], self.users["school"]):
            self.env.invalidate_all()
            with self.assertRaises(AccessError):
                amendment.with_user(user).read(["name"])
        amendment.action_send()
        for user in (self.users["intern"], self.users["school"]):
            self.env.invalidate_all()
            self.assertTrue(amendment.with_user(user).read(["name", "state"]))
            with self.assertRaises(AccessError):
                amendment.with_user(user).read(["in_force_html"])
            with self.assertRaises(AccessError):
                amendment.change_ids.with_user(user).read(["reason"])
            report = self.env.ref("stage_management.hr_internship_in_force_report")
            with self.assertRaises(AccessError):
                report.with_user(user)._render_qweb_html(
                    report.report_name, self.agreement.ids
                )

    def test_coming_mentor_reads_from_the_signing_on(self):
        """Not while others may still refuse; what there is to sign, is read."""
        user = self.successor.user_id
        amendment = self._amendment(
            ("mentor", {"employee_id": self.successor.id}), day="2027-04-01"
        )
        case = self.internship.with_user(user)
        amendment.action_send()
        self.env.invalidate_all()
        with self.assertRaises(AccessError):
            case.read(["subject"])
        request = amendment.request_id.with_user(user)
        self.assertEqual(request.read(["state"])[0]["state"], "signing")
        self._sign_all(amendment)
        self.env.invalidate_all()
        self.assertEqual(case.subject, "Chatbots")
        self.assertNotEqual(case.mentor_user_id, user)
        old = self.mentor.user_id
        self.assertTrue(self.agreement.with_user(old).read(["name"]))
        with freeze_time("2027-04-01"):
            self.env["hr.internship"]._cron_move_on()
            self.env.invalidate_all()
            self.assertEqual(case.mentor_user_id, user)
            self.assertTrue(self.agreement.with_user(user).read(["name"]))
            with self.assertRaises(AccessError):
                self.agreement.with_user(old).read(["name"])

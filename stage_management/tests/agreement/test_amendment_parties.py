# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who signs an amendment, who only takes note, and who signs again."""

from unittest.mock import patch

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .amendment_common import AmendmentCommon

LONGER = ("extend", {"date_to": "2027-05-14"})


@tagged("post_install", "-at_install")
class TestAmendmentParties(AmendmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_mentor = ("mentor", {"employee_id": cls.successor.id})
        cls.rule = cls.env.ref("stage_management.hr_internship_amendment_rule_mentor")

    def _mails(self, partner):
        self.env.flush_all()
        return self.env["mail.mail"].search(
            [
                ("recipient_ids", "in", partner.ids),
                ("model", "=", "hr.internship.agreement"),
            ]
        )

    def test_longer_period_is_signed_by_intern_school_and_organisation(self):
        amendment = self._amendment(LONGER)
        amendment.action_send()
        self.assertEqual(self._roles(amendment), {"intern", "school", "organisation"})
        rounds = {s.role: s.order for s in amendment.request_id.signatory_ids}
        self.assertGreater(rounds["organisation"], rounds["intern"])
        self.assertEqual(amendment.noted_partner_ids, self.mentor.user_id.partner_id)

    def test_school_is_told_of_another_mentor_and_does_not_sign(self):
        amendment = self._signed(self.other_mentor)
        self.assertEqual(self._roles(amendment), {"intern", "organisation", "mentor"})
        mentors = amendment.request_id.signatory_ids.filtered(
            lambda s: s.role == "mentor"
        )
        self.assertEqual(mentors.partner_id, self.successor.user_id.partner_id)
        self.assertEqual(self.internship.mentor_id, self.successor)
        self.assertFalse(self._mails(self.supervisor))
        amendment.request_id.with_user(self.coordinator).action_retry_evidence()
        for partner in (self.supervisor, self.mentor.user_id.partner_id):
            mail = self._mails(partner)
            self.assertEqual(len(mail), 1)
            self.assertIn("Mentor One → Mentor Two", mail.body_html)
            self.assertEqual(mail.attachment_ids.mimetype, "application/pdf")
            self.assertEqual(
                mail.attachment_ids.raw, amendment.request_id._get_signed_file()
            )
        amendment.request_id.with_user(self.coordinator).action_retry_evidence()
        self.assertEqual(len(self._mails(self.supervisor)), 1)

    def test_parties_of_several_changes_are_put_together(self):
        amendment = self._amendment(LONGER, self.other_mentor)
        amendment.action_send()
        self.assertEqual(
            self._roles(amendment), {"intern", "school", "organisation", "mentor"}
        )
        self.assertEqual(amendment.noted_partner_ids, self.mentor.user_id.partner_id)

    def test_edited_table_is_followed_until_the_amendment_is_sent(self):
        amendment = self._amendment(self.other_mentor)
        self.assertNotIn("Supervisor One", amendment.signs_summary)
        self.assertIn("Supervisor One", amendment.notes_summary)
        self.rule.school = "sign"
        amendment.invalidate_recordset()
        self.assertIn("Supervisor One", amendment.signs_summary)
        amendment.action_send()
        self.rule.write({"school": "none", "intern": "none"})
        amendment.invalidate_recordset()
        self.assertIn("school", self._roles(amendment))
        self.assertIn("Supervisor One", amendment.signs_summary)

    def test_party_that_is_not_concerned_is_left_alone(self):
        self.rule.write({"school": "none", "mentor": "none"})
        amendment = self._signed(self.other_mentor)
        self.assertEqual(self._roles(amendment), {"intern", "organisation"})
        self.assertFalse(amendment.noted_partner_ids)

    def test_line_of_the_company_goes_first(self):
        self.rule.copy({"company_id": self.company.id, "school": "sign"})
        amendment = self._amendment(self.other_mentor)
        self.assertIn("Supervisor One", amendment.signs_summary)

    def test_without_a_line_intern_school_and_organisation_sign(self):
        self.rule.unlink()
        amendment = self._amendment(self.other_mentor)
        amendment.action_send()
        self.assertEqual(self._roles(amendment), {"intern", "school", "organisation"})

    def test_guardian_of_a_minor_signs(self):
        guardian = self._minor()
        amendment = self._signed(LONGER)
        signs = amendment.request_id.signatory_ids.filtered(
            lambda s: s.role == "guardian"
        )
        self.assertEqual(signs.partner_id, guardian)
        self.assertEqual(str(self.internship.date_end), "2027-05-14")

    def test_guardian_of_an_adult_does_not(self):
        self._minor()
        self.intern.birthdate = "2005-09-01"
        amendment = self._amendment(LONGER)
        amendment.action_send()
        self.assertNotIn("guardian", self._roles(amendment))

    def test_who_signs_for_the_organisation_does_not_sign_as_mentor_too(self):
        director = self.env["hr.employee"].create(
            {"name": "Director", "user_id": self.director.id}
        )
        amendment = self._amendment(("mentor", {"employee_id": director.id}))
        amendment.action_send()
        partners = amendment.request_id.signatory_ids.mapped("partner_id")
        self.assertEqual(len(partners), len(amendment.request_id.signatory_ids))
        self.assertIn(self.director.partner_id, partners)

    def test_nobody_is_asked_twice_for_what_did_not_change(self):
        """The school signed the agreement; its act stays where it is."""
        acts = self.agreement.request_id.signature_ids
        amendment = self._signed(self.other_mentor)
        self.assertEqual(self.agreement.request_id.signature_ids, acts)
        self.assertNotIn("school", amendment.request_id.signature_ids.mapped("role"))

    def test_who_can_not_be_reached_is_named(self):
        self.supervisor.email = False
        amendment = self._amendment(self.other_mentor)
        with self.assertRaisesRegex(UserError, "Supervisor One has no e-mail"):
            amendment.action_send()

    def test_mentor_without_address_can_not_sign(self):
        person = self.env["hr.employee"].create({"name": "Mentor Paper"})
        person.work_contact_id = False
        amendment = self._amendment(("mentor", {"employee_id": person.id}))
        with self.assertRaisesRegex(UserError, "Nobody signs yet as: Mentor"):
            amendment.action_send()

    def test_somebody_has_to_sign(self):
        with self.assertRaisesRegex(ValidationError, "Somebody has to sign"):
            self.rule.write(dict.fromkeys(("intern", "organisation", "mentor"), "note"))

    def test_mail_that_fails_is_told_and_undoes_nothing(self):
        amendment = self._signed(self.other_mentor)
        broken = patch.object(
            self.env.registry[amendment._name],
            "_mail_noted",
            side_effect=ValueError("The mail server is out"),
        )
        with broken, self.assertLogs("odoo.addons.stage_management", "ERROR"):
            amendment.request_id.with_user(self.coordinator).action_retry_evidence()
        self.assertTrue(amendment.request_id.is_notified)
        self.assertEqual(amendment.state, "signed")
        self.assertIn("by hand", str(amendment.message_ids.mapped("body")))

    def test_only_administrators_edit_the_table(self):
        administrator = self._user("administrator-9", "group_administrator")
        self.rule.with_user(administrator).school = "sign"
        with self.assertRaises(AccessError):
            self.rule.with_user(self.coordinator).school = "none"
        with self.assertRaises(AccessError):
            self.rule.with_user(self.mentor.user_id).read(["school"])


@tagged("post_install", "-at_install")
class TestChangedSignatory(AmendmentCommon):
    """People change while a document goes round."""

    def test_signatory_of_the_school_left(self):
        amendment = self._amendment(LONGER)
        amendment.action_send()
        self._sign(amendment, "intern")
        request = amendment.request_id
        request.with_user(self.coordinator).action_withdraw("The supervisor left")
        self.assertEqual(amendment.state, "withdrawn")
        self.assertEqual(len(self.internship.term_ids), 1)
        supervisor = self._partner("Supervisor Two", parent_id=self.school.id)
        self._portal_user(supervisor)
        self.internship.supervisor_id = supervisor
        action = amendment.with_user(self.coordinator).action_redraw()
        again = amendment.browse(action["res_id"])
        self.assertNotEqual(again, amendment)
        self.assertEqual(again.school_signatory_id, supervisor)
        self.assertEqual(again.change_ids.kind, "extend")
        self.assertEqual(again.amendment_number, 1)
        again.action_send()
        self._sign_all(again)
        self.assertEqual(str(self.internship.date_end), "2027-05-14")
        self.assertEqual(request.signature_ids.mapped("kind"), ["signed", "withdrawn"])

    def test_signatory_of_the_organisation_is_replaced(self):
        amendment = self._amendment(LONGER)
        amendment.action_send()
        self._sign(amendment, "intern")
        self._sign(amendment, "school")
        amendment.request_id.with_user(self.coordinator).action_withdraw("New head")
        head = self._user("head-2")
        self.company.internship_signatory_id = head
        action = amendment.with_user(self.coordinator).action_redraw()
        again = amendment.browse(action["res_id"])
        self.assertEqual(again.organisation_signatory_id, head)
        again.action_send()
        self._sign_all(again)
        self.assertIn("head-2", again.request_id.signature_ids[-1:].name)
        self.assertEqual(len(amendment.request_id.signature_ids), 3)
        self.assertEqual(str(self.internship.date_end), "2027-05-14")

    def test_agreement_itself_is_issued_again(self):
        case = self._internship(
            partner_id=self._partner("Intern Two").id,
            date_start="2027-06-01",
            date_end="2027-06-30",
        )
        case.with_user(self.coordinator).action_prepare()
        agreement = self.agreement.create({"internship_id": case.id})
        agreement.with_user(self.coordinator).action_send()
        self._sign(agreement, "school")
        agreement.request_id.with_user(self.coordinator).action_withdraw("Left")
        supervisor = self._partner("Supervisor Two", parent_id=self.school.id)
        case.supervisor_id = supervisor
        action = agreement.with_user(self.coordinator).action_redraw()
        again = agreement.browse(action["res_id"])
        self.assertEqual(again.school_signatory_id, supervisor)
        self.assertEqual(again.kind, "individual")
        self.assertEqual(len(agreement.request_id.signature_ids), 2)

    def test_successor_after_a_handover(self):
        """The terms changed hands; the amendment makes it an agreement."""
        case = self.internship.with_user(self.coordinator)
        self.assertIn("Draw Up an Amendment", str(case._get_handover_notes()[case.id]))
        case._hand_over(self.successor, self.backup.browse(), self.env.cr.now().date())
        self.assertEqual(case.mentor_id, self.successor)
        amendment = self._amendment(("mentor", {"employee_id": self.successor.id}))
        self.assertEqual(amendment.change_ids.before, "Mentor One")
        amendment.action_send()
        self._sign_all(amendment)
        self.assertEqual(amendment.change_ids.old_name, "Mentor One")
        last = self.internship.term_ids.sorted("date_from")[-1]
        self.assertEqual(last.agreement_id, amendment)

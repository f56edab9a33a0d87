# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""From draft text to an agreement signed by three."""

import base64

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import AgreementCommon


@tagged("post_install", "-at_install")
class TestAgreement(AgreementCommon):
    def test_text_is_filled_in_with_names_dates_and_hours(self):
        body = self._agreement().body
        for expected in ("Intern One", "School One", "Mentor One", "Chatbots"):
            self.assertIn(expected, body)
        self.assertNotIn("{{", body)

    def test_language_follows_the_internship(self):
        self.env["res.lang"]._activate_lang("fr_BE")
        self.assertEqual(self._agreement(lang="fr_BE").template_id.lang, "fr")

    def test_all_that_is_missing_is_named_at_once(self):
        agreement = self._agreement(supervisor_id=False, mentor_id=False)
        with self.assertRaises(UserError) as caught:
            agreement.action_send()
        self.assertSentence(
            caught.exception, "The mentor is missing.", "Nobody signs for the school"
        )

    def test_gap_in_the_text_is_not_sent(self):
        agreement = self._agreement(programme_id=False)
        with self.assertRaisesRegex(UserError, "gaps"):
            agreement.action_send()
        agreement.internship_id.programme_id = self.programme
        agreement.action_fill()
        agreement.action_send()
        self.assertEqual(agreement.state, "to_sign")

    def test_sent_agreement_is_a_pdf_that_asks_school_and_intern_first(self):
        agreement = self._agreement()
        agreement.with_user(self.coordinator).action_send()
        request = agreement.request_id
        self.assertTrue(base64.b64decode(request.datas).startswith(b"%PDF-"))
        self.assertEqual(agreement.state, "to_sign")
        self.assertEqual(
            {s.role: s.state for s in request.signatory_ids},
            {"intern": "to_sign", "school": "to_sign", "organisation": "waiting"},
        )

    def test_sent_agreement_keeps_its_wording(self):
        agreement = self._agreement()
        agreement.action_send()
        with self.assertRaisesRegex(UserError, "keeps its wording"):
            agreement.body = "<p>Other</p>"

    def test_dates_are_held_while_it_is_signed_and_after(self):
        agreement = self._agreement()
        agreement.action_send()
        with self.assertRaisesRegex(UserError, "withdraw it before"):
            agreement.internship_id.date_end = "2027-05-31"
        for role in ("intern", "school", "organisation"):
            self._sign(agreement, role)
        with self.assertRaisesRegex(UserError, "by an amendment only"):
            agreement.internship_id.mentor_id = self.manager

    def test_gaps_of_the_text_are_named(self):
        agreement = self._agreement()
        agreement.internship_id.backup_id = False
        agreement.action_fill()
        with self.assertRaises(UserError) as refused:
            agreement.action_send()
        self.assertSentence(refused.exception, "Missing on the internship: name of the")
        self.assertSentence(refused.exception, "name of the backup.")

    def test_signed_by_three_opens_the_way_to_the_start(self):
        agreement = self._agreement()
        internship = agreement.internship_id
        with self.assertRaisesRegex(UserError, "has not been sent"):
            internship.action_ready()
        agreement.action_send()
        with self.assertRaisesRegex(UserError, "Intern One"):
            internship.action_ready()
        for role in ("school", "intern", "organisation"):
            self._sign(agreement, role)
        self.assertEqual(agreement.state, "signed")
        self.assertEqual(internship.term_ids.agreement_id, agreement)
        self._tick_blocking_lines(internship)
        self._complete_folder(internship)
        internship.with_user(self.coordinator).action_ready()
        self.assertEqual(internship.state, "ready")

    def test_observation_visit_needs_no_agreement(self):
        observation = self.env.ref("stage_management.hr_internship_type_observation")
        internship = self._internship(type_id=observation.id)
        internship.action_prepare()
        self._tick_blocking_lines(internship)
        internship.action_ready()
        self.assertEqual(internship.state, "ready")

    def test_cancelled_internship_withdraws_the_signing(self):
        agreement = self._agreement()
        agreement.action_send()
        internship = agreement.internship_id.with_user(self.coordinator)
        internship._transition("cancelled", end_reason="No budget")
        self.assertEqual(agreement.state, "withdrawn")
        with self.assertRaises(UserError):
            self._sign(agreement, "intern")

    def test_new_agreement_after_a_withdrawal(self):
        agreement = self._agreement()
        agreement.action_send()
        agreement.request_id.with_user(self.coordinator).action_withdraw("Typo")
        action = agreement.action_redraw()
        self.assertNotEqual(action["res_id"], agreement.id)
        self.assertEqual(agreement.internship_id.agreement_state, "draft")

    def test_second_click_opens_the_same_agreement(self):
        agreement = self._agreement()
        action = agreement.internship_id.action_draw_up_agreement()
        self.assertEqual(action["res_id"], agreement.id)

    def test_sent_agreement_is_not_deleted(self):
        agreement = self._agreement()
        agreement.action_send()
        with self.assertRaisesRegex(UserError, "stays on record"):
            agreement.unlink()

    def test_nobody_points_an_agreement_to_another_signing(self):
        agreement, other = self._agreement(), self._agreement()
        other.action_send()
        with self.assertRaisesRegex(UserError, "by its button"):
            agreement.with_user(self.coordinator).request_id = other.request_id
        with self.assertRaisesRegex(UserError, "by its button"):
            agreement.with_user(self.coordinator).copy({"queued_by_id": 1})
        self.assertEqual(agreement.state, "draft")

    def test_director_sees_what_there_is_to_sign_and_nothing_else(self):
        agreement = self._agreement()
        other = self._internship(partner_id=self._partner("Other Intern").id)
        agreement.action_send()
        self.env.invalidate_all()
        self.assertTrue(agreement.with_user(self.director).name)
        with self.assertRaises(AccessError):
            other.with_user(self.director).read(["subject"])

    def test_draft_names_who_signs_it_now(self):
        agreement = self._agreement()
        dean = self._partner("Dean One", parent_id=self.school.id)
        agreement.school_signatory_id = dean
        self.assertIn("Dean One", agreement.body)
        agreement.body = "<p>Written by hand</p>"
        agreement.school_signatory_id = self.supervisor
        self.assertEqual(agreement.body, "<p>Written by hand</p>")

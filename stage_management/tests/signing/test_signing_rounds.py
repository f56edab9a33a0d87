# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import RecordCapturer
from odoo.tools import mute_logger

from .common import PNG, SigningCase

ROUND = "odoo.addons.stage_management.models.signing.hr_internship_signatory"


class TestSigningRounds(SigningCase):
    def _states(self, request):
        return request.signatory_ids.mapped("state")

    def test_sending_opens_the_first_round_only(self):
        with RecordCapturer(self.env["mail.mail"]) as mails:
            request = self._request()
        self.assertEqual(self._states(request), ["to_sign", "to_sign", "waiting"])
        self.assertEqual(
            mails.records.recipient_ids,
            self.intern.partner_id | self.school.partner_id,
        )

    def test_the_next_round_opens_when_the_round_is_done(self):
        request = self._request()
        self._sign(request, self.school)
        self.assertEqual(self._states(request), ["to_sign", "signed", "waiting"])
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self._sign(request, self.intern)
        self.assertEqual(self._states(request), ["signed", "signed", "to_sign"])
        self.assertEqual(mails.records.recipient_ids, self.head.partner_id)

    def test_the_last_signature_completes_and_calls_the_hook(self):
        request = self._request()
        self._sign(request, self.intern, self.school)
        with patch.object(type(request), "_on_completed", autospec=True) as hook:
            self._sign(request, self.head, channel="backend")
        hook.assert_called_once_with(request)
        self.assertRecordValues(
            request,
            [{"state": "completed", "signature_count": 3, "evidence_state": "pending"}],
        )

    def test_the_dialog_has_its_title_in_the_language_of_the_reader(self):
        self.env["res.lang"]._activate_lang("nl_BE")
        self.env["ir.model"]._get("hr.internship.signature.sign").with_context(
            lang="nl_BE"
        ).name = "Document ondertekenen"
        request = self._request().with_user(self.head).with_context(lang="nl_BE")
        self.assertEqual(request.action_open_sign()["name"], "Document ondertekenen")

    def test_an_act_copies_who_when_and_how(self):
        act = self._sign(self._request(), self.intern, image=PNG)
        self.assertRecordValues(
            act,
            [
                {
                    "name": "Noor Intern",
                    "email": "sg_intern@x.example",
                    "channel": "portal_drawn",
                    "sequence": 1,
                    "ip": "192.0.2.7",
                }
            ],
        )

    def test_signing_twice_is_refused_with_a_sentence(self):
        request = self._request()
        self._sign(request, self.intern)
        with self.assertRaisesRegex(UserError, "already"):
            self._sign(request, self.intern)
        self.assertEqual(request.signature_count, 1)

    def test_signing_out_of_turn_is_refused(self):
        with self.assertRaisesRegex(UserError, "not your turn"):
            self._sign(self._request(), self.head)

    def test_signing_a_draft_is_refused(self):
        with self.assertRaisesRegex(UserError, "not sent"):
            self._sign(self._request(is_sent=False), self.intern)

    def test_signing_for_somebody_else_is_refused(self):
        request = self._request()
        signatory = self._signatory(request, self.school)
        for user in (self.intern, self.coordinator):
            with self.assertRaisesRegex(UserError, "Only Sam School"):
                request.with_user(user).sudo()._sign(signatory, "portal", "Sam School")

    def test_a_signatory_of_another_request_is_refused(self):
        request, other = self._request(), self._request()
        signatory = self._signatory(other, self.intern)
        with self.assertRaisesRegex(UserError, "not asked"):
            request.with_user(self.intern).sudo()._sign(signatory, "portal", "Noor")

    def test_a_name_must_be_typed(self):
        with self.assertRaisesRegex(UserError, "Type your name"):
            self._sign(self._request(), self.intern, typed_name="  ")

    def test_a_strange_image_is_refused(self):
        for image in ("no base64!", "PHN2Zy8+", "data:image/png;base64,AAAA"):
            with self.assertRaisesRegex(UserError, "could not be read"):
                self._sign(self._request(), self.intern, image=image)

    def test_control_characters_in_a_name_do_no_harm(self):
        act = self._sign(
            self._request(), self.intern, typed_name="Noor\x00 " + "x" * 999
        )
        self.assertTrue(act.typed_name.startswith("Noor x"))

    def test_refusing_ends_the_signing_and_tells_the_coordinator(self):
        request = self._request()
        self._sign(request, self.school)
        with RecordCapturer(self.env["mail.mail"]) as mails:
            request.with_user(self.intern).sudo()._refuse(
                self._signatory(request, self.intern), "portal", "Wrong dates"
            )
        self.assertEqual(request.state, "refused")
        self.assertEqual(self._states(request), ["refused", "signed", "void"])
        self.assertEqual(mails.records.recipient_ids, self.coordinator.partner_id)

    def test_refusing_needs_a_reason(self):
        request = self._request()
        with self.assertRaisesRegex(UserError, "Say why"):
            request.with_user(self.intern).sudo()._refuse(
                self._signatory(request, self.intern), "portal", " "
            )

    def test_nobody_signs_after_a_refusal(self):
        request = self._request()
        request.with_user(self.intern).sudo()._refuse(
            self._signatory(request, self.intern), "portal", "Wrong dates"
        )
        with self.assertRaisesRegex(UserError, "refused"):
            self._sign(request, self.school)

    def test_withdrawing_keeps_the_acts_and_tells_the_invited(self):
        request = self._request()
        self._sign(request, self.intern)
        with RecordCapturer(self.env["mail.mail"]) as mails:
            request.with_user(self.coordinator).action_withdraw("New period")
        self.assertEqual(request.state, "withdrawn")
        self.assertEqual(request.signature_ids.mapped("kind"), ["signed", "withdrawn"])
        self.assertEqual(
            mails.records.recipient_ids,
            self.intern.partner_id | self.school.partner_id,
        )
        self.assertAuthentic(request)

    def test_nobody_signs_after_a_withdrawal(self):
        request = self._request()
        request.with_user(self.coordinator).action_withdraw("New period")
        with self.assertRaisesRegex(UserError, "withdrawn"):
            self._sign(request, self.intern)

    def test_what_all_signed_is_not_withdrawn(self):
        with self.assertRaisesRegex(UserError, "signed by everybody"):
            self._completed().with_user(self.coordinator).action_withdraw("Mistake")

    def test_nobody_without_an_address_is_asked(self):
        self.school.partner_id.email = False
        with self.assertRaisesRegex(UserError, "Sam School"):
            self._request()

    def test_a_request_without_signatories_is_not_sent(self):
        with self.assertRaisesRegex(UserError, "Nobody is asked"):
            self._request(signatory_ids=[])

    def test_sending_twice_is_refused(self):
        with self.assertRaisesRegex(UserError, "already"):
            self._request().with_user(self.coordinator).action_send()

    def test_reminding_goes_to_those_whose_turn_it_is_once_a_day(self):
        request = self._request().with_user(self.coordinator)
        self._sign(request, self.intern)
        with RecordCapturer(self.env["mail.mail"]) as mails:
            request.action_remind()
        self.assertEqual(mails.records.recipient_ids, self.school.partner_id)
        with self.assertRaisesRegex(UserError, "today already"):
            request.action_remind()

    @mute_logger(ROUND)
    def test_a_failing_mail_never_undoes_a_signature(self):
        request = self._request()
        self._sign(request, self.intern)
        with patch.object(
            type(self.env["mail.template"]),
            "send_mail_batch",
            side_effect=ValueError("smtp"),
        ):
            self._sign(request, self.school)
        self.assertEqual(request.signature_count, 2)
        self.assertFalse(self._signatory(request, self.head).invited_on)
        self._run_cron()
        self.assertTrue(self._signatory(request, self.head).invited_on)

    def test_the_backend_wizard_signs_in_the_name_of_the_user(self):
        request = self._request()
        self._sign(request, self.intern, self.school)
        model = self.env["hr.internship.signature.sign"].with_user(self.head)
        wizard = model.create({"request_id": request.id})
        with self.assertRaisesRegex(UserError, "Confirm"):
            wizard.action_sign()
        wizard.is_confirmed = True
        wizard.action_sign()
        self.assertEqual(request.signature_ids[-1].channel, "backend_typed")
        self.assertEqual(request.state, "completed")

    def test_the_backend_wizard_refuses_with_a_reason(self):
        request = self._request()
        self._sign(request, self.intern, self.school)
        model = self.env["hr.internship.signature.sign"].with_user(self.head)
        wizard = model.create({"request_id": request.id, "reason": "No budget"})
        wizard.action_refuse()
        self.assertEqual(request.state, "refused")

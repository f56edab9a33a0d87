# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who signs an agreement for the organisation, and what follows its end."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestAgreementPowers(InternshipCommon):
    def _agreement(self):
        internship = self._internship().with_user(self.coordinator)
        internship.action_prepare()
        return self._open(internship.action_draw_up_agreement())

    def _sign_all(self, agreement):
        """Everybody signs: outsiders by their personal links, we in the backend."""
        request = agreement.sudo().request_id
        for signatory in request.signatory_ids:
            is_ours = signatory.role == "organisation"
            signer = request.with_user(self.director) if is_ours else request
            channel = "backend" if is_ours else "link"
            signer.sudo()._sign(signatory, channel, signatory.partner_id.name)

    def _delegate(self, user, **values):
        return self.env["hr.internship.delegation"].create(
            {
                "user_id": user.id,
                "source": "Decision of 12 January",
                "date_from": fields.Date.today() - timedelta(days=9),
                **values,
            }
        )

    def _open(self, action):
        return self.env[action["res_model"]].browse(action["res_id"])

    def test_without_decisions_the_company_says_who_signs(self):
        self.assertEqual(self._agreement().organisation_signatory_id, self.director)

    def test_decision_says_who_signs(self):
        self._delegate(self.coordinator)
        agreement = self._agreement()
        self.assertEqual(agreement.organisation_signatory_id, self.coordinator)

    def test_signatory_of_the_company_is_preferred_when_empowered(self):
        self._delegate(self.coordinator)
        self._delegate(self.director)
        self.assertEqual(self._agreement().organisation_signatory_id, self.director)

    def test_agreement_goes_to_nobody_without_power(self):
        self._delegate(self.coordinator)
        agreement = self._agreement()
        agreement.organisation_signatory_id = self.director
        with self.assertRaisesRegex(UserError, "no power in force"):
            agreement.action_send()

    def test_act_on_the_agreement_names_the_decision(self):
        self._delegate(self.director, department_ids=self.department.ids)
        agreement = self._agreement()
        agreement.action_send()
        self._sign_all(agreement)
        act = agreement.sudo().request_id.signature_ids[-1]
        self.assertEqual(act.power, "Decision of 12 January")
        self.assertEqual(agreement.state, "signed")

    def test_replacing_withdraws_and_draws_up_a_new_agreement(self):
        agreement = self._agreement()
        agreement.action_send()
        request = agreement.request_id.with_user(self.coordinator)
        self.assertTrue(request._is_redrawn())
        other = self._open(request._replace("Director left"))
        self.assertEqual((agreement.state, other.state), ("withdrawn", "draft"))
        self.assertEqual(other.internship_id, agreement.internship_id)
        self.assertNotEqual(other, agreement)

    def test_agreement_that_nobody_signed_in_time_is_drawn_up_anew(self):
        agreement = self._agreement()
        agreement.action_send()
        request = agreement.sudo().request_id
        with freeze_time(request.expires_on + timedelta(days=2)):
            request._expire()
        self.assertEqual(agreement.state, "withdrawn")
        self.assertEqual(self._open(agreement.action_redraw()).state, "draft")

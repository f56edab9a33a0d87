# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo.exceptions import AccessError, UserError

from .common import SigningCase, sample_pdf

REQUEST = "hr.internship.signature.request"


class TestSigningAccess(SigningCase):
    def _visible(self, user, model=REQUEST):
        self.env.invalidate_all()
        return self.env[model].with_user(user).search([])

    def test_a_portal_user_sees_own_requests_once_sent(self):
        draft, sent = self._request(is_sent=False), self._request()
        self.assertNotIn(draft, self._visible(self.intern).sudo())
        self.assertIn(sent, self._visible(self.intern).sudo())
        stranger = self._user("sg_other", "Other", "base.group_portal")
        self.assertFalse(self._visible(stranger))

    def test_a_portal_user_sees_the_own_signatory_only(self):
        request = self._request()
        seen = self._visible(self.intern, "hr.internship.signatory").sudo()
        self.assertEqual(seen, self._signatory(request, self.intern))

    def test_a_portal_user_reads_no_bytes_hashes_or_acts_by_rpc(self):
        request = self._request()
        self._sign(request, self.intern)
        self.env.invalidate_all()
        record = request.sudo(False).with_user(self.intern)
        self.assertEqual(record.read(["name", "state"])[0]["state"], "signing")
        for field in ("datas", "head_hash", "user_id", "internship_id"):
            with self.subTest(field=field), self.assertRaises(AccessError):
                record.read([field])
        with self.assertRaises(AccessError):
            self._visible(self.intern, "hr.internship.signature")

    def test_a_contributor_sees_what_he_signs_and_nothing_else(self):
        request = self._request()
        self.assertIn(request, self._visible(self.head).sudo())
        stranger = self._user("sg_x", "X", "stage_management.group_contributor")
        self.assertFalse(self._visible(stranger))

    def test_an_administrator_sees_nothing(self):
        self._request()
        admin = self._user("sg_adm", "Adm", "stage_management.group_administrator")
        with self.assertRaises(AccessError):
            self._visible(admin)

    def test_a_coordinator_sees_the_own_companies_only(self):
        request = self._request()
        other = self.env["res.company"].create({"name": "Other Service"})
        stranger = self._user(
            "sg_c2",
            "C2",
            "stage_management.group_coordinator",
            company_id=other.id,
            company_ids=[(6, 0, other.ids)],
        )
        self.assertIn(request, self._visible(self.coordinator).sudo())
        self.assertNotIn(request, self._visible(stranger).sudo())

    def test_a_coordinator_forges_nothing_by_rpc(self):
        request = self._request()
        act = self._sign(request, self.intern)
        self.env.invalidate_all()
        mine = request.sudo(False).with_user(self.coordinator)
        for forge in (
            lambda: mine.write({"name": "Other"}),
            lambda: mine.write({"state": "completed"}),
            lambda: mine.signatory_ids.write({"state": "signed"}),
            lambda: mine.signature_ids.write({"name": "Other"}),
            lambda: mine.env["hr.internship.signature"].create(
                {"request_id": mine.id, "sequence": 2}
            ),
            lambda: act.sudo(False).with_user(self.coordinator).unlink(),
            lambda: mine.unlink(),
        ):
            with self.assertRaises(UserError):
                forge()

    def test_a_coordinator_can_not_exchange_the_file_behind_the_field(self):
        request = self._request()
        file = (
            self.env["ir.attachment"]
            .sudo()
            .search(
                [
                    ("res_model", "=", REQUEST),
                    ("res_field", "=", "datas"),
                    ("res_id", "=", request.id),
                ]
            )
        )
        self.env.invalidate_all()
        with self.assertRaises(AccessError):
            file.with_user(self.coordinator).sudo(False).write(
                {"raw": sample_pdf("Other")}
            )

    def test_only_a_coordinator_sends_reminds_and_withdraws(self):
        request = self._request().sudo(False).with_user(self.head)
        for action in (
            request.action_remind,
            request.action_retry_evidence,
            lambda: request.action_withdraw("x"),
        ):
            with self.assertRaises(AccessError):
                action()

    def test_a_contributor_makes_no_request(self):
        with self.assertRaises(AccessError):
            self.env[REQUEST].with_user(self.head).create(
                {"name": "x", "datas": base64.b64encode(sample_pdf())}
            )

    def test_the_wizard_of_somebody_else_is_closed(self):
        request = self._request()
        wizard = self.env["hr.internship.signature.sign"].with_user(self.head)
        wizard = wizard.create({"request_id": request.id})
        self.env.invalidate_all()
        with self.assertRaises(AccessError):
            wizard.with_user(self.coordinator).read(["reason"])

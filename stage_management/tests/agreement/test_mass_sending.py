# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Many agreements at once: a result for each, and one bad one loses no good one."""

import base64
from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tools import mute_logger

from ...models.agreement import hr_internship_agreement_batch as batch
from ...wizard.agreement import hr_internship_agreement_send as wizard_module
from .common import AgreementCommon

PDF = b"%PDF-1.7 made elsewhere"
ELSEWHERE = '<p>As agreed.</p><img src="https://elsewhere.example/logo.png"/>'


class TestMassSending(AgreementCommon):
    def _agreements(self, count=3):
        records = self.env["hr.internship.agreement"]
        for number in range(count):
            person = self._partner(f"Intern {number} of {count}")
            records |= self._agreement(partner_id=person.id)
        return records.with_user(self.coordinator)

    def _wizard(self, agreements):
        action = agreements.action_open_send()
        return (
            self.env[action["res_model"]]
            .with_user(self.coordinator)
            .browse(action["res_id"])
        )

    def _states(self, wizard):
        wizard.invalidate_recordset()
        wizard.line_ids.invalidate_recordset()
        return wizard.line_ids.mapped("state")

    def test_each_is_frozen_as_its_own_document(self):
        agreements = self._agreements()
        wizard = self._wizard(agreements)
        self.assertEqual(self._states(wizard), ["ready"] * 3)
        wizard.action_send()
        self.assertEqual(self._states(wizard), ["sent"] * 3)
        self.assertEqual(agreements.mapped("state"), ["to_sign"] * 3)
        codes = set()
        for agreement in agreements:
            request = agreement.request_id
            file = base64.b64decode(request.datas)
            self.assertTrue(file.startswith(b"%PDF-"))
            self.assertEqual(request.verification_code, agreement.verification_code)
            self.assertEqual(len(request.signatory_ids), 3)
            self.assertTrue(request.signatory_ids[0].invited_on)
            codes.add(request.verification_code)
        self.assertEqual(len(codes), 3)

    def test_each_of_many_takes_no_more_queries(self):
        self._count_queries(2)  # what is read once is read
        few, many = self._count_queries(10), self._count_queries(40)
        self.assertLessEqual(many / 40, few / 10)
        self.assertLess((many - few) / 30, 25)

    def _count_queries(self, number):
        """Send so many agreements, whose PDF costs nothing; return the queries."""
        agreements = self._agreements(number)
        self.env.flush_all()
        self.env.invalidate_all()
        with patch.object(batch, "render_many", lambda pages: [PDF] * len(pages)):
            before = self.env.cr.sql_log_count
            results = agreements._send_batch()
            self.env.flush_all()
        self.assertEqual(set(results.values()), {""})
        return self.env.cr.sql_log_count - before

    def test_what_is_missing_stands_in_the_line(self):
        agreements = self._agreements()
        agreements[1].school_signatory_id = False
        wizard = self._wizard(agreements)
        line = wizard.line_ids.filtered(lambda line: line.agreement_id == agreements[1])
        self.assertEqual(line.state, "blocked")
        self.assertIn("Nobody signs for the school", line.result)
        wizard.action_send()
        self.assertEqual(self._states(wizard).count("sent"), 2)
        self.assertEqual(agreements[1].state, "draft")

    def test_pdf_that_fails_is_told_and_the_others_go(self):
        agreements = self._agreements()
        agreements[1].body = ELSEWHERE
        wizard = self._wizard(agreements)
        wizard.action_send()
        states = dict(
            zip(wizard.line_ids.agreement_id, self._states(wizard), strict=True)
        )
        self.assertEqual(states[agreements[1]], "failed")
        self.assertEqual(list(states.values()).count("sent"), 2)
        self.assertIn("elsewhere.example", agreements[1].sending_problem)
        self.assertFalse(agreements[1].request_id)
        self.assertFalse(agreements[1].verification_code)

    @mute_logger(batch.__name__)
    def test_one_that_fails_at_freezing_leaves_the_others(self):
        agreements = self._agreements()
        bad, original = agreements[1], type(agreements)._prepare_request

        def failing(agreement, file):
            if agreement == bad:
                raise ValueError("something nobody thought of")
            return original(agreement, file)

        with patch.object(type(agreements), "_prepare_request", failing):
            results = agreements._send_batch()
        self.assertIn("something nobody thought of", results[bad.id])
        self.assertEqual((agreements - bad).mapped("state"), ["to_sign"] * 2)
        self.assertEqual(bad.state, "draft")
        self.assertFalse(bad.verification_code)

    def test_again_sends_only_what_was_not_sent(self):
        agreements = self._agreements()
        agreements[1].body = ELSEWHERE
        wizard = self._wizard(agreements)
        wizard.action_send()
        requests = agreements.request_id
        agreements[1].body = "<p>As agreed.</p>"
        wizard.action_send()
        self.assertEqual(self._states(wizard), ["sent"] * 3)
        self.assertLess(requests, agreements.request_id)
        self.assertFalse(agreements[1].sending_problem)
        with self.assertRaisesRegex(UserError, "None of these"):
            wizard.action_send()

    def test_many_are_sent_by_the_server_in_the_name_of_the_coordinator(self):
        agreements = self._agreements()
        with patch.object(wizard_module, "AT_ONCE", 1):
            wizard = self._wizard(agreements)
            wizard.action_send()
        self.assertEqual(self._states(wizard), ["queued"] * 3)
        self.assertTrue(wizard.is_busy)
        cron = self.env.ref("stage_management.ir_cron_agreement_send")
        with self.enter_registry_test_mode():
            cron.method_direct_trigger()
        self.env.invalidate_all()
        self.assertEqual(self._states(wizard), ["sent"] * 3)
        self.assertFalse(agreements.queued_by_id)
        self.assertEqual(agreements.request_id.create_uid, self.coordinator)

    def test_server_goes_on_after_one_that_fails(self):
        agreements = self._agreements()
        agreements[0].body = ELSEWHERE
        agreements._queue_sending()
        with (
            patch.object(batch, "CHUNK", 1),
            self.enter_registry_test_mode(),
        ):
            self.env.ref(
                "stage_management.ir_cron_agreement_send"
            ).method_direct_trigger()
        self.env.invalidate_all()
        self.assertEqual(agreements.mapped("state"), ["draft", "to_sign", "to_sign"])
        self.assertFalse(agreements.queued_by_id)
        self.assertIn("elsewhere", agreements[0].sending_problem)

    def test_frameworks_and_files_of_schools_go_along(self):
        framework = self._framework(is_signed=False)
        agreements = (framework | self._agreements(1)).with_user(self.coordinator)
        results = agreements._send_batch()
        self.assertEqual(set(results.values()), {""})
        self.assertEqual(set(agreements.mapped("state")), {"to_sign"})

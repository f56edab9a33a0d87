# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reminders that go out by themselves, and the last day to sign."""

from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import RecordCapturer
from odoo.tools import mute_logger

from .common import SigningCase

SIGNATORY = "odoo.addons.stage_management.models.signing.hr_internship_signatory"


class DeadlineCase(SigningCase):
    def setUp(self):
        super().setUp()
        self.env.company.write(
            {
                "internship_sign_days": 30,
                "internship_sign_remind_first": 5,
                "internship_sign_remind_every": 7,
            }
        )
        self.request = self._request()
        self.sent = fields.Datetime.now()

    def _run(self, name, days=0, hours=1):
        """Run a cron so long after the sending; return the mails that it made."""
        cron = self.env.ref(f"stage_management.{name}")
        moment = self.sent + timedelta(days=days, hours=hours)
        with (
            RecordCapturer(self.env["mail.mail"]) as mails,
            freeze_time(moment),
            self.enter_registry_test_mode(),
        ):
            cron.method_direct_trigger()
        self.env.invalidate_all()
        return mails.records

    def _remind(self, days, hours=1):
        return self._run("ir_cron_signature_remind", days, hours)

    def _expire(self, days):
        return self._run("ir_cron_signature_expire", days)


class TestReminders(DeadlineCase):
    def test_nobody_is_reminded_too_early(self):
        self.assertFalse(self._remind(4))

    def test_those_whose_turn_it_is_are_reminded_in_rhythm(self):
        both = self.intern.partner_id | self.school.partner_id
        self.assertEqual(self._remind(5).recipient_ids, both)
        self.assertFalse(self._remind(11))
        self.assertEqual(self._remind(12).recipient_ids, both)
        signatory = self._signatory(self.request, self.intern)
        self.assertEqual(signatory.reminder_count, 2)
        self.assertEqual(signatory.reminded_on, (self.sent + timedelta(days=12)).date())

    def test_at_most_once_a_day(self):
        self.env.company.internship_sign_remind_every = 1
        self.assertTrue(self._remind(5))
        self.assertFalse(self._remind(5, hours=2))

    def test_who_signed_is_left_in_peace(self):
        self._sign(self.request, self.intern)
        self.assertEqual(self._remind(5).recipient_ids, self.school.partner_id)

    def test_a_reminder_by_hand_counts(self):
        with freeze_time(self.sent + timedelta(days=4)):
            self.request.with_user(self.coordinator).action_remind()
        self.assertFalse(self._remind(5))
        self.assertTrue(self._remind(11))

    def test_none_by_setting_or_for_one_document(self):
        self.request.with_user(self.coordinator).action_toggle_reminders()
        self.assertFalse(self._remind(5))
        self.request.with_user(self.coordinator).action_toggle_reminders()
        self.env.company.internship_sign_remind_first = 0
        self.assertFalse(self._remind(5))

    def test_only_one_by_setting(self):
        self.env.company.internship_sign_remind_every = 0
        self.assertTrue(self._remind(5))
        self.assertFalse(self._remind(25))

    def test_ended_documents_are_left_in_peace(self):
        self.request.with_user(self.coordinator).action_withdraw("New dates")
        self.assertFalse(self._remind(5))

    @mute_logger(SIGNATORY)
    def test_what_could_not_be_mailed_is_mailed_the_next_time(self):
        template = self.registry["mail.template"]
        with patch.object(
            template, "send_mail_batch", side_effect=ValueError("queue full")
        ):
            self.assertFalse(self._remind(5))
        self.assertFalse(self._signatory(self.request, self.intern).reminded_on)
        self.assertEqual(len(self._remind(5, hours=2)), 2)

    def test_only_a_coordinator_stops_reminders(self):
        with self.assertRaises(AccessError):
            self.request.with_user(self.head).sudo(False).action_toggle_reminders()


class TestLastDay(DeadlineCase):
    def _go_to(self, days):
        """The time for what follows in this test."""
        clock = freeze_time(self.sent + timedelta(days=days))
        clock.start()
        self.addCleanup(clock.stop)

    def test_last_day_follows_from_the_setting(self):
        self.assertEqual(
            self.request.expires_on, (self.sent + timedelta(days=30)).date()
        )
        self.env.company.internship_sign_days = 0
        self.assertFalse(self._request().expires_on)

    def test_last_day_of_its_own(self):
        day = fields.Date.today() + timedelta(days=3)
        self.assertEqual(self._request(expires_on=day).expires_on, day)

    def test_it_is_signed_on_the_last_day(self):
        self._go_to(30)
        self.assertTrue(self._sign(self.request, self.intern))

    def test_later_it_is_refused_before_the_cron_ran(self):
        self._go_to(32)
        with self.assertRaisesRegex(
            UserError, "time for signing this document is over"
        ):
            self._sign(self.request, self.intern)
        with self.assertRaisesRegex(UserError, "Nobody has to sign"):
            self.request.with_user(self.coordinator).action_remind()
        self.assertEqual(self.request.state, "signing")

    def test_cron_ends_it_and_tells_everybody(self):
        self._sign(self.request, self.intern)
        self.assertFalse(self._expire(30))
        mails = self._expire(32)
        self.assertEqual(self.request.state, "expired")
        self.assertEqual(
            mails.recipient_ids,
            (self.intern | self.school | self.coordinator).partner_id,
        )
        self.assertEqual(
            self.request.signatory_ids.mapped("state"), ["signed", "void", "void"]
        )
        self.assertEqual(self.request.signature_count, 1)
        self.assertAuthentic(self.request)
        self.assertFalse(self._expire(33), "told once")

    def test_hook_of_the_subject_is_called(self):
        with patch.object(type(self.request), "_on_expired", autospec=True) as hook:
            self._expire(32)
        self.assertEqual(len(hook.mock_calls), 1)

    def test_coordinator_gives_more_time(self):
        self._go_to(32)
        self.request.with_user(self.coordinator).action_extend()
        self.assertTrue(self._sign(self.request, self.intern))
        self.assertFalse(self._expire(33))

    def test_nobody_is_reminded_after_the_last_day(self):
        self.assertFalse(self._remind(32))

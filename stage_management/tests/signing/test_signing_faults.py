# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What goes wrong outside: no act is lost, none counted twice."""

from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo import fields
from odoo.tests import RecordCapturer
from odoo.tools import mute_logger

from .common import SigningCase

SIGNATORY = "odoo.addons.stage_management.models.signing.hr_internship_signatory"


class TestSigningFaults(SigningCase):
    def test_clock_that_was_moved_back_makes_no_act_earlier(self):
        request = self._request()
        first = self._sign(request, self.intern)
        with freeze_time(fields.Datetime.now() - timedelta(hours=3)):
            second = self._sign(request, self.school)
            last = self._sign(request, self.head)
        self.assertEqual(second.signed_on, first.signed_on)
        self.assertEqual(request.completed_on, last.signed_on)
        self.assertAuthentic(request)

    @mute_logger(SIGNATORY)
    def test_invitation_that_could_not_be_mailed_is_tried_again(self):
        template = self.registry["mail.template"]
        with patch.object(
            template, "send_mail_batch", side_effect=OSError("queue full")
        ):
            request = self._request()
        self.assertEqual(request.state, "signing")
        self.assertFalse(any(request.signatory_ids.mapped("invited_on")))
        self._run_cron()
        invited = request.signatory_ids.filtered("invited_on")
        self.assertEqual(invited.mapped("state"), ["to_sign", "to_sign"])

    def test_mail_that_did_not_leave_is_shown_and_sent_again(self):
        request = self._request()
        signatory = self._signatory(request, self.school)
        failed = signatory.mail_id
        failed.write({"state": "exception", "failure_reason": "No such mailbox"})
        shown = signatory.with_user(self.coordinator).sudo(False)
        self.assertEqual(shown.mail_failure, "No such mailbox")
        self._run_cron()
        self.assertEqual(signatory.mail_id, failed, "not at once: once a day")
        self.env.cr.execute(
            "UPDATE mail_mail SET create_date = create_date - interval '2 days'"
            " WHERE id = %s",
            [failed.id],
        )
        self.env.invalidate_all()
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self._run_cron()
        self.assertEqual(mails.records.recipient_ids, self.school.partner_id)
        self.assertFalse(signatory.mail_failure)

    def test_archived_contact_keeps_the_act(self):
        request = self._request()
        self._sign(request, self.intern)
        self.intern.active = False
        self.intern.partner_id.active = False
        self._sign(request, self.school, self.head)
        self.assertEqual(request.state, "completed")
        self.assertAuthentic(request)

    def test_merged_contact_keeps_the_act_as_it_was(self):
        person = self.env["res.partner"].create(
            {"name": "Sam Schools", "email": "other@x.example"}
        )
        request = self._request()
        self._sign(request, self.school)
        merge = self.env["base.partner.merge.automatic.wizard"]
        merge._merge((self.school.partner_id | person).ids, self.school.partner_id)
        self.env.invalidate_all()
        self._sign(request, self.intern, self.head)
        self.assertEqual(request.signature_ids[0].name, "Sam School")
        self.assertAuthentic(request)

    def test_each_of_many_at_once_takes_few_queries(self):
        self._count_queries(2)  # what is read once is read
        few, many = self._count_queries(10), self._count_queries(50)
        self.assertLess((many - few) / 40, 3)
        self.assertLessEqual(many / 50, few / 10 * 1.1)

    def _count_queries(self, number):
        """Send so many documents at once; return the number of queries."""
        requests = self.env["hr.internship.signature.request"]
        for _index in range(number):
            requests |= self._request(is_sent=False)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        requests.with_user(self.coordinator).action_send()
        self.env.flush_all()
        self.assertEqual(set(requests.mapped("state")), {"signing"})
        return self.env.cr.sql_log_count - before

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mails to the company's mailbox become applications."""

import base64
from email.message import EmailMessage
from email.policy import SMTP

from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestApplicationMail(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("nl_BE")
        cls.company.alias_domain_id = cls.env["mail.alias.domain"].create(
            {"name": "organisation.example"}
        )
        cls.alias = cls.company.internship_alias_id
        cls.alias.write(
            {
                "alias_name": "stages-test",
                "alias_domain_id": cls.company.alias_domain_id.id,
            }
        )

    def _mail(self, sender="Emma Peeters <emma@student.example>", files=(), **headers):
        message = EmailMessage(policy=SMTP)
        message["From"] = sender
        message["To"] = self.alias.alias_full_name
        message["Subject"] = headers.pop("subject", "Vraag om stage")
        message["Message-ID"] = headers.pop("message_id", "<one@student.example>")
        message.set_content(
            headers.pop("body", "Geachte, ik ben op zoek naar een stage bij uw dienst.")
        )
        for name, content in files:
            message.add_attachment(
                content, maintype="application", subtype="pdf", filename=name
            )
        return message.as_bytes()

    def _receive(self, **values):
        before = self.env["hr.internship.application"].search([])
        self.env["mail.thread"].message_process(
            "hr.internship.application", self._mail(**values)
        )
        return self.env["hr.internship.application"].search([]) - before

    def test_sender_subject_language_and_cv_are_taken_over(self):
        application = self._receive(files=[("cv.pdf", b"%PDF-1.4 cv")])
        self.assertRecordValues(
            application,
            [
                {
                    "partner_name": "Emma Peeters",
                    "email_from": "emma@student.example",
                    "subject": "Vraag om stage",
                    "lang": "nl_BE",
                    "state": "new",
                    "company_id": self.company.id,
                }
            ],
        )
        attachments = application.message_ids.attachment_ids
        self.assertEqual(attachments.mapped("name"), ["cv.pdf"])

    def test_sender_without_name_is_known_by_address(self):
        application = self._receive(sender="emma@student.example")
        self.assertEqual(application.partner_name, "emma@student.example")

    def test_harmful_and_huge_files_are_left_out_and_named(self):
        application = self._receive(
            files=[("cv.pdf", b"MZ\x90\x00"), ("big.pdf", b"%PDF-" + b"x" * (11 << 20))]
        )
        self.assertFalse(application.message_ids.attachment_ids)
        notes = " ".join(application.message_ids.mapped("body"))
        self.assertIn("cv.pdf", notes)
        self.assertIn("big.pdf", notes)

    def test_same_mail_twice_makes_one_application(self):
        self._receive()
        with mute_logger("odoo.addons.mail.models.mail_thread"):
            self.assertFalse(self._receive())

    def test_same_person_again_is_noticed(self):
        self._receive()
        again = self._receive(message_id="<two@student.example>")
        self.assertEqual(again.duplicate_count, 1)

    def test_answer_stays_in_the_thread(self):
        application = self._receive()
        sent = application.message_post(
            body=self.env.user.name,
            message_type="comment",
            subtype_xmlid="mail.mt_comment",
        )
        reply = self._mail(message_id="<three@student.example>").replace(
            b"Subject:", b"In-Reply-To: " + sent.message_id.encode() + b"\r\nSubject:"
        )
        count = self.env["hr.internship.application"].search_count([])
        self.env["mail.thread"].message_process("hr.internship.application", reply)
        self.assertEqual(self.env["hr.internship.application"].search_count([]), count)
        self.assertEqual(application.message_ids[:1].message_type, "email")

    def test_mail_of_a_machine_is_put_aside(self):
        application = self._receive(sender="News <newsletter@shop.example>")
        self.assertEqual(application.state, "set_aside")

    def test_two_persons_may_share_an_address(self):
        self._partner("Jan Peeters", email="emma@student.example")
        application = self._receive()
        partner = application._find_or_create_partner()
        self.assertEqual(partner.name, "Emma Peeters")

    def test_known_person_is_found_again(self):
        known = self._partner("emma peeters", email="emma@student.example")
        application = self._receive()
        self.assertEqual(application._find_or_create_partner(), known)

    def test_empty_list_tells_the_address(self):
        text = self.env["hr.internship.application"].get_empty_list_help("")
        self.assertIn("stages-test@organisation.example", text)

    def test_attachment_bytes_arrive_unchanged(self):
        content = b"%PDF-1.4\n" + bytes(range(256))
        application = self._receive(files=[("cv.pdf", content)])
        stored = application.message_ids.attachment_ids.datas
        self.assertEqual(base64.b64decode(stored), content)

    def _acknowledgement(self, application):
        return application.message_ids.filtered(
            lambda message: message.message_type == "auto_comment"
        )

    def test_sender_gets_an_answer_from_the_mailbox(self):
        application = self._receive()
        answer = self._acknowledgement(application)
        self.assertIn("emma@student.example", answer.outgoing_email_to)
        self.assertIn("stages-test@organisation.example", answer.email_from)
        self.assertIn("stages-test@organisation.example", answer.reply_to)

    def test_answer_is_in_the_language_of_the_mail(self):
        template = self.env.ref("stage_management.mail_template_application_received")
        template.with_context(lang="nl_BE").subject = "Goed ontvangen"
        self.assertEqual(
            self._acknowledgement(self._receive()).subject, "Goed ontvangen"
        )

    def test_one_answer_a_day_for_one_address(self):
        self._receive()
        again = self._receive(message_id="<two@student.example>")
        self.assertFalse(self._acknowledgement(again))

    def test_machine_gets_no_answer(self):
        application = self._receive(sender="News <newsletter@shop.example>")
        self.assertFalse(self._acknowledgement(application))

    def test_answering_can_be_switched_off(self):
        self.company.internship_acknowledge = False
        self.assertFalse(self._acknowledgement(self._receive()))

    def test_school_proposes_a_candidate(self):
        application = self._receive(
            sender=f"{self.supervisor.name} <{self.supervisor.email}>"
        )
        self.assertRecordValues(
            application,
            [
                {
                    "origin": "school",
                    "proposed_by_id": self.supervisor.id,
                    "school_id": self.school.id,
                    "email_from": False,
                }
            ],
        )
        self.assertIn(
            self.supervisor.email, self._acknowledgement(application).outgoing_email_to
        )

    def test_school_gets_one_answer_a_day_too(self):
        sender = f"{self.supervisor.name} <{self.supervisor.email}>"
        self._receive(sender=sender)
        again = self._receive(sender=sender, message_id="<two@school.example>")
        self.assertEqual(again.origin, "school")
        self.assertFalse(self._acknowledgement(again))

    def test_mail_put_aside_comes_back_in_one_click(self):
        application = self._receive()
        application.with_user(self.coordinator).action_set_aside()
        self.assertEqual(application.state, "set_aside")
        application.with_user(self.coordinator).action_restore()
        self.assertEqual(application.state, "new")

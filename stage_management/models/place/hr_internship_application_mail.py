# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mails that become applications."""

import re

from odoo import api, fields, models, tools

from ...tools import file_check
from ...tools.language import guess_language

# Senders of machines, not of candidates.
_AUTOMATIC_SENDER = re.compile(
    r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|newsletter)@", re.I
)


class HrInternshipApplication(models.Model):
    _inherit = "hr.internship.application"

    @api.model
    def message_new(self, msg_dict, custom_values=None):
        """Make an application from a mail to the company's mailbox.

        The sender's name and address, the subject and the language are taken over;
        attachments that are too large, empty or not what their name says are left
        out and named in a note. A person gets an acknowledgement. Nothing in the
        mail makes this fail.
        """
        self = self.with_context(default_user_id=False)
        problems = self._screen_attachments(msg_dict)
        values = {
            "subject": (msg_dict.get("subject") or "")[:200],
            "lang": self._guess_lang(msg_dict),
            "origin": "mail",
            **self._sender_vals(msg_dict),
            **(custom_values or {}),
        }
        application = super().message_new(msg_dict, custom_values=values)
        # core keeps the name in the address, and the proposer's for the candidate's
        application.email_from = values["email_from"]
        _name, sender = tools.parse_contact_from_email(msg_dict.get("from"))
        if _AUTOMATIC_SENDER.match(sender or ""):
            application._transition("set_aside")
        application._note_refused_files(problems)
        return application

    @api.model
    def _sender_vals(self, msg_dict):
        """Who the candidate is: the sender, or somebody whom a school proposes."""
        name, email = tools.parse_contact_from_email(msg_dict.get("from"))
        # sudo: the gateway looks up whether the sender is a known school contact
        author = self.env["res.partner"].sudo().browse(msg_dict.get("author_id") or ())
        school = author.parent_id
        if school.is_school and not author.is_company:
            return {
                "partner_name": self.env._("Candidate of %s", school.name),
                "email_from": False,
                "proposed_by_id": author.id,
                "school_id": school.id,
                "origin": "school",
            }
        return {
            "partner_name": name or email or self.env._("Unknown sender"),
            "email_from": email,
        }

    def _message_post_after_hook(self, message, msg_vals):
        """Acknowledge a mail once it stands in the thread, so that it comes first."""
        result = super()._message_post_after_hook(message, msg_vals)
        is_first_mail = message.message_type == "email" and self._must_be_acknowledged()
        if is_first_mail:
            self._acknowledge()
        return result

    def _must_be_acknowledged(self):
        """Whether a person waits for a sign that the mail arrived.

        Not a machine; not twice on one day to one address, so that two machines
        never write to each other for ever.
        """
        self.ensure_one()
        # sudo: the address of the proposer, to compare it
        address = self.email_normalized or self.sudo().proposed_by_id.email_normalized
        if self.acknowledged_on or self.state != "new" or not address:
            return False
        # sudo: the gateway asks; nothing of the records leaves the method
        recent = self.sudo().search_count(
            [
                ("acknowledged_on", ">=", "-1d"),
                "|",
                ("email_normalized", "=", address),
                ("proposed_by_id.email_normalized", "=", address),
            ],
            limit=1,
        )
        return bool(self.company_id.internship_acknowledge and not recent)

    def _acknowledge(self):
        """Tell the sender in the own language that the mail arrived."""
        self.acknowledged_on = fields.Datetime.now()
        sender = self._get_mailbox()
        self._mail_candidate(
            self.env.ref("stage_management.mail_template_application_received"),
            message_type="auto_comment",
            mail_headers={
                "Auto-Submitted": "auto-replied",
                "X-Auto-Response-Suppress": "All",
            },
            **({"email_from": sender} if sender else {}),
        )

    def message_update(self, msg_dict, update_vals=None):
        problems = self._screen_attachments(msg_dict)
        result = super().message_update(msg_dict, update_vals=update_vals)
        self._note_refused_files(problems)
        return result

    @api.model
    def _screen_attachments(self, msg_dict):
        """Take the files that we don't accept out of the mail; return why."""
        problems, accepted = [], []
        for attachment in msg_dict.get("attachments") or []:
            name, content = attachment[0], attachment[1]
            if isinstance(content, str):
                content = content.encode()
            if name == "original_email.eml":
                accepted.append(attachment)
                continue
            problem = file_check.check_file(name, content)
            if problem:
                problems.append(problem)
            else:
                accepted.append(attachment)
        msg_dict["attachments"] = accepted
        return problems

    def _note_refused_files(self, problems):
        """Tell in the thread which files of a mail were left out, and why."""
        for problem in problems:
            self._message_log(body=self._refused_file_sentence(problem))

    @api.model
    def _refused_file_sentence(self, problem):
        sentences = {
            file_check.EMPTY: self.env._(
                "The attachment “%(name)s” is empty and was left out: ask the "
                "candidate to send it again.",
                name=problem.name,
            ),
            file_check.TOO_LARGE: self.env._(
                "The attachment “%(name)s” (%(size)s MB) is larger than %(limit)s MB "
                "and was left out: ask the candidate for a smaller file.",
                name=problem.name,
                size=round(problem.size / 1024**2),
                limit=file_check.MAX_FILE_SIZE // 1024**2,
            ),
            file_check.KIND_NOT_ACCEPTED: self.env._(
                "The attachment “%(name)s” is of a kind that is not accepted and was "
                "left out: ask the candidate for a PDF, Word or image file.",
                name=problem.name,
            ),
            file_check.NOT_WHAT_IT_SAYS: self.env._(
                "The attachment “%(name)s” is not the kind of file that its name says "
                "and was left out: it may be harmful.",
                name=problem.name,
            ),
        }
        return sentences[problem.reason]

    @api.model
    def _guess_lang(self, msg_dict):
        """Code of the installed language that the mail is written in, or False."""
        body = tools.html2plaintext(msg_dict.get("body") or "")
        iso = guess_language(f"{msg_dict.get('subject') or ''} {body}")
        installed = [code for code, _name in self.env["res.lang"].get_installed()]
        return next((code for code in installed if iso and code.startswith(iso)), False)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signing by a personal link and a code, for people without an account."""

import hashlib
import json
from datetime import timedelta

from odoo import SUPERUSER_ID, api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL
from odoo.tools.misc import consteq, hmac

from odoo.addons.stage_management.models.signing.write_guard import unlock
from odoo.addons.stage_management.tools import one_time_code

LINK_DAYS = 60  # when the document itself has no last day
DAYS_AFTER_END = 30
# Participants with these roles follow the internship and get an account.
ACCOUNT_ROLES = ("intern", "school_supervisor", "school_coordinator", "substitute")
LINK_MAILS = (
    "stage_management.mail_template_signature_invitation",
    "stage_management.mail_template_signature_reminder",
)
START = {
    "link_hash": False,
    "link_until": False,
    "link_failures": 0,
    "code_hash": False,
    "code_until": False,
    "code_attempts": 0,
    "code_times": False,
}


class HrInternshipSignatory(models.Model):
    """The link alone shows nothing: the code goes to the address of the person.

    Only hashes of links and codes are kept. A new mail makes a new link; the one
    before it stops working.
    """

    _inherit = "hr.internship.signatory"

    link_hash = fields.Char(
        index="btree_not_null", readonly=True, groups=fields.NO_ACCESS, copy=False
    )
    link_until = fields.Datetime(readonly=True, groups=fields.NO_ACCESS)
    link_failures = fields.Integer(readonly=True, groups=fields.NO_ACCESS)
    code_hash = fields.Char(readonly=True, groups=fields.NO_ACCESS)
    code_until = fields.Datetime(readonly=True, groups=fields.NO_ACCESS)
    code_attempts = fields.Integer(readonly=True, groups=fields.NO_ACCESS)
    code_times = fields.Char(readonly=True, groups=fields.NO_ACCESS)

    def _protected_fields(self):
        return super()._protected_fields() | set(START)

    def _filter_without_account(self):
        """Return those who sign by a personal link.

        Interns and who follows an internship from the school log in; somebody who
        signs once, as a director or a parent does, needs no account for it.
        """
        # sudo: whether these people have users, and which part they play
        partners = self.sudo().partner_id.filtered(lambda p: not p.user_ids)
        following = (
            self.env["hr.internship.participant"]
            .sudo()
            .search(
                Domain("partner_id", "in", partners.ids)
                & Domain("role", "in", ACCOUNT_ROLES)
            )
            .partner_id
        )
        occasional = partners - following
        return self.filtered(
            lambda s: s.role in ("school", "guardian") and s.partner_id in occasional
        )

    # the link

    def _renew_links(self):
        """Make a new link for each of these: ``{id: token}``; old ones die."""
        tokens = {}
        for signatory in self:
            tokens[signatory.id] = one_time_code.new_token()
            unlock(signatory).write(
                {
                    **START,
                    # how many codes went out in an hour counts for the person
                    "code_times": signatory.code_times,
                    "link_hash": self._hash_token(tokens[signatory.id]),
                    "link_until": signatory._get_link_end(),
                }
            )
        return tokens

    @api.model
    def _hash_token(self, token):
        return hashlib.sha256(token.encode(errors="replace")).hexdigest()

    def _get_link_end(self):
        """Return until when a link made now works: a day after the last to sign."""
        last_day = self.request_id.expires_on
        if last_day:
            return fields.Datetime.to_datetime(last_day) + timedelta(days=2)
        return fields.Datetime.now() + timedelta(days=LINK_DAYS)

    @api.model
    @api.private
    def _find_by_link(self, token):
        """Return the signatory of a link that works, else nobody."""
        # sudo: who holds the link has no account; what it shows is decided by the code
        signatories = self.with_user(SUPERUSER_ID).sudo()
        found = signatories.search([("link_hash", "=", self._hash_token(token))])
        return found.filtered(lambda signatory: signatory._is_link_alive())[:1]

    def _is_link_alive(self):
        self.ensure_one()
        now, request = fields.Datetime.now(), self.request_id
        if (
            not self.partner_id.active
            or self.link_failures > one_time_code.MAX_FAILURES
        ):
            return False
        if request.state == "completed":
            return now < request.completed_on + timedelta(days=DAYS_AFTER_END)
        is_open = request.state == "signing" and self.state != "waiting"
        own_answer = request.state == "refused" and self.state == "refused"
        return (is_open or own_answer) and now < self.link_until

    # the code

    @api.private
    def _send_code(self):
        """Mail a new code; the one before stops working.

        :returns: a sentence when none can be sent now, "" when it was
        """
        self.ensure_one()
        self._wait_for_lock()
        now = fields.Datetime.now()
        times = one_time_code.recent(json.loads(self.code_times or "[]"), now)
        if len(times) >= one_time_code.MAX_CODES:
            return self.env._(
                "Three codes were sent in the last hour. Use the last one, or wait an"
                " hour and ask again."
            )
        code = one_time_code.new_code()
        mailed = self.with_context(signing_code=code)._try_mail(
            "stage_management_portal.mail_template_signing_code"
        )
        if not mailed:
            return self.env._(
                "The code could not be sent. Try again in a few minutes, or tell the"
                " organisation."
            )
        unlock(self).write(
            {
                "code_hash": self._hash_code(code),
                "code_until": now + one_time_code.CODE_LIFE,
                "code_attempts": 0,
                "code_times": json.dumps([*times, now.isoformat()]),
            }
        )
        return ""

    @api.private
    def _check_code(self, text):
        """Use up the code that somebody typed.

        :returns: a sentence when it is wrong, "" when it is right
        """
        self.ensure_one()
        self._wait_for_lock()
        if not self._has_code():
            return self.env._("This code is no longer valid. Ask for a new code.")
        code = one_time_code.clean_code(text)
        if code and consteq(self._hash_code(code), self.code_hash):
            unlock(self).write({"code_hash": False, "link_failures": 0})
            return ""
        unlock(self).write(
            {
                "code_attempts": self.code_attempts + 1,
                "link_failures": self.link_failures + 1,
            }
        )
        left = one_time_code.MAX_ATTEMPTS - self.code_attempts
        if not left:
            return self.env._("This code is no longer valid. Ask for a new code.")
        return self.env._(
            "This is not the code that we sent. You can try %(count)s more time(s).",
            count=left,
        )

    @api.private
    def _has_code(self):
        """Whether a code was sent that can still be given."""
        self.ensure_one()
        return bool(
            self.code_hash
            and fields.Datetime.now() < self.code_until
            and self.code_attempts < one_time_code.MAX_ATTEMPTS
        )

    def _wait_for_lock(self):
        """Let one attempt go on at a time.

        The row is busy for a moment when the mail with the code has just left:
        waiting for it, and trying again, is better than an error.
        """
        self.env.cr.execute(
            SQL(
                "SELECT 1 FROM hr_internship_signatory WHERE id = %s FOR UPDATE",
                self.id,
            )
        )

    def _hash_code(self, code):
        """Tie a code to its link, by a secret of the server: it is only six digits."""
        return hmac(
            self.env(su=True), "stage_management_signing_code", (self.link_hash, code)
        )

    def _get_masked_email(self):
        self.ensure_one()
        return one_time_code.mask(self.partner_id.email)

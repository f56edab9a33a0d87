# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One person who is asked to sign."""

import logging

import psycopg2

from odoo import api, fields, models
from odoo.exceptions import UserError

from .write_guard import is_unlocked, unlock

_logger = logging.getLogger(__name__)

ROLES = [
    ("intern", "Intern"),
    ("guardian", "Parent or guardian"),
    ("school", "School"),
    ("organisation", "Organisation"),
    ("mentor", "Mentor"),
]
PROTECTED = {"state", "invited_on", "reminded_on", "reminder_count", "signed_on"}


class HrInternshipSignatory(models.Model):
    """Who signs in which role and round; what they did stands in the acts.

    No UNIQUE or CHECK on the partner: merging two contacts would delete rows.
    """

    _name = "hr.internship.signatory"
    _description = "Signatory"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "request_id, order, id"
    _rec_name = "partner_id"

    request_id = fields.Many2one(
        "hr.internship.signature.request",
        required=True,
        ondelete="cascade",
        index=True,
    )
    company_id = fields.Many2one(related="request_id.company_id", store=True)
    role = fields.Selection(ROLES, required=True)
    order = fields.Integer("Round", default=1, required=True)
    partner_id = fields.Many2one(
        "res.partner", "Person", required=True, ondelete="restrict", index=True
    )
    name = fields.Char(related="partner_id.name", string="Name")
    state = fields.Selection(
        [
            ("waiting", "Waits for others"),
            ("to_sign", "To sign"),
            ("signed", "Signed"),
            ("refused", "Refused"),
            ("void", "No longer asked"),
        ],
        default="waiting",
        required=True,
        index=True,
    )
    invited_on = fields.Datetime(readonly=True)
    reminded_on = fields.Date("Last Reminder", readonly=True)
    reminder_count = fields.Integer("Reminders", readonly=True)
    signed_on = fields.Datetime("Answered on", readonly=True)
    signing_url = fields.Char("Link", compute="_compute_signing_url")

    @api.depends("partner_id", "request_id")
    def _compute_signing_url(self):
        for signatory in self:
            signatory.signing_url = signatory._get_signing_url()

    @api.model_create_multi
    def create(self, vals_list):
        protected = self._protected_fields()
        # neither given nor by a default of the context
        context = {
            key: value
            for key, value in self.env.context.items()
            if key.removeprefix("default_") not in protected
        }
        signatories = super(
            HrInternshipSignatory, self.with_env(self.env(context=context))
        ).create(
            [
                {key: value for key, value in vals.items() if key not in protected}
                for vals in vals_list
            ]
        )
        if any(request.state != "draft" for request in signatories.request_id):
            raise UserError(
                self.env._("Nobody can be added to a document that was sent already.")
            )
        return signatories.with_env(self.env)

    def write(self, vals):
        if not is_unlocked(self):
            if self._protected_fields() & set(vals):
                raise UserError(
                    self.env._("What a signatory did can not be written by hand.")
                )
            if any(signatory.request_id.state != "draft" for signatory in self):
                raise UserError(
                    self.env._("Who signs can not change after the document was sent.")
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        if any(signatory.request_id.state != "draft" for signatory in self):
            raise UserError(
                self.env._("Who was asked to sign stays on record. Withdraw instead.")
            )

    def _protected_fields(self):
        """Return the names of the fields that only signing writes."""
        return PROTECTED

    def _get_signing_url(self):
        """Return the link of the invitation: the backend for those who have it."""
        self.ensure_one()
        base = self.get_base_url()
        # sudo: whether the person has a user of ours, nothing else
        users = self.partner_id.sudo().user_ids.filtered(lambda user: not user.share)
        if any(user.has_group("stage_management.group_contributor") for user in users):
            return f"{base}/odoo/internship-signatures/{self.request_id.id}"
        return f"{base}/my/signatures/{self.request_id.id}"

    def _invite(self):
        """Mail the invitation; what fails is tried again by the cron."""
        invited = self._try_mail("stage_management.mail_template_signature_invitation")
        unlock(invited).write({"invited_on": fields.Datetime.now()})
        if invited != self:
            self.env.ref("stage_management.ir_cron_signature_finish")._trigger()

    def _note_reminder(self):
        """Note that these were reminded today."""
        for signatory in self:
            unlock(signatory).write(
                {
                    "reminded_on": signatory.request_id._get_today(),
                    "reminder_count": signatory.reminder_count + 1,
                }
            )

    def _mail(self, template, **email_values):
        """Queue one mail per signatory in the language of each."""
        if not self:
            return
        # sudo: mail templates are not readable for everybody who acts
        template = self.env.ref(template).sudo()
        mails = template.send_mail_batch(self.ids, email_values=email_values or None)
        # sudo: see above
        for signatory, mail in zip(self.sudo(), mails, strict=True):
            unlock(signatory).write({"mail_id": mail.id})
        self.env["mail.mail"]._send_queue_soon()

    def _try_mail(self, template, **email_values):
        """Like ``_mail``, but a mail that fails never undoes an act.

        All at once, and one by one when that fails.

        :returns: the signatories whose mail was queued
        """
        if self._is_mailed(template, **email_values):
            return self
        if len(self) == 1:
            return self.browse()
        return self.filtered(lambda s: s._is_mailed(template, **email_values))

    def _is_mailed(self, template, **email_values):
        """Whether all these mails could be queued; none is when one can not."""
        try:
            with self.env.cr.savepoint():
                self._mail(template, **email_values)
        except psycopg2.OperationalError:
            raise
        except Exception:
            _logger.exception("No mail %s to signatories %s", template, self.ids)
            return False
        return True

    @api.private
    def _get_visible_annexes(self):
        """Annexes that this person reads before signing; as the rules for portal users.

        For who came by a personal link: the link alone says who it is.
        """
        annexes = self.request_id.annex_ids
        if "intern" in self.mapped("role"):
            return annexes
        return annexes.filtered(lambda annex: not annex.is_confidential)

    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "request_id",
            "role",
            "order",
            "partner_id",
            "state",
            "invited_on",
            "signed_on",
        }

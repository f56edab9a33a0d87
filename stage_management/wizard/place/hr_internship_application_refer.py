# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Pass a candidate on to another federal organisation, with consent."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class HrInternshipApplicationRefer(models.TransientModel):
    """Ask to whom, since when the candidate agrees and which files go along."""

    _name = "hr.internship.application.refer"
    _description = "Refer a Candidate"

    application_id = fields.Many2one(
        "hr.internship.application", required=True, ondelete="cascade"
    )
    organisation_id = fields.Many2one(
        "res.partner",
        required=True,
        domain="[('is_company', '=', True), ('is_school', '=', False)]",
    )
    consent_on = fields.Date(string="Candidate Agreed On", required=True)
    consent_note = fields.Char(
        string="How", required=True, help="A mail, a telephone call, a form…"
    )
    is_sent = fields.Boolean(
        string="Mail it to the organisation",
        default=True,
        help="Name, address, topic, period and the chosen files.",
    )
    attachment_ids = fields.Many2many(
        "ir.attachment",
        string="Files to Send",
        compute="_compute_attachment_ids",
        store=True,
        readonly=False,
    )

    @api.depends("application_id")
    def _compute_attachment_ids(self):
        for wizard in self:
            wizard.attachment_ids = wizard.application_id.message_main_attachment_id

    def action_confirm(self):
        """Record the consent, pass the application on, and tell the candidate."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        if self.consent_on > today:
            raise UserError(
                self.env._("The candidate has to agree first: that day is to come.")
            )
        application = self.application_id
        self._check_files(application)
        application._transition(
            "referred",
            referred_to_id=self.organisation_id.id,
            referred_on=today,
            consent_on=self.consent_on,
            consent_note=self.consent_note,
        )
        if self.is_sent:
            self._send(application)
        if application._get_correspondent():
            application._mail_candidate(
                self.env.ref("stage_management.mail_template_application_referred")
            )
        return {"type": "ir.actions.act_window_close"}

    def _check_files(self, application):
        """Only files of this application leave the house."""
        foreign = self.attachment_ids.filtered(
            lambda file: (
                (file.res_model, file.res_id) != (application._name, application.id)
            )
        )
        if foreign:
            raise UserError(
                self.env._(
                    "These files are not of this application: %(names)s.",
                    names=", ".join(foreign.mapped("name")),
                )
            )

    def _send(self, application):
        if not self.organisation_id.email:
            raise UserError(
                self.env._(
                    "%(name)s has no e-mail address: enter it on the contact, or "
                    "untick the mail.",
                    name=self.organisation_id.name,
                )
            )
        template = self.env.ref("stage_management.mail_template_application_referral")
        subject, body = application._render_for_candidate(template)
        application.message_post(
            subject=subject,
            body=body,
            message_type="comment",
            subtype_xmlid="mail.mt_comment",
            outgoing_email_to=self.organisation_id.email_formatted,
            attachment_ids=[file.copy().id for file in self.attachment_ids],
            email_layout_xmlid="stage_management.mail_layout",
        )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Tell a candidate the decision."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class HrInternshipApplicationTell(models.TransientModel):
    """A mail that can still be changed, or a note of the telephone call."""

    _name = "hr.internship.application.tell"
    _description = "Tell the Decision"

    application_id = fields.Many2one(
        "hr.internship.application", required=True, ondelete="cascade"
    )
    channel = fields.Selection(
        [("mail", "By mail"), ("phone", "By phone")], required=True, default="mail"
    )
    address = fields.Char(string="To", compute="_compute_address")
    subject = fields.Char(compute="_compute_mail", store=True, readonly=False)
    body = fields.Html(compute="_compute_mail", store=True, readonly=False)
    told_on = fields.Datetime(required=True, default=fields.Datetime.now)
    note = fields.Text(help="What was said, for colleagues.")

    @api.depends("application_id")
    def _compute_address(self):
        for wizard in self:
            application = wizard.application_id
            wizard.address = application and application._get_correspondent()

    @api.depends("application_id")
    def _compute_mail(self):
        for wizard in self:
            application = wizard.application_id
            if application:
                wizard.subject, wizard.body = application._render_for_candidate(
                    application._get_outcome_template()
                )

    def action_confirm(self):
        """Send the mail, or record the call."""
        self.ensure_one()
        application = self.application_id
        if self.channel == "mail":
            application._check_can_be_told()
            application._write_to_candidate(self.subject, self.body)
            application._record_told("mail")
        else:
            self._record_call(application)
        return {"type": "ir.actions.act_window_close"}

    def _record_call(self, application):
        now = fields.Datetime.now()
        if self.told_on > now:
            raise UserError(self.env._("A call in the future can't be recorded yet."))
        if application.decided_on and self.told_on < application.decided_on.replace(
            second=0
        ):
            raise UserError(
                self.env._(
                    "The decision was taken after that call: enter when the candidate "
                    "was told the decision."
                )
            )
        application._record_told("phone", self.told_on)
        if self.note:
            application._message_log(body=self.note)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One agreement of many to send."""

from odoo import api, fields, models


class HrInternshipAgreementSendLine(models.TransientModel):
    """What keeps an agreement from being sent, or what became of it."""

    _name = "hr.internship.agreement.send.line"
    _description = "Agreement to Send"
    _order = "agreement_id, id"

    wizard_id = fields.Many2one(
        "hr.internship.agreement.send", required=True, index=True, ondelete="cascade"
    )
    agreement_id = fields.Many2one(
        "hr.internship.agreement", required=True, readonly=True, ondelete="cascade"
    )
    partner_id = fields.Many2one(related="agreement_id.partner_id", string="Intern")
    school_id = fields.Many2one(related="agreement_id.school_id", string="School")
    state = fields.Selection(
        [
            ("ready", "Ready"),
            ("blocked", "Can't be sent yet"),
            ("queued", "Being sent"),
            ("sent", "Sent"),
            ("failed", "Failed"),
        ],
        compute="_compute_state",
    )
    result = fields.Text(compute="_compute_state")

    @api.depends(
        "agreement_id.state",
        "agreement_id.queued_by_id",
        "agreement_id.sending_problem",
    )
    def _compute_state(self):
        for line in self:
            agreement = line.agreement_id
            if agreement.state != "draft":
                line.state, line.result = "sent", agreement.request_id.progress
            elif agreement.queued_by_id:
                line.state, line.result = "queued", False
            elif blockers := agreement._get_sending_blockers():
                line.state, line.result = "blocked", "\n".join(blockers)
            else:
                problem = agreement.sending_problem
                line.state = "failed" if problem else "ready"
                line.result = problem

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Send many agreements for signature."""

from odoo import api, fields, models
from odoo.exceptions import UserError

# more than so many are sent by the server, which takes minutes
AT_ONCE = 10


class HrInternshipAgreementSend(models.TransientModel):
    """Shows what can be sent and what can't, sends, and shows what became of each."""

    _name = "hr.internship.agreement.send"
    _description = "Send Agreements"

    line_ids = fields.One2many(
        "hr.internship.agreement.send.line", "wizard_id", string="Agreements"
    )
    summary = fields.Char(compute="_compute_summary")
    is_busy = fields.Boolean(compute="_compute_summary")
    can_send = fields.Boolean(compute="_compute_summary")

    @api.depends("line_ids.state")
    def _compute_summary(self):
        for wizard in self:
            states = wizard.line_ids.mapped("state")
            wizard.is_busy = "queued" in states
            wizard.can_send = "ready" in states or "failed" in states
            wizard.summary = self.env._(
                "%(sent)s sent, %(ready)s ready, %(queued)s being sent, %(blocked)s "
                "can't be sent yet.",
                sent=states.count("sent"),
                ready=states.count("ready") + states.count("failed"),
                queued=states.count("queued"),
                blocked=states.count("blocked"),
            )

    def action_send(self):
        """Send all that can be sent; what was sent already is left alone.

        :raise UserError: when nothing can be sent
        """
        self.ensure_one()
        lines = self.line_ids.filtered(lambda line: line.state in ("ready", "failed"))
        agreements = lines.agreement_id
        if not agreements:
            raise UserError(self.env._("None of these agreements can be sent now."))
        if len(agreements) > AT_ONCE:
            agreements._queue_sending()
        else:
            agreements._send_batch()
        return self._open()

    def action_refresh(self):
        """Show how far it is."""
        return self._open()

    def _open(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "name": self.env._("Send for Signature"),
            "view_mode": "form",
            "target": "new",
        }

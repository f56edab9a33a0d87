# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Sign or refuse in the backend."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.http import request as http_request


class HrInternshipSignatureSign(models.TransientModel):
    """The current user signs, or refuses, in the own name."""

    _name = "hr.internship.signature.sign"
    _description = "Sign Document"

    request_id = fields.Many2one(
        "hr.internship.signature.request", "Document", required=True, readonly=True
    )
    typed_name = fields.Char("Your Name", compute="_compute_typed_name")
    obstacle = fields.Char(compute="_compute_obstacle")
    in_place_of = fields.Char(compute="_compute_in_place_of")
    image = fields.Binary("Signature", attachment=False)
    is_confirmed = fields.Boolean("I have read the document and sign it")
    is_refusing = fields.Boolean()
    reason = fields.Char("Why do you not sign?")

    @api.depends_context("uid")
    def _compute_typed_name(self):
        self.typed_name = self.env.user.partner_id.name

    @api.depends("request_id")
    @api.depends_context("uid")
    def _compute_obstacle(self):
        for wizard in self:
            request = wizard.request_id
            wizard.obstacle = request._get_signing_obstacle(request.my_signatory_id)

    @api.depends("request_id")
    @api.depends_context("uid")
    def _compute_in_place_of(self):
        me = self.env.user.partner_id
        for wizard in self:
            asked = wizard.request_id.my_signatory_id.partner_id
            wizard.in_place_of = asked.name if asked != me else False

    def action_open_document(self):
        """Open the frozen file in a new tab."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "target": "new",
            "url": f"/web/content/{self.request_id._name}/{self.request_id.id}/datas"
            "?filename_field=filename",
        }

    def action_sign(self):
        """Sign in the name of the current user."""
        self.ensure_one()
        if not self.is_confirmed:
            raise UserError(
                self.env._("Confirm that you have read the document and sign it.")
            )
        self._get_request()._sign(
            self.request_id.my_signatory_id,
            "backend",
            self.typed_name,
            image=self.image or None,
            **self._get_client(),
        )
        return {"type": "ir.actions.act_window_close"}

    def action_ask_reason(self):
        """Ask why, before the refusal is recorded."""
        self.ensure_one()
        self.is_refusing = True
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "name": self.env._("Refuse to Sign"),
            "view_mode": "form",
            "target": "new",
        }

    def action_refuse(self):
        """Refuse in the name of the current user; the signing ends."""
        self.ensure_one()
        self._get_request()._refuse(
            self.request_id.my_signatory_id,
            "backend",
            self.reason,
            **self._get_client(),
        )
        return {"type": "ir.actions.act_window_close"}

    def _get_request(self):
        """Return the request, if the user may see it."""
        self.request_id.check_access("read")
        return self.request_id

    def _get_client(self):
        """Return address and browser of the person who acts."""
        if not http_request:
            return {}
        return {
            "ip": http_request.httprequest.remote_addr,
            "user_agent": http_request.httprequest.user_agent.string,
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Why documents are refused or not applicable."""

from odoo import fields, models
from odoo.exceptions import UserError


class HrInternshipDocumentDecide(models.TransientModel):
    """A coordinator gives the reason, which the one who brought it reads."""

    _name = "hr.internship.document.decide"
    _description = "Refuse or Set Aside Documents"

    document_ids = fields.Many2many(
        "hr.internship.document", string="Documents", required=True
    )
    decision = fields.Selection(
        [("refused", "Refused"), ("not_applicable", "Not applicable")],
        required=True,
        default="refused",
    )
    reason = fields.Char(required=True)

    def action_confirm(self):
        """Write the decision with its reason.

        :raise UserError: for a refusal of what nobody brought, or without a reason
        """
        self.ensure_one()
        reason = (self.reason or "").strip()
        if not reason:
            raise UserError(self.env._("Say why."))
        documents = self.document_ids
        if self.decision == "refused":
            empty = documents.filtered(lambda document: not document.file)
            if empty:
                raise UserError(
                    self.env._(
                        "Nobody has brought “%(name)s” yet: nothing to refuse.",
                        name=empty[0].type_id.name,
                    )
                )
        documents._decide(self.decision, reason)
        return {"type": "ir.actions.act_window_close"}

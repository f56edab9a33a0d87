# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The agreement on the internship: guards and buttons."""

from babel.numbers import format_decimal

from odoo import api, fields, models
from odoo.tools.misc import babel_locale_parse

from ...tools.extension import Guard

_STATE_IN_FOLDER = {"to_sign": "to_sign", "signed": "accepted"}


class HrInternship(models.Model):
    _inherit = "hr.internship"

    agreement_ids = fields.One2many(
        "hr.internship.agreement", "internship_id", string="All Agreements"
    )
    agreement_id = fields.Many2one(
        "hr.internship.agreement",
        compute="_compute_agreement_id",
        store=True,
        index="btree_not_null",
    )
    agreement_state = fields.Selection(
        related="agreement_id.state", string="State of the Agreement"
    )
    agreement_signatory_ids = fields.One2many(related="agreement_id.signatory_ids")

    @api.depends("agreement_ids.state")
    def _compute_agreement_id(self):
        """The agreement that counts: the last that is not refused or withdrawn."""
        for internship in self:
            alive = internship.agreement_ids.filtered(
                lambda agreement: agreement.state in ("draft", "to_sign", "signed")
            )
            internship.agreement_id = (alive or internship.agreement_ids)[:1]

    @api.depends("agreement_ids.state")
    def _compute_blocker_html(self):
        return super()._compute_blocker_html()

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target not in ("ready", "ongoing"):
            return guards
        for internship in self:
            if not internship.type_id.counts_as_work:
                continue
            guard = internship._agreement_guard()
            if guard:
                guards[internship.id].append(guard)
        return guards

    def _agreement_guard(self):
        """The guard of an agreement that is not signed by all, or ``None``."""
        self.ensure_one()
        agreement = self.agreement_id
        if agreement.state == "signed":
            return None
        if agreement.state != "to_sign":
            return Guard(
                self.env._("The agreement has not been sent for signature."),
                self.env._("coordinator"),
            )
        # sudo: who still has to sign is shown to everyone who prepares the start.
        waiting = agreement.sudo().request_id.signatory_ids.filtered(
            lambda signatory: signatory.state in ("waiting", "to_sign")
        )
        return Guard(
            self.env._("The agreement is not signed by all."),
            ", ".join(waiting.partner_id.mapped("name")),
        )

    def _get_document_states(self):
        """How far the agreement is, for the folder of the internship."""
        states = super()._get_document_states()
        for internship in self:
            state = _STATE_IN_FOLDER.get(internship.agreement_id.state, "missing")
            states[internship.id]["agreement"] = {"state": state}
        return states

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if target in ("cancelled", "terminated"):
            self._withdraw_open_agreements()
        return result

    def _withdraw_open_agreements(self):
        """Nobody is asked to sign for an internship that does not take place."""
        pending = self.agreement_ids.filtered(lambda a: a.state == "to_sign")
        for request in pending.request_id:
            request.action_withdraw(
                reason=self.env._("The internship does not take place.")
            )

    def action_draw_up_agreement(self):
        """Open the agreement of this internship, made from the template if needed."""
        self.ensure_one()
        agreement = self.agreement_id
        if agreement.state not in ("draft", "to_sign", "signed"):
            agreement = self.env["hr.internship.agreement"].create(
                {"internship_id": self.id}
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship.agreement",
            "res_id": agreement.id,
            "view_mode": "form",
        }

    @api.model
    def _format_number(self, value, lang_code):
        """A number as it is written in a document of that language: 440,8."""
        return format_decimal(value, "#,##0.##", locale=babel_locale_parse(lang_code))

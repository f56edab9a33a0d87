# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The agreements of an internship."""

from babel.numbers import format_decimal

from odoo import api, fields, models
from odoo.tools.misc import babel_locale_parse


class HrInternship(models.Model):
    _inherit = "hr.internship"

    agreement_ids = fields.One2many(
        "hr.internship.agreement", "internship_id", string="All Agreements"
    )

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

    @api.model
    def _format_number(self, value, lang_code):
        """A number as it is written in a document of that language: 440,8."""
        return format_decimal(value, "#,##0.##", locale=babel_locale_parse(lang_code))

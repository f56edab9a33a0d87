# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Does somebody who signs for the organisation have the power to do so?"""

from odoo import api, fields, models
from odoo.exceptions import UserError

from .hr_internship_delegation import Power
from .write_guard import unlock


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    has_substitute = fields.Boolean(compute="_compute_has_substitute")

    @api.depends("signatory_ids.state", "signatory_ids.substitute_id")
    def _compute_has_substitute(self):
        for request in self:
            request.has_substitute = any(
                signatory.substitute_id and signatory.state == "to_sign"
                for signatory in request.signatory_ids
            )

    def _find_delegations(self, day=None, is_ahead=False):
        """Return the delegations for this document, in force on a day."""
        self.ensure_one()
        return self.env["hr.internship.delegation"]._find_for(
            self.company_id,
            self.document_kind,
            self.department_id,
            day or self._get_today(),
            is_ahead,
        )

    def _get_today(self):
        """Return the day it is for the organisation."""
        zone = self.company_id.partner_id.tz or "Europe/Brussels"
        return fields.Date.context_today(self.with_context(tz=zone))

    def _needs_power(self, signatory):
        self.ensure_one()
        return signatory.role == "organisation" and self.env[
            "hr.internship.delegation"
        ]._is_kept_for(self.company_id)

    def _get_power(self, signatory, partner, day=None):
        """Return the :class:`Power` by which ``partner`` acts for a signatory.

        :raises UserError: nobody gave this person the power
        """
        self.ensure_one()
        if not self._needs_power(signatory):
            return Power("")
        asked = signatory.partner_id
        power = self._find_delegations(day)._get_power(partner, asked)
        if not power:
            raise UserError(self._powerless_sentence(partner))
        return power

    def _powerless_sentence(self, partner):
        kinds = dict(self._fields["document_kind"]._description_selection(self.env))
        return self.env._(
            "%(name)s has no power in force to sign this document (%(kind)s) for the"
            " organisation: ask a coordinator to record the delegation decision, or to"
            " let somebody else sign.",
            name=partner.name,
            kind=kinds[self.document_kind].lower(),
        )

    def _is_substitute(self, signatory, partner):
        """Whether ``partner`` may act in the place of this signatory today."""
        self.ensure_one()
        if signatory.role != "organisation" or signatory.partner_id == partner:
            return False
        delegations = self._find_delegations()
        return bool(delegations._get_power(partner, signatory.partner_id))

    def _check_sendable(self):
        """Also refuse to ask a colleague who could not sign any more."""
        result = super()._check_sendable()
        for signatory in self.sudo().signatory_ids:  # sudo: see action_send
            if not self._needs_power(signatory):
                continue
            partner = signatory.partner_id
            if not self._find_delegations(is_ahead=True)._get_power(partner, partner):
                raise UserError(self._powerless_sentence(partner))
        return result

    def action_ask_substitute(self):
        """Ask the substitutes of colleagues who are absent to sign in their place.

        :raises UserError: nobody whose turn it is has a substitute
        """
        self._check_may_manage()
        # sudo: see action_send
        waiting = self.sudo().signatory_ids.filtered(lambda s: s.state == "to_sign")
        waiting._refresh_substitutes()
        asked = waiting.filtered("substitute_id")
        if not asked:
            raise UserError(
                self.env._(
                    "Nobody whose turn it is has a substitute: name one in the powers"
                    " to sign, or let somebody else sign."
                )
            )
        asked._mail("stage_management.mail_template_signature_substitute")
        unlock(asked).write({"substitute_asked_on": fields.Datetime.now()})
        names = ", ".join(asked.substitute_id.mapped("name"))
        return self._notification(self.env._("Asked: %(names)s", names=names))

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Spontaneous candidates: an own subject, and other organisations."""

from odoo import fields, models
from odoo.exceptions import UserError


class HrInternshipApplication(models.Model):
    _inherit = "hr.internship.application"

    proposal = fields.Html(
        string="Own Proposal",
        help="The subject that the candidate proposes, in the candidate's words.",
    )
    referred_to_id = fields.Many2one(
        "res.partner",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
        readonly=True,
        domain="[('is_company', '=', True), ('is_school', '=', False)]",
    )
    referred_on = fields.Date(copy=False, readonly=True)
    consent_on = fields.Date(
        copy=False,
        readonly=True,
        help="Day on which the candidate agreed that we pass the application on.",
    )
    consent_note = fields.Char(
        copy=False, readonly=True, help="How the candidate agreed: mail, phone, form…"
    )

    _referral_check = models.Constraint(
        "CHECK(state != 'referred' OR (referred_to_id IS NOT NULL "
        "AND referred_on IS NOT NULL AND consent_on IS NOT NULL))",
        "A candidate is passed on to another organisation with consent only: use "
        "“Refer” and say when the candidate agreed.",
    )

    def action_make_place(self):
        """Turn the candidate's own proposal into a place, for this candidate.

        A second click opens the same place.

        :raise UserError: when department or type are unknown
        """
        self.ensure_one()
        if not self.place_id:
            self._check_can_become_place()
            self.place_id = self.env["hr.internship.place"].create(
                self._prepare_place_vals()
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship.place",
            "res_id": self.place_id.id,
            "view_mode": "form",
        }

    def _check_can_become_place(self):
        if not (self.department_id and self.type_id):
            raise UserError(
                self.env._(
                    "Choose the department that could guide %(name)s and the type of "
                    "internship first: a place belongs to a department.",
                    name=self.partner_name,
                )
            )

    def _prepare_place_vals(self):
        """What the place takes over from the candidate's proposal."""
        self.ensure_one()
        return {
            "name": self.subject or self.partner_name,
            "company_id": self.company_id.id,
            "department_id": self.department_id.id,
            "mentor_id": self.mentor_id.id,
            "type_id": self.type_id.id,
            "domain_ids": [(6, 0, self.domain_ids.ids)],
            "level": self.programme_id.level,
            "description": self.proposal,
            "date_start": self.date_start,
            "date_end": self.date_end,
        }

    def action_refer(self):
        """Ask to which organisation the candidate is passed on, and since when."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Refer to another organisation"),
            "res_model": "hr.internship.application.refer",
            "view_mode": "form",
            "target": "new",
            "context": {"default_application_id": self.id},
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The three-party agreement of an internship."""

from odoo import api, fields, models
from odoo.exceptions import UserError

AGREEMENT_STATES = [
    ("draft", "Draft"),
    ("to_sign", "Being signed"),
    ("signed", "Signed by all"),
    ("refused", "Refused"),
    ("withdrawn", "Withdrawn"),
]
AGREEMENT_KINDS = [
    ("framework", "Framework agreement"),
    ("individual", "Internship agreement"),
    ("amendment", "Amendment"),
]
_STATE_OF_REQUEST = {
    "signing": "to_sign",
    "completed": "signed",
    "refused": "refused",
    "withdrawn": "withdrawn",
    "expired": "withdrawn",
}


class HrInternshipAgreement(models.Model):
    """What intern, school and organisation agree on, and sign.

    The text is filled in from a template and stays editable until it is sent; then
    the PDF is frozen in a signature request, whose state the agreement follows.
    Source: toolbox B4, *the contract between organisation, intern and school*.
    """

    _name = "hr.internship.agreement"
    _description = "Internship Agreement"
    _inherit = ["hr.internship.portal.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "id desc"
    _check_company_auto = True

    name = fields.Char(compute="_compute_name", store=True)
    kind = fields.Selection(
        AGREEMENT_KINDS, required=True, default="individual", index=True
    )
    internship_id = fields.Many2one(
        "hr.internship", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, index=True
    )
    partner_id = fields.Many2one(
        related="internship_id.partner_id", string="Intern", store=True, index=True
    )
    school_id = fields.Many2one(
        related="internship_id.school_id", store=True, index="btree_not_null"
    )
    template_id = fields.Many2one(
        "hr.internship.agreement.template",
        required=True,
        ondelete="restrict",
        domain="[('company_id', 'in', (company_id, False))]",
    )
    lang = fields.Selection(related="template_id.lang", string="Language", store=True)
    title = fields.Char(required=True)
    body = fields.Html(sanitize_overridable=False)
    school_signatory_id = fields.Many2one(
        "res.partner",
        string="Signs for the School",
        ondelete="restrict",
        domain="[('is_company', '=', False), ('parent_id', '=?', school_id)]",
    )
    organisation_signatory_id = fields.Many2one(
        "res.users",
        string="Signs for the Organisation",
        ondelete="restrict",
        domain="[('share', '=', False)]",
    )
    request_id = fields.Many2one(
        "hr.internship.signature.request",
        string="Signing",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
        readonly=True,
    )
    signatory_ids = fields.One2many(related="request_id.signatory_ids")
    state = fields.Selection(
        AGREEMENT_STATES,
        compute="_compute_state",
        store=True,
        tracking=True,
        index=True,
    )
    verification_code = fields.Char(copy=False, readonly=True)

    @api.depends("internship_id.name", "title")
    def _compute_name(self):
        for agreement in self:
            parts = (agreement.title, agreement.internship_id.name)
            agreement.name = " ".join(part for part in parts if part)

    @api.depends("request_id.state")
    def _compute_state(self):
        for agreement in self:
            # sudo: everyone who may read the agreement may know how far it is.
            state = agreement.sudo().request_id.state
            agreement.state = _STATE_OF_REQUEST.get(state, "draft")

    @api.model_create_multi
    def create(self, vals_list):
        agreements = super().create([self._with_defaults(dict(v)) for v in vals_list])
        agreements.filtered(lambda agreement: not agreement.body).action_fill()
        agreements.organisation_signatory_id._sync_contributors()
        return agreements

    def write(self, vals):
        fixed = {"body", "title", "template_id", "internship_id", "kind"} & set(vals)
        if fixed and any(agreement.state != "draft" for agreement in self):
            raise UserError(
                self.env._(
                    "This agreement was sent for signature and keeps its wording: "
                    "withdraw it and draw up a new one."
                )
            )
        result = super().write(vals)
        if "organisation_signatory_id" in vals:
            self.organisation_signatory_id._sync_contributors()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        if any(agreement.request_id for agreement in self):
            raise UserError(
                self.env._(
                    "An agreement that was sent for signature stays on record: "
                    "withdraw it instead of deleting it."
                )
            )

    @api.model
    def _with_defaults(self, vals):
        internship = self.env["hr.internship"].browse(vals.get("internship_id"))
        template = self.env["hr.internship.agreement.template"].browse(
            vals.get("template_id")
        ) or self.env["hr.internship.agreement.template"]._find_for(
            internship, vals.get("kind") or "individual"
        )
        if not template:
            raise UserError(
                self.env._(
                    "There is no agreement template yet: ask an administrator to add "
                    "one under Configuration."
                )
            )
        company = internship.company_id
        defaults = {
            "template_id": template.id,
            "title": template.title,
            "school_signatory_id": internship.supervisor_id.id,
            "organisation_signatory_id": company.internship_signatory_id.id
            or internship.coordinator_id.id,
        }
        return {**defaults, **vals}

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {"name", "title", "state", "lang"}

    def action_preview(self):
        """Show the PDF as it would be sent."""
        return self.env.ref(
            "stage_management.hr_internship_agreement_report"
        ).report_action(self, config=False)

    def action_open_request(self):
        """Open who has signed and who has not."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship.signature.request",
            "res_id": self.request_id.id,
            "view_mode": "form",
        }

    def action_redraw(self):
        """Draw up a new agreement after a refusal or a withdrawal."""
        self.ensure_one()
        return self.internship_id.action_draw_up_agreement()

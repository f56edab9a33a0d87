# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is agreed on and signed: with a school in general, or for one internship."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

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
    the PDF is frozen in a signature request, whose state the agreement follows. A
    framework agreement is with a school and has no internship.
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
        "hr.internship", index="btree_not_null", ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company",
        compute="_compute_company_id",
        store=True,
        readonly=False,
        precompute=True,
        compute_sudo=True,
        index=True,
    )
    partner_id = fields.Many2one(
        related="internship_id.partner_id", string="Intern", store=True, index=True
    )
    school_id = fields.Many2one(
        "res.partner",
        compute="_compute_school_id",
        store=True,
        readonly=False,
        precompute=True,
        compute_sudo=True,
        index="btree_not_null",
        ondelete="restrict",
        domain="[('is_school', '=', True)]",
    )
    template_id = fields.Many2one(
        "hr.internship.agreement.template",
        ondelete="restrict",
        domain="[('kind', '=', kind), ('company_id', 'in', (company_id, False))]",
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

    @api.depends("internship_id.name", "title", "kind", "school_id.name")
    def _compute_name(self):
        for agreement in self:
            # sudo: the name says with which school, who reads the agreement may know
            about = agreement.internship_id.name or agreement.sudo().school_id.name
            parts = (agreement.title, about)
            agreement.name = " ".join(part for part in parts if part)

    @api.depends("internship_id.company_id")
    def _compute_company_id(self):
        for agreement in self:
            agreement.company_id = (
                agreement.internship_id.company_id
                or agreement.company_id
                or self.env.company
            )

    @api.depends("internship_id.school_id")
    def _compute_school_id(self):
        for agreement in self:
            agreement.school_id = (
                agreement.internship_id.school_id or agreement.school_id
            )

    @api.depends("request_id.state")
    def _compute_state(self):
        for agreement in self:
            # sudo: everyone who may read the agreement may know how far it is.
            state = agreement.sudo().request_id.state
            agreement.state = _STATE_OF_REQUEST.get(state, "draft")

    @api.constrains("kind", "internship_id", "school_id")
    def _check_what_it_is_about(self):
        for agreement in self:
            if agreement.kind == "framework":
                if agreement.internship_id or not agreement.school_id:
                    raise ValidationError(
                        self.env._(
                            "A framework agreement is made with a school: choose the "
                            "school, and no internship."
                        )
                    )
            elif not agreement.internship_id:
                raise ValidationError(
                    self.env._("Choose the internship that this agreement is about.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        agreements = super().create([self._with_defaults(dict(v)) for v in vals_list])
        agreements.filtered(lambda a: a.template_id and not a.body).action_fill()
        agreements.organisation_signatory_id._sync_contributors()
        return agreements

    def write(self, vals):
        fixed = self._fixed_fields() & set(vals)
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

    @api.model
    def _fixed_fields(self):
        """What does not change any more once the agreement was sent."""
        return {
            "body",
            "title",
            "template_id",
            "internship_id",
            "kind",
            "school_id",
            "company_id",
        }

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
        """The values of a new agreement, with what was not given."""
        internship = self.env["hr.internship"].browse(vals.get("internship_id"))
        defaults = self._template_defaults(vals, internship)
        company = internship.company_id or self.env["res.company"].browse(
            vals.get("company_id") or self.env.company.id
        )
        defaults["organisation_signatory_id"] = (
            company.internship_signatory_id or internship.coordinator_id
        ).id
        if internship:
            defaults["school_signatory_id"] = internship.supervisor_id.id
        return {**defaults, **vals}

    @api.model
    def _template_defaults(self, vals, internship):
        """Template and title of a new agreement."""
        Template = self.env["hr.internship.agreement.template"]
        template = Template.browse(vals.get("template_id")) or Template._find_for(
            internship,
            vals.get("kind") or "individual",
            school=self.env["res.partner"].browse(vals.get("school_id")),
        )
        if not template:
            raise UserError(
                self.env._(
                    "There is no agreement template yet: ask an administrator to add "
                    "one under Configuration."
                )
            )
        return {"template_id": template.id, "title": template.title}

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

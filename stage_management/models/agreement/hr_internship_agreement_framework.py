# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Framework agreements: what holds for all interns of a school."""

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import format_date

SOON = 3  # months


class HrInternshipAgreement(models.Model):
    """Validity follows from stored days and the day of today, not from a cron."""

    _inherit = "hr.internship.agreement"

    date_from = fields.Date(string="In Force From")
    date_to = fields.Date(string="In Force Until")
    is_tacit = fields.Boolean(
        string="Renewed Tacitly",
        help="By a year each time, unless somebody gives notice.",
    )
    notice_months = fields.Integer(string="Notice in Months", default=3)
    notice_before = fields.Date(
        string="Give Notice Before",
        compute="_compute_notice_before",
        help="Later, it is renewed for another year.",
    )
    terminated_on = fields.Date(copy=False, tracking=True)
    termination_reason = fields.Char(copy=False)
    in_force_until = fields.Date(
        string="Ends On",
        compute="_compute_in_force_until",
        store=True,
        index="btree_not_null",
        help="Empty: it goes on until somebody gives notice.",
    )
    validity = fields.Selection(
        [
            ("not_signed", "Not signed"),
            ("coming", "Not yet in force"),
            ("in_force", "In force"),
            ("ending", "Ends within 3 months"),
            ("over", "No longer in force"),
        ],
        compute="_compute_validity",
        search="_search_validity",
    )
    insurer = fields.Char(string="Insurer of the School")
    policy_number = fields.Char()
    insured_until = fields.Date()
    contact_ids = fields.Many2many(
        "res.partner",
        "hr_internship_agreement_contact_rel",
        string="Contacts at the School",
        domain="[('parent_id', '=', school_id)]",
    )
    programme_ids = fields.Many2many(
        "hr.study.programme",
        "hr_internship_agreement_programme_rel",
        string="Programmes Covered",
        domain="[('school_id', '=', school_id)]",
        help="Empty: all programmes of the school.",
    )
    reporting_frequency = fields.Selection(
        [
            ("none", "No reports"),
            ("internship", "After each internship"),
            ("semester", "Each semester"),
            ("year", "Each year"),
        ],
        string="Reports to the School",
        default="none",
    )
    reporting_partner_id = fields.Many2one(
        "res.partner",
        string="Reports Go To",
        ondelete="restrict",
        domain="[('parent_id', '=', school_id)]",
    )
    reporting_duties = fields.Text(string="What Is Reported")
    renewed_from_id = fields.Many2one(
        "hr.internship.agreement",
        string="Renews",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        copy=False,
    )
    renewal_ids = fields.One2many(
        "hr.internship.agreement", "renewed_from_id", string="Renewals"
    )

    _framework_dates_check = models.Constraint(
        "CHECK(date_to IS NULL OR date_from IS NULL OR date_to >= date_from)",
        "The agreement ends before it is in force: check the dates.",
    )
    _notice_check = models.Constraint(
        "CHECK(notice_months IS NULL OR notice_months >= 0)",
        "A period of notice can't be negative.",
    )

    @api.depends("kind", "date_to", "is_tacit", "terminated_on")
    def _compute_in_force_until(self):
        for agreement in self:
            end = False if agreement.is_tacit else agreement.date_to
            is_framework = agreement.kind == "framework"
            agreement.in_force_until = is_framework and (agreement.terminated_on or end)

    @api.depends("date_to", "is_tacit", "notice_months", "terminated_on")
    def _compute_notice_before(self):
        today = fields.Date.context_today(self)
        for agreement in self:
            agreement.notice_before = False
            end = agreement.date_to
            if not end or not agreement.is_tacit or agreement.terminated_on:
                continue
            notice = relativedelta(months=agreement.notice_months)
            years = max(0, today.year - end.year - 1)
            day = end + relativedelta(years=years)
            while day - notice < today:
                years += 1
                day = end + relativedelta(years=years)
            agreement.notice_before = day - notice

    @api.depends("kind", "state", "date_from", "in_force_until")
    def _compute_validity(self):
        today = fields.Date.context_today(self)
        soon = today + relativedelta(months=SOON)
        for agreement in self:
            until = agreement.in_force_until
            if agreement.kind != "framework":
                agreement.validity = False
            elif agreement.state != "signed":
                agreement.validity = "not_signed"
            elif until and until < today:
                agreement.validity = "over"
            elif agreement.date_from and agreement.date_from > today:
                agreement.validity = "coming"
            else:
                agreement.validity = "ending" if until and until <= soon else "in_force"

    def _search_validity(self, operator, value):
        if operator != "in":
            return NotImplemented
        signed = Domain("state", "=", "signed")
        over = Domain("in_force_until", "<", "today")
        begun = Domain("date_from", "=", False) | Domain("date_from", "<=", "today")
        soon = Domain("in_force_until", "<=", f"today +{SOON}m")
        going = signed & begun
        domains = {
            "not_signed": ~signed,
            "over": signed & over,
            "coming": signed
            & Domain("date_from", ">", "today")
            & (Domain("in_force_until", "=", False) | ~over),
            "ending": going & soon & Domain("in_force_until", ">=", "today"),
            "in_force": going
            & (
                Domain("in_force_until", "=", False)
                | Domain("in_force_until", ">", f"today +{SOON}m")
            ),
        }
        wanted = [domains[name] for name in value if name in domains]
        return Domain("kind", "=", "framework") & Domain.OR(wanted)

    @api.constrains("terminated_on", "termination_reason", "date_from")
    def _check_termination(self):
        for agreement in self.filtered("terminated_on"):
            if not (agreement.termination_reason or "").strip():
                raise ValidationError(
                    self.env._("Say why the framework agreement is terminated.")
                )
            if agreement.date_from and agreement.terminated_on < agreement.date_from:
                raise ValidationError(
                    self.env._("It can't be terminated before it is in force.")
                )

    @api.model
    def _fixed_fields(self):
        return super()._fixed_fields() | {
            "date_from",
            "date_to",
            "is_tacit",
            "notice_months",
            "programme_ids",
        }

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        if values.get("kind") == "framework" and not values.get("template_id"):
            school = self.env["res.partner"].browse(values.get("school_id"))
            template = self.env["hr.internship.agreement.template"]._find_for(
                self.env["hr.internship"], "framework", school=school
            )
            signatory = self.env.company.internship_signatory_id
            values |= {
                "template_id": template.id,
                "title": template.title,
                "organisation_signatory_id": signatory.id,
            }
        return values

    @api.onchange("school_id")
    def _onchange_school_id(self):
        """The text is in the language of the school, unless chosen otherwise."""
        if self.kind != "framework" or not self.school_id or self.body:
            return
        template = self.template_id._find_for(
            self.internship_id, "framework", school=self.school_id
        )
        self.template_id = template or self.template_id
        insurance = self.school_id.internship_insurance_ids[:1]
        self.insurer = self.insurer or insurance.insurer
        self.policy_number = self.policy_number or insurance.policy_number
        self.insured_until = self.insured_until or insurance.date_to

    @api.onchange("template_id")
    def _onchange_template_id(self):
        if self.template_id:
            self.title = self.template_id.title

    def action_renew(self):
        """Draw up the next framework agreement from this one, and open it.

        :raise UserError: for one that was never signed
        """
        self.ensure_one()
        if self.kind != "framework" or self.state != "signed":
            raise UserError(
                self.env._("Only a framework agreement that was signed is renewed.")
            )
        renewal = self.renewal_ids.filtered(
            lambda a: a.state in ("draft", "to_sign", "signed")
        )[:1]
        if not renewal:
            renewal = self.copy(self._prepare_renewal())
        return renewal._open_framework()

    def _prepare_renewal(self):
        """The values of the next agreement: it begins when this one ends."""
        values = {"renewed_from_id": self.id, "body": False, "second_body": False}
        end = self.in_force_until or self.date_to
        if not end:
            return values
        start = end + relativedelta(days=1)
        values["date_from"] = start
        if self.date_to and self.date_from:
            length = relativedelta(self.date_to + relativedelta(days=1), self.date_from)
            values["date_to"] = start + length - relativedelta(days=1)
        return values

    def action_redraw(self):
        self.ensure_one()
        if self.kind != "framework":
            return super().action_redraw()
        return self.copy()._open_framework()

    def _open_framework(self):
        self.ensure_one()
        view = self.env.ref("stage_management.hr_internship_framework_view_form")
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(view.id, "form")],
        }

    def _period_sentence(self):
        """From when until when it is in force, in words."""
        self.ensure_one()
        start = format_date(self.env, self.date_from)
        end = format_date(self.env, self.in_force_until)
        if end:
            return self.env._(
                "in force from %(start)s until %(end)s", start=start, end=end
            )
        return self.env._("in force since %(start)s", start=start)

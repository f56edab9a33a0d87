# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who may sign for the organisation, and by which decision."""

from dataclasses import dataclass
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from .hr_internship_signature_request import DOCUMENT_KINDS

RECENT_DAYS = 14  # a cron may stand still for some time


@dataclass(frozen=True)
class Power:
    """By which decision somebody signs; ``in_place_of`` names an absent delegate."""

    source: str
    in_place_of: str = ""


class HrInternshipDelegation(models.Model):
    """A decision that lets a colleague sign, from a day to a day.

    It is looked up when somebody signs. An act copies the name of the decision, so
    that it stays as it was when the decision ends or is corrected.
    """

    _name = "hr.internship.delegation"
    _description = "Power to Sign"
    _inherit = ["hr.internship.file.mixin"]
    _order = "date_from desc, id desc"

    _file_fields = {"file": "file_name"}

    user_id = fields.Many2one(
        "res.users",
        "Delegate",
        required=True,
        ondelete="restrict",
        index=True,
        domain="[('share', '=', False)]",
    )
    substitute_id = fields.Many2one(
        "res.users",
        ondelete="restrict",
        index="btree_not_null",
        domain="[('share', '=', False)]",
        help="Signs in the place of the delegate who is absent.",
    )
    company_id = fields.Many2one(
        "res.company",
        index=True,
        default=lambda self: self.env.company,
        help="Empty for all companies.",
    )
    department_ids = fields.Many2many(
        "hr.department",
        domain="[('company_id', 'in', [company_id, False])]",
        help="With all that is below them. Empty for all departments.",
    )
    signs_framework = fields.Boolean("Framework Agreements", default=True)
    signs_individual = fields.Boolean("Internship Agreements", default=True)
    signs_amendment = fields.Boolean("Amendments", default=True)
    signs_document = fields.Boolean("Other Documents", default=True)
    kinds = fields.Char("May Sign", compute="_compute_kinds")
    date_from = fields.Date(
        "From", required=True, default=lambda self: fields.Date.context_today(self)
    )
    date_to = fields.Date("Until")
    source = fields.Char(
        "Decision",
        required=True,
        help="As it is named under a signature, e.g. Delegation decision of 12 January"
        " 2026, article 4.",
    )
    file = fields.Binary("Text of the Decision", attachment=True)
    file_name = fields.Char()
    active = fields.Boolean(default=True)

    _dates_check = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The last day of a power to sign precedes its first day.",
    )
    _order_idx = models.Index("(date_from DESC, id DESC)")

    @api.depends("user_id", "source")
    def _compute_display_name(self):
        for delegation in self:
            parts = (delegation.user_id.name, delegation.source)
            delegation.display_name = ", ".join(part for part in parts if part)

    @api.depends(*(f"signs_{kind}" for kind, _label in DOCUMENT_KINDS))
    def _compute_kinds(self):
        names = [f"signs_{kind}" for kind, _label in DOCUMENT_KINDS]
        labels = {
            name: field["string"] for name, field in self.fields_get(names).items()
        }
        for delegation in self:
            signed = [labels[name] for name in names if delegation[name]]
            is_all = len(signed) == len(names)
            delegation.kinds = (
                self.env._("All documents") if is_all else ", ".join(signed)
            )

    @api.constrains("user_id", "substitute_id")
    def _check_people(self):
        for delegation in self:
            if delegation.user_id == delegation.substitute_id:
                raise ValidationError(
                    self.env._(
                        "%(name)s can not be the own substitute: choose somebody else.",
                        name=delegation.user_id.name,
                    )
                )
            # sudo: only whether they are colleagues
            outsiders = (delegation.user_id | delegation.substitute_id).sudo()
            for outsider in outsiders.filtered("share"):
                raise ValidationError(
                    self.env._(
                        "%(name)s is no colleague: choose a user of the organisation.",
                        name=outsider.name,
                    )
                )

    @api.constrains(*(f"signs_{kind}" for kind, _label in DOCUMENT_KINDS))
    def _check_kinds(self):
        for delegation in self:
            if not any(
                delegation._covers_kind(kind) for kind, _label in DOCUMENT_KINDS
            ):
                raise ValidationError(
                    self.env._("Tick at least one kind of document to sign.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        delegations = super().create(vals_list)
        delegations._after_change()
        return delegations

    def write(self, vals):
        before = self.user_id
        result = super().write(vals)
        self._after_change(before)
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        today = fields.Date.context_today(self)
        if any(delegation.date_from <= today for delegation in self):
            raise UserError(
                self.env._(
                    "A power that was in force stays on record: fill in its last day"
                    " instead of deleting it."
                )
            )

    def _after_change(self, before=None):
        """Let delegates and substitutes in, and out again."""
        people = self.user_id | self.substitute_id
        people._sync_contributors()
        users = self.user_id | before if before else self.user_id
        # sudo: who keeps the powers sees no documents
        self.env["hr.internship.signatory"].sudo().search(
            [
                ("state", "=", "to_sign"),
                ("role", "=", "organisation"),
                ("partner_id", "in", users.partner_id.ids),
            ]
        )._refresh_substitutes()

    @api.model
    def _refresh_recent(self):
        """Let substitutes in and out whose powers began or ended of late."""
        today = fields.Date.today()
        days = (today - timedelta(days=RECENT_DAYS), today)
        recent = Domain("date_from", ">=", days[0]) & Domain("date_from", "<=", days[1])
        recent |= Domain("date_to", ">=", days[0]) & Domain("date_to", "<=", days[1])
        self.search(recent)._after_change()

    def _covers_kind(self, kind):
        self.ensure_one()
        name = f"signs_{kind}"
        return bool(self[name if name in self._fields else "signs_document"])

    def _covers_department(self, department):
        """Whether these departments, or those above them, hold ``department``."""
        self.ensure_one()
        if not self.department_ids:
            return True
        above = {
            int(part) for part in (department.parent_path or "").split("/") if part
        }
        return bool(above & set(self.department_ids.ids))

    @api.model
    def _find_for(self, company, kind, department, day=None, is_ahead=False):
        """Return the delegations that let somebody sign such a document on a day.

        :param is_ahead: also those that begin after that day
        """
        day = day or fields.Date.context_today(self)
        domain = Domain("company_id", "in", [company.id, False])
        domain &= Domain("date_to", "=", False) | Domain("date_to", ">=", day)
        if not is_ahead:
            domain &= Domain("date_from", "<=", day)
        # sudo: the powers are no secret, and decide what somebody else may do
        return (
            self.sudo()
            .search(domain)
            .filtered(
                lambda delegation: (
                    delegation._covers_kind(kind)
                    and delegation._covers_department(department)
                )
            )
        )

    @api.model
    def _is_kept_for(self, company):
        """Whether the powers of a company are recorded; else anybody asked signs."""
        # sudo: see _find_for
        return bool(
            self.sudo().search_count([("company_id", "in", [company.id, False])], 1)
        )

    @api.private
    def _get_power(self, partner, asked):
        """Return the :class:`Power` by which ``partner`` signs for ``asked``, or None.

        :param asked: the person who was asked to sign; the same one, or an absent
            delegate whose substitute ``partner`` is
        """
        if partner == asked:
            own = self.filtered(lambda d: d.user_id.partner_id == partner)
            if own:
                return Power(own[0].source)
        others = self.filtered(lambda d: d.substitute_id.partner_id == partner)
        if partner != asked:
            others = others.filtered(lambda d: d.user_id.partner_id == asked)
        return Power(others[0].source, others[0].user_id.name) if others else None

    @api.model
    @api.private
    def _get_default_signatory(self, company, kind, department, preferred=None):
        """Return the user who signs such documents today; none when nobody may.

        :param preferred: user to take when this one has the power
        """
        users = self._find_for(company, kind, department).user_id
        users = users.filtered("active")
        return preferred if preferred and preferred in users else users[:1]

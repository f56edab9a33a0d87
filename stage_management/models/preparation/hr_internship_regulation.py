# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The internship regulations, version by version."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ...tools.periods import overlap

# a copy comes into force after so many days
DAYS_TO_WRITE = 30


class HrInternshipRegulation(models.Model):
    """What intern and organisation commit to, and when an internship can be stopped.

    A version that somebody signed keeps its wording: what changes is a new version.
    Source: toolbox A4.
    """

    _name = "hr.internship.regulation"
    _description = "Internship Regulations"
    _order = "date_from desc, id desc"
    _check_company_auto = True

    name = fields.Char(string="Version", required=True, copy=False)
    company_id = fields.Many2one("res.company", index=True)
    date_from = fields.Date(
        string="In Force From",
        required=True,
        copy=False,
        default=fields.Date.context_today,
    )
    date_until = fields.Date(string="In Force Until", copy=False)
    text_ids = fields.One2many(
        "hr.internship.regulation.text", "regulation_id", string="Texts", copy=True
    )
    end_clause_ids = fields.One2many(
        "hr.internship.regulation.end.clause",
        "regulation_id",
        string="When an Internship Can Be Stopped",
        copy=True,
    )
    document_ids = fields.One2many("hr.internship.document", "regulation_id")
    is_in_force = fields.Boolean(
        string="In Force",
        compute="_compute_is_in_force",
        search="_search_is_in_force",
    )
    active = fields.Boolean(default=True)

    _order_idx = models.Index("(date_from DESC, id DESC)")
    _dates_check = models.Constraint(
        "CHECK(date_until IS NULL OR date_until >= date_from)",
        "The regulations end before they come into force: check the dates.",
    )

    @api.depends("date_from", "date_until")
    def _compute_is_in_force(self):
        today = fields.Date.context_today(self)
        for version in self:
            has_begun = bool(version.date_from) and version.date_from <= today
            version.is_in_force = has_begun and (
                not version.date_until or version.date_until >= today
            )

    def _search_is_in_force(self, operator, value):
        if operator != "in":
            return NotImplemented
        going = Domain("date_until", "=", False) | Domain("date_until", ">=", "today")
        return Domain("date_from", "<=", "today") & going

    @api.constrains("date_from", "date_until", "company_id", "active")
    def _check_one_at_a_time(self):
        for version in self.filtered("active"):
            others = self.search([("company_id", "=", version.company_id.id)]) - version
            period = (version.date_from, version.date_until or None)
            for other in others:
                if overlap(period, (other.date_from, other.date_until or None)):
                    raise ValidationError(
                        self.env._(
                            "Version %(name)s is in force in the same period: let it "
                            "end before this one begins.",
                            name=other.name,
                        )
                    )

    def write(self, vals):
        if {"text_ids", "end_clause_ids"} & set(vals):
            self._check_not_signed()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_signed(self):
        self._check_not_signed()

    def _check_not_signed(self):
        """Refuse to change what interns read and signed."""
        # sudo: interns of every company count
        for version in self.sudo():
            if version.document_ids.request_id or version.acknowledgement_ids:
                raise UserError(
                    self.env._(
                        "Interns were asked to sign version %(name)s, which keeps its "
                        "wording: duplicate it and change the new version.",
                        name=version.name,
                    )
                )

    @api.model
    def _find_for(self, company):
        """The version in force today: the company's own before a common one."""
        versions = self.search(
            [("is_in_force", "=", True), ("company_id", "in", (company.id, False))]
        )
        return (versions.filtered("company_id") or versions)[:1]

    def _get_text(self, lang):
        """The text in that language, else in the first one that there is."""
        self.ensure_one()
        iso = (lang or "")[:2]
        same = self.text_ids.filtered(lambda text: text.lang == iso)
        return (same or self.text_ids)[:1]

    def copy_data(self, default=None):
        """A new version leaves some weeks to write it."""
        data = super().copy_data(default)
        for version, vals in zip(self, data, strict=True):
            vals.setdefault("name", self.env._("%(name)s (new)", name=version.name))
            start = version.date_until or fields.Date.context_today(self)
            vals.setdefault("date_from", fields.Date.add(start, days=1))
        return data

    def copy(self, default=None):
        """The version that is copied ends on the day before the new one."""
        today = fields.Date.context_today(self)
        for version in self.filtered(lambda version: not version.date_until):
            end = fields.Date.add(today, days=DAYS_TO_WRITE)
            version.date_until = max(end, version.date_from)
        return super().copy(default)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One change of an amendment."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...tools.amendments import CHANGE_KINDS, NEEDS
from ..signing.write_guard import is_unlocked, unlock


class HrInternshipAmendmentChange(models.Model):
    """What changes, and into what.

    What was agreed before, and the names of what comes, are kept from the moment the
    amendment is sent: they stay readable when people and departments change.
    """

    _name = "hr.internship.amendment.change"
    _description = "Change by an Amendment"
    _inherit = ["hr.mixin"]
    _order = "agreement_id, id"
    _rec_name = "kind"
    _check_company_auto = True

    agreement_id = fields.Many2one(
        "hr.internship.agreement",
        string="Amendment",
        required=True,
        index=True,
        ondelete="cascade",
    )
    internship_id = fields.Many2one(
        related="agreement_id.internship_id", store=True, index=True, precompute=True
    )
    company_id = fields.Many2one(
        related="agreement_id.company_id", store=True, index=True, precompute=True
    )
    state = fields.Selection(related="agreement_id.state")
    kind = fields.Selection(CHANGE_KINDS, string="What Changes", required=True)
    date_from = fields.Date(string="From")
    date_to = fields.Date(string="Last Day")
    employee_id = fields.Many2one(
        "hr.employee", string="Who", ondelete="restrict", index="btree_not_null"
    )
    department_id = fields.Many2one(
        "hr.department",
        ondelete="restrict",
        index="btree_not_null",
        check_company=True,
    )
    place_id = fields.Many2one(
        "hr.internship.place",
        ondelete="restrict",
        index="btree_not_null",
        check_company=True,
    )
    resource_calendar_id = fields.Many2one(
        "resource.calendar", string="Working Schedule", ondelete="restrict"
    )
    reason = fields.Text()
    ended_by = fields.Selection(
        selection=lambda self: (
            self.env["hr.internship"]
            ._fields["ended_by"]
            ._description_selection(self.env)
        ),
        string="Asked By",
    )
    old_day = fields.Date(copy=False, readonly=True)
    old_name = fields.Char(copy=False, readonly=True)
    new_name = fields.Char(copy=False, readonly=True)
    before = fields.Char(compute="_compute_before_after")
    after = fields.Char(compute="_compute_before_after")

    @api.depends(
        "kind", "date_from", "date_to", "employee_id", "department_id", "place_id",
        "resource_calendar_id", "state", "agreement_id.effective_date",
    )  # fmt: skip
    @api.depends_context("lang")
    def _compute_before_after(self):
        for change in self:
            # sudo: who may read the amendment may know what it says
            words = change.sudo()
            change.before = words._describe_before(words._format_short)
            change.after = words._describe_after(words._format_short)

    @api.model_create_multi
    def create(self, vals_list):
        changes = super().create([self._only_needed(vals) for vals in vals_list])
        changes._check_draft()
        changes.agreement_id._refresh_text()
        return changes

    def write(self, vals):
        self._check_draft()
        result = super().write(vals)
        if not is_unlocked(self):
            self.agreement_id._refresh_text()
        return result

    def unlink(self):
        agreements = self.agreement_id
        result = super().unlink()
        agreements.exists()._refresh_text()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        self._check_draft()

    def _check_draft(self):
        if any(change.agreement_id.state != "draft" for change in self):
            raise UserError(
                self.env._(
                    "This amendment was sent for signature and stays as it is: "
                    "withdraw it and draw up a new one."
                )
            )

    @api.model
    def _only_needed(self, vals):
        """Leave out what was entered for another kind before it was chosen."""
        needed = NEEDS.get(vals.get("kind"))
        values = {name for names in NEEDS.values() for name in names} - {"reason"}
        if not needed:
            return vals
        return {k: v for k, v in vals.items() if k not in values or k in needed}

    def _get_new_record(self):
        """The new mentor, department, place or schedule; empty for dates."""
        self.ensure_one()
        name = NEEDS[self.kind][-1] if self.kind else "date_to"
        return self.browse() if name == "date_to" else self[name]

    def _format_short(self, day):
        return format_date(self.env, day)

    def _describe_before(self, format_day):
        """What was agreed, in words; dates as ``format_day`` writes them."""
        self.ensure_one()
        day, name = self.old_day, self.old_name
        if self.state == "draft":
            day, name = self._get_agreed()
        return (day and format_day(day)) or name or "–"

    def _describe_after(self, format_day):
        """What will hold, in words; dates as ``format_day`` writes them."""
        self.ensure_one()
        if self.kind == "suspend":
            days = (self.date_from, self.date_to)
            return " – ".join(format_day(day) if day else "…" for day in days)
        if self.date_to:
            return format_day(self.date_to)
        record = self._get_new_record()
        return self.new_name or record.display_name or "…"

    def _get_agreed(self):
        """What holds by the agreements on the effective date: ``(day, name)``."""
        self.ensure_one()
        if not self.kind or self.kind == "suspend":
            return False, False
        if "date_to" in NEEDS[self.kind]:
            return self.internship_id.date_end, False
        agreed = self.agreement_id._get_agreed_record(self.kind)
        return False, agreed.display_name

    def _keep_names(self):
        """Keep what the change says, in the moment the amendment is sent."""
        for change in self:
            day, name = change._get_agreed()
            new = change._get_new_record().display_name
            vals = {"old_day": day, "old_name": name, "new_name": new}
            unlock(change).write(vals)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What was agreed: the facts that an agreement fixes when it is sent."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Date

from ...tools.amendments import NEEDS, TERM_FIELDS
from ..signing.write_guard import is_unlocked, unlock

# written by named methods only
KEPT = {"agreed_facts", "amendment_number", "noted_partner_ids", "applied_on"}


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    agreed_facts = fields.Json(copy=False, readonly=True)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_kept(KEPT & set(vals))
        return super().create(vals_list)

    def write(self, vals):
        self._check_kept(KEPT & set(vals))
        result = super().write(vals)
        if vals.get("request_id"):
            self._keep_facts()
        return result

    def _check_kept(self, names):
        if names and not is_unlocked(self):
            raise UserError(
                self.env._(
                    "What was agreed and carried out is kept by signing, not by hand: "
                    "%(names)s.",
                    names=", ".join(sorted(names)),
                )
            )

    def _keep_facts(self):
        """Keep beside the frozen text what it says, to compare amendments with."""
        for agreement in self:
            if agreement.kind == "individual":
                facts = agreement._get_present_facts()
                unlock(agreement).write({"agreed_facts": facts})
            elif agreement.kind == "amendment":
                agreement.change_ids._keep_names()
                agreement._keep_parties()

    def _get_present_facts(self):
        """``{kind of change: id}`` of what the internship says before its first day."""
        self.ensure_one()
        # sudo: schedules and employees, of which only the ids are kept
        case = self.sudo().internship_id
        facts = {kind: case[name].id for kind, name in TERM_FIELDS.items()}
        end = case.date_end and Date.to_string(case.date_end)
        return {**facts, "place": case.place_id.id, "end": end}

    def _get_agreed_record(self, kind):
        """What holds by the signed agreements on the effective date of this amendment.

        A handover may have brought another mentor meanwhile: that was not agreed.

        :returns: an employee, a department, a place or a schedule
        """
        self.ensure_one()
        # sudo: who draws the amendment up may know what was agreed
        amendment = self.sudo()
        day = amendment.effective_date or Date.context_today(self)
        earlier = amendment.amended_id._get_signed_amendments().filtered(
            lambda other: other != amendment and other.effective_date <= day
        )
        changes = earlier.change_ids.filtered(lambda change: change.kind == kind)
        if changes:
            last = changes.sorted(lambda c: c.agreement_id.amendment_number)[-1]
            return last._get_new_record()
        return amendment._get_first_record(kind, day)

    def _get_first_record(self, kind, day):
        """What the amended agreement said; for an older one, what its term says."""
        facts = self.amended_id.agreed_facts or {}
        field = self.env["hr.internship.amendment.change"]._fields[NEEDS[kind][-1]]
        records = self.env[field.comodel_name].with_context(active_test=False)
        if kind in facts:
            return records.browse(facts[kind] or ()).exists()
        case = self.internship_id
        if kind == "place":
            return case.place_id
        term = case.term_ids._in_force_on(day)
        return term[TERM_FIELDS[kind]]

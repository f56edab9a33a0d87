# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Terms follow from an agreement once it is sent."""

from odoo import fields, models

from ..signing.write_guard import is_unlocked, unlock


class HrInternshipTerm(models.Model):
    _inherit = "hr.internship.term"

    agreement_id = fields.Many2one(
        "hr.internship.agreement",
        string="Agreed In",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        copy=False,
    )

    def _fix_by_agreement(self, agreement):
        """Note which agreement these terms follow from."""
        unlock(self).write({"agreement_id": agreement.id})

    def _get_part_values(self):
        """A part follows from the same agreement as the whole."""
        return {**super()._get_part_values(), "agreement_id": self.agreement_id.id}

    def _get_change_blockers(self):
        blockers = super()._get_change_blockers()
        if is_unlocked(self):
            return blockers
        for term in self:
            agreements = term.internship_id.agreement_ids
            if agreements.filtered(lambda agreement: agreement.state == "to_sign"):
                blockers[term.id].append(
                    self.env._(
                        "The agreement is being signed: withdraw it before you change "
                        "dates, hours, mentor, backup or department."
                    )
                )
            elif agreements.filtered(lambda agreement: agreement.state == "signed"):
                blockers[term.id].append(
                    self.env._(
                        "The agreement is signed: dates, hours, mentor, backup and "
                        "department change by an amendment only. Press “Draw Up an "
                        "Amendment” on the internship."
                    )
                )
        return blockers

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An agreement names the mentor: a handover has to do with it."""

from odoo import models


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_handover_blockers(self):
        blockers = super()._get_handover_blockers()
        for internship in self:
            if "to_sign" in internship.agreement_ids.mapped("state"):
                blockers[internship.id].append(
                    self.env._(
                        "The agreement that is being signed names the present mentor: "
                        "withdraw it first."
                    )
                )
        return blockers

    def _get_handover_notes(self):
        notes = super()._get_handover_notes()
        for internship in self:
            if "signed" in internship.agreement_ids.mapped("state"):
                notes[internship.id].append(
                    self.env._(
                        "The signed agreement names the earlier mentor: it needs an "
                        "amendment. Press “Draw Up an Amendment” on the internship."
                    )
                )
        return notes

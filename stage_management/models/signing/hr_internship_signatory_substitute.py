# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who may sign in the place of a colleague who is absent."""

from odoo import fields, models

from .write_guard import unlock


class HrInternshipSignatory(models.Model):
    """Stored, because record rules decide by it what a substitute may read.

    Whether the power is in force is asked again when the substitute signs.
    """

    _inherit = "hr.internship.signatory"

    substitute_id = fields.Many2one(
        "res.users", readonly=True, ondelete="restrict", index="btree_not_null"
    )
    substitute_asked_on = fields.Datetime(readonly=True)

    def _refresh_substitutes(self):
        """Bring in the substitutes of those who are asked to sign now."""
        for signatory in self.filtered(lambda s: s.role == "organisation"):
            request = signatory.request_id
            delegations = request._find_delegations().filtered(
                lambda d, person=signatory.partner_id: (
                    d.user_id.partner_id == person and d.substitute_id.active
                )
            )
            substitute = delegations.substitute_id[:1]
            if substitute != signatory.substitute_id:
                unlock(signatory).write(
                    {"substitute_id": substitute.id, "substitute_asked_on": False}
                )

    def _protected_fields(self):
        return super()._protected_fields() | {"substitute_id", "substitute_asked_on"}

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One thing that a checklist asks for."""

from odoo import fields, models

from ...tools.checklists import BLOCKED_STATES, MOMENTS, RESPONSIBLES

# what a line of an internship takes over from its item
COPIED_FIELDS = ("sequence", "responsible", "moment", "day_offset", "blocks")


class HrInternshipChecklistItem(models.Model):
    """Who does what, how many days before or after which moment."""

    _name = "hr.internship.checklist.item"
    _description = "Item of an Internship Checklist"
    _order = "checklist_id, sequence, id"

    checklist_id = fields.Many2one(
        "hr.internship.checklist", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(string="What", required=True, translate=True)
    responsible = fields.Selection(
        RESPONSIBLES, string="Who", required=True, default="coordinator"
    )
    service_id = fields.Many2one(
        "hr.internship.service", ondelete="restrict", index="btree_not_null"
    )
    day_offset = fields.Integer(string="Days", help="Negative: days before.")
    moment = fields.Selection(MOMENTS, string="From", required=True, default="start")
    blocks = fields.Selection(
        BLOCKED_STATES, help="What is not possible while this is still to be done."
    )
    needs_proof = fields.Boolean(
        help="Nobody can say that it is done without a file that shows it."
    )

    _service_check = models.Constraint(
        "CHECK(responsible != 'service' OR service_id IS NOT NULL)",
        "Choose the service that does it.",
    )
    _order_idx = models.Index("(checklist_id, sequence, id)")

    def _get_line_vals(self):
        """Values of a line that does what this item asks."""
        self.ensure_one()
        return {
            "item_id": self.id,
            "checklist_id": self.checklist_id.id,
            "kind": self.checklist_id.kind,
            "name": self.name,
            "service_id": self.service_id.id,
            "needs_proof": self.needs_proof,
            **{name: self[name] for name in COPIED_FIELDS},
        }

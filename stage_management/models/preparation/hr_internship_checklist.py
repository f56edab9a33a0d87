# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Checklists as an organisation wants them."""

from odoo import fields, models
from odoo.fields import Domain

from ...tools.checklists import CHECKLIST_KINDS


class HrInternshipChecklist(models.Model):
    """What has to be arranged for an intern: the model of the lines of each.

    An internship gets its lines when its preparation starts. A checklist that is
    changed afterwards changes no line that an internship has already.
    """

    _name = "hr.internship.checklist"
    _description = "Internship Checklist"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    kind = fields.Selection(CHECKLIST_KINDS, required=True, default="logistics")
    sequence = fields.Integer(default=10)
    type_ids = fields.Many2many(
        "hr.internship.type",
        string="Types of Internship",
        help="Leave it empty to use the checklist for all types.",
    )
    company_id = fields.Many2one("res.company", index=True)
    item_ids = fields.One2many(
        "hr.internship.checklist.item", "checklist_id", copy=True
    )
    active = fields.Boolean(default=True)

    def _get_items_by_internship(self, internships):
        """What applies to each of ``internships``: ``{id: items}``."""
        # sudo: what a checklist holds is the same for whoever starts a preparation
        checklists = self.sudo().search(Domain.TRUE)
        items = {}
        for internship in internships:
            applying = checklists.filtered(
                lambda checklist, case=internship: (
                    (not checklist.type_ids or case.type_id in checklist.type_ids)
                    and checklist.company_id
                    in (case.company_id, self.env["res.company"])
                )
            )
            items[internship.id] = applying.item_ids
        return items

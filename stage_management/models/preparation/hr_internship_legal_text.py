# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Laws, decrees and circulars on internships."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain


class HrInternshipLegalText(models.Model):
    """A text that a requirement comes from, with until when it is in force.

    The list is data: texts end and are replaced, and an organisation keeps it right.
    Source: toolbox Y.
    """

    _name = "hr.internship.legal.text"
    _description = "Legal Text on Internships"
    _order = "sequence, date, id"
    _rec_names_search = ["name", "reference"]

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    reference = fields.Char(
        help="Where it was published, e.g. in the Official Gazette."
    )
    date = fields.Date()
    url = fields.Char(string="Link")
    date_from = fields.Date(string="In Force From")
    date_until = fields.Date(string="In Force Until", index="btree_not_null")
    replaced_by_id = fields.Many2one(
        "hr.internship.legal.text",
        index="btree_not_null",
        ondelete="restrict",
    )
    replaces_ids = fields.One2many("hr.internship.legal.text", "replaced_by_id")
    notes = fields.Text(translate=True)
    is_in_force = fields.Boolean(
        string="In Force",
        compute="_compute_is_in_force",
        search="_search_is_in_force",
    )
    document_type_ids = fields.Many2many(
        "hr.internship.document.type", string="Documents That It Asks For"
    )
    active = fields.Boolean(default=True)

    _order_idx = models.Index("(sequence, date, id)")
    _dates_check = models.Constraint(
        "CHECK(date_until IS NULL OR date_from IS NULL OR date_until >= date_from)",
        "A text can't end before it comes into force: check the dates.",
    )

    @api.depends("date_from", "date_until")
    def _compute_is_in_force(self):
        today = fields.Date.context_today(self)
        for text in self:
            has_begun = not text.date_from or text.date_from <= today
            text.is_in_force = has_begun and (
                not text.date_until or text.date_until >= today
            )

    def _search_is_in_force(self, operator, value):
        if operator != "in":
            return NotImplemented
        begun = Domain("date_from", "=", False) | Domain("date_from", "<=", "today")
        going = Domain("date_until", "=", False) | Domain("date_until", ">=", "today")
        return begun & going

    @api.constrains("replaced_by_id")
    def _check_no_circle(self):
        if self._has_cycle("replaced_by_id"):
            raise ValidationError(
                self.env._("A text can't replace itself, not even by way of others.")
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_named(self):
        for text in self:
            # sudo: who deletes a text need not see which documents name it
            if text.sudo().document_type_ids or text.replaces_ids:
                raise UserError(
                    self.env._(
                        "Documents or other texts refer to “%(name)s”: fill in until "
                        "when it is in force instead of deleting it.",
                        name=text.name,
                    )
                )

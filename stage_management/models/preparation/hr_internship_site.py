# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Buildings where interns work, and what a newcomer has to know of them."""

from odoo import fields, models


class HrInternshipSite(models.Model):
    """Practical information of one building, shared by all interns there."""

    _name = "hr.internship.site"
    _description = "Site for Internships"
    _inherit = ["hr.internship.file.mixin"]
    _order = "name, id"
    _file_fields = {"street_plan": "street_plan_name"}

    name = fields.Char(required=True)
    company_id = fields.Many2one(
        "res.company", required=True, index=True, default=lambda self: self.env.company
    )
    street = fields.Char()
    zip = fields.Char()
    city = fields.Char()
    directions = fields.Html(
        translate=True, help="By train, bus, bicycle and car, from the nearest stop."
    )
    entrance = fields.Html(
        string="Building",
        translate=True,
        help="Entrance, reception desk, floors, cloakroom, what is needed to get in.",
    )
    lunch = fields.Html(translate=True)
    surroundings = fields.Html(translate=True)
    safety = fields.Html(
        string="Safety and Evacuation",
        translate=True,
        help="Alarm, way out, assembly point, first-aid post.",
    )
    street_plan = fields.Binary(attachment=True)
    street_plan_name = fields.Char()
    desk_email = fields.Char(
        string="Mailbox of the Reception Desk",
        help="Told who arrives on which day.",
    )
    contact_ids = fields.One2many("hr.internship.site.contact", "site_id", copy=True)
    active = fields.Boolean(default=True)

    def _format_address(self):
        """The address on one line."""
        self.ensure_one()
        town = " ".join(part for part in (self.zip, self.city) if part)
        return ", ".join(part for part in (self.street, town) if part)

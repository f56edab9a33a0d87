# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Teams of the organisation that arrange something for interns."""

from odoo import api, fields, models


class HrInternshipService(models.Model):
    """Logistics, ICT, the reception desk…: a team with a mailbox.

    Its members see the lines of checklists and the equipment that their team takes
    care of, with name, days and place of the intern, and nothing else.
    """

    _name = "hr.internship.service"
    _description = "Service for Internships"
    _order = "sequence, name, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    email = fields.Char(string="Mailbox")
    lang = fields.Selection(
        selection=lambda self: self.env["res.lang"].get_installed(),
        string="Language",
    )
    member_ids = fields.Many2many(
        "res.users",
        "hr_internship_service_member_rel",
        "service_id",
        "user_id",
        string="Members",
        domain="[('share', '=', False)]",
    )
    company_id = fields.Many2one("res.company", index=True)
    active = fields.Boolean(default=True)

    @api.model_create_multi
    def create(self, vals_list):
        services = super().create(vals_list)
        services.member_ids._sync_contributors()
        return services

    def write(self, vals):
        result = super().write(vals)
        if "member_ids" in vals:
            self.member_ids._sync_contributors()
        return result

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What an intern gets to work with, and what the intern may get into."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

COORDINATORS = "stage_management.group_coordinator"
SERVICE_FIELDS = {"granted_on", "returned_on", "note"}


class HrInternshipEquipment(models.Model):
    """A laptop, a badge, a login: asked, approved, granted, given back."""

    _name = "hr.internship.equipment"
    _description = "Equipment or Access of an Intern"
    _order = "internship_id, kind, id"

    internship_id = fields.Many2one(
        "hr.internship", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True
    )
    kind = fields.Selection(
        [("equipment", "Equipment"), ("access", "Access")],
        required=True,
        default="equipment",
    )
    name = fields.Char(
        string="What",
        required=True,
        help="The object, or the system, room or data that it gives access to.",
    )
    level = fields.Char(help="For an access: read, write, which folders…")
    service_id = fields.Many2one(
        "hr.internship.service",
        string="Provided By",
        ondelete="restrict",
        index="btree_not_null",
    )
    approver_id = fields.Many2one(
        "res.users",
        string="Approved By",
        ondelete="restrict",
        index="btree_not_null",
        domain="[('share', '=', False)]",
    )
    granted_on = fields.Date()
    ends_with_internship = fields.Boolean(
        string="To Be Given Back",
        default=True,
        help="Is given back, or ends, on the last day.",
    )
    returned_on = fields.Date(string="Returned or Ended On")
    state = fields.Selection(
        [("asked", "Asked"), ("granted", "In use"), ("returned", "Given back")],
        compute="_compute_state",
        store=True,
        precompute=True,
    )
    note = fields.Char()
    intern_name = fields.Char(related="internship_id.partner_name", string="Intern")
    date_start = fields.Date(related="internship_id.date_start", string="First Day")
    date_end = fields.Date(related="internship_id.date_end", string="Last Day")

    _dates_check = models.Constraint(
        "CHECK(returned_on IS NULL OR granted_on IS NULL OR returned_on >= granted_on)",
        "It was given back before it was granted: check the dates.",
    )
    _order_idx = models.Index("(internship_id, kind, id)")
    _service_idx = models.Index("(service_id, state) WHERE service_id IS NOT NULL")

    @api.depends("granted_on", "returned_on")
    def _compute_state(self):
        for equipment in self:
            equipment.state = (
                "returned"
                if equipment.returned_on
                else "granted"
                if equipment.granted_on
                else "asked"
            )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_internships(vals_list)
        return super().create(vals_list)

    def write(self, vals):
        self._check_internships([vals])
        is_mine = self.env.su or self.env.user.has_group(COORDINATORS)
        if not is_mine and self._get_served() and set(vals) - SERVICE_FIELDS:
            raise AccessError(
                self.env._(
                    "You can fill in when it was granted and given back, and a note. "
                    "Ask the coordinator to change the rest."
                )
            )
        return super().write(vals)

    @api.model
    def _check_internships(self, vals_list):
        """Who names an internship may read it: its name and days show here."""
        ids = {vals["internship_id"] for vals in vals_list if vals.get("internship_id")}
        self.env["hr.internship"].browse(sorted(ids)).check_access("read")

    def _get_served(self):
        """Those that the user sees as a member of a service only."""
        # sudo: a member of a service reads no internship
        return self.filtered(
            lambda equipment: (
                self.env.user
                not in (
                    equipment.sudo().internship_id.mentor_user_id
                    | equipment.sudo().internship_id.acting_mentor_user_id
                    | equipment.sudo().internship_id.backup_user_id
                )
            )
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_granted(self):
        if any(equipment.granted_on for equipment in self):
            raise UserError(
                self.env._(
                    "What was granted stays on record: fill in when it was given back."
                )
            )

    def action_grant(self):
        """The intern has it from today on."""
        self.filtered(lambda equipment: not equipment.granted_on).write(
            {"granted_on": fields.Date.context_today(self)}
        )

    def action_return(self):
        """The intern gave it back, or the access was closed, today."""
        self.filtered(lambda equipment: not equipment.returned_on).write(
            {"returned_on": fields.Date.context_today(self)}
        )

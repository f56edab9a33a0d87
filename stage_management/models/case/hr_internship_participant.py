# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Outside parties of an internship."""

from odoo import api, fields, models

# Days after the end during which participants still find their internship.
PORTAL_DAYS_AFTER_END = 90


class HrInternshipParticipant(models.Model):
    """A person outside the organisation who takes part in an internship.

    Record rules, invitations, *who has access* and *who may sign* all read this
    one model.
    """

    _name = "hr.internship.participant"
    _description = "Internship Participant"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "internship_id, role, id"

    internship_id = fields.Many2one(
        "hr.internship", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True
    )
    partner_id = fields.Many2one(
        "res.partner", required=True, index=True, ondelete="restrict"
    )
    role = fields.Selection(
        [
            ("intern", "Intern"),
            ("guardian", "Guardian"),
            ("school_supervisor", "School supervisor"),
            ("school_coordinator", "School coordinator"),
            ("substitute", "Substitute of the supervisor"),
        ],
        required=True,
    )
    portal_until = fields.Date(
        compute="_compute_portal_until",
        store=True,
        precompute=True,
        readonly=False,
        help="Last day on which this person finds the internship in the portal.",
    )
    email = fields.Char(related="partner_id.email")
    has_portal_user = fields.Boolean(
        string="Portal Access", compute="_compute_has_portal_user", compute_sudo=True
    )

    _partner_idx = models.Index("(partner_id, portal_until, internship_id)")
    _role_unique = models.UniqueIndex(
        "(internship_id, partner_id, role)",
        "This person has that role in the internship already.",
    )

    @api.depends("partner_id.name", "role")
    def _compute_display_name(self):
        roles = dict(self._fields["role"]._description_selection(self.env))
        for participant in self:
            name = participant.partner_id.name or ""
            participant.display_name = f"{name} ({roles.get(participant.role, '')})"

    @api.depends("internship_id.date_end")
    def _compute_portal_until(self):
        for participant in self:
            end = participant.internship_id.date_end
            participant.portal_until = end and fields.Date.add(
                end, days=PORTAL_DAYS_AFTER_END
            )

    @api.depends("partner_id.user_ids.active")
    def _compute_has_portal_user(self):
        for participant in self:
            participant.has_portal_user = bool(participant.partner_id.user_ids)

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "internship_id",
            "partner_id",
            "role",
            "portal_until",
        }

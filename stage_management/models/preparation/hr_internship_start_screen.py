# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What waits for a service, on the start screen of its members."""

from odoo import api, models

from ...tools.extension import StartLine, StartTile
from .res_users import DAYS_AHEAD


class HrInternshipStartScreen(models.AbstractModel):
    _inherit = "hr.internship.start.screen"

    @api.model
    def _get_tiles(self):
        """Members of a service find its lines; others have no such list."""
        tiles = super()._get_tiles()
        services = self.env["hr.internship.service"]
        member = [("member_ids", "in", [self.env.uid])]
        if not (services.has_access("read") and services.search_count(member, limit=1)):
            return tiles
        tile = StartTile(
            name="service_lines",
            title=self.env._("To do for your service"),
            model="hr.internship.checklist.line",
            domain=[
                ("service_id.member_ids", "in", [self.env.uid]),
                ("state", "=", "open"),
                ("due_date", "<=", f"today +{DAYS_AHEAD}d"),
                ("is_current", "=", True),
            ],
            order="due_date, id",
            action="stage_management.hr_internship_checklist_line_action",
            context={
                "search_default_my_lines": 1,
                "search_default_open": 1,
                "search_default_live": 1,
            },
            date_field="due_date",
            icon="fa-check-square-o",
            tone="warning",
            sequence=12,
        )
        return [*tiles, tile]


class HrInternshipChecklistLine(models.Model):
    _inherit = "hr.internship.checklist.line"

    def _get_start_lines(self):
        """``{id: StartLine}`` for the lists of the start screen."""
        return {
            # sudo: the name of the intern, for the service that does the line
            line.id: StartLine(line.name, line.sudo().internship_id.partner_name or "")
            for line in self
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a candidate is called in a list of the start screen."""

from odoo import models

from ...tools.extension import StartLine


class HrInternshipApplication(models.Model):
    _inherit = "hr.internship.application"

    def _get_start_lines(self):
        """``{id: StartLine}`` for the lists of the start screen."""
        return {
            application.id: StartLine(
                application.partner_name,
                application.place_id.name or application.subject or "",
            )
            for application in self
        }

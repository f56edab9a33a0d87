# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a candidate is called in a list of the start screen."""

from odoo import models

from ...tools.extension import StartLine

# of the lines and of the dates beside them, read at once
LINE_FIELDS = (
    "partner_name",
    "place_id",
    "subject",
    "received_on",
    "decided_on",
    "interview_start",
)


class HrInternshipApplication(models.Model):
    _inherit = "hr.internship.application"

    def _get_start_lines(self):
        """``{id: StartLine}`` for the lists of the start screen."""
        self.fetch(LINE_FIELDS)
        self.place_id.fetch(["name"])
        return {
            application.id: StartLine(
                application.partner_name,
                application.place_id.name or application.subject or "",
            )
            for application in self
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a place is called in a list of the start screen."""

from odoo import models

from ...tools.extension import StartLine


class HrInternshipPlace(models.Model):
    _inherit = "hr.internship.place"

    def _get_start_lines(self):
        """``{id: StartLine}`` for the lists of the start screen."""
        self.fetch(["name", "department_id", "date_start"])
        self.department_id.fetch(["name"])
        return {
            place.id: StartLine(place.name, place.department_id.name or "")
            for place in self
        }

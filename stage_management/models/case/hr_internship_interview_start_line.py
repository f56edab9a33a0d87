# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What an interview is called in a list of the start screen."""

from odoo import models

from ...tools.extension import StartLine


class HrInternshipInterview(models.Model):
    _inherit = "hr.internship.interview"

    def _get_start_lines(self):
        """``{id: StartLine}`` for the lists of the start screen."""
        return {
            interview.id: StartLine(interview.partner_name, interview._format_moment())
            for interview in self
        }

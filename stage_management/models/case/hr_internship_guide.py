# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who guides an intern today."""

from odoo import models


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_guide_user(self):
        """The user who is told what waits for the mentor.

        In step with ``res.users._mentor_domain``.
        """
        self.ensure_one()
        return self.mentor_user_id

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mentors and backups of places need access."""

from odoo import models


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    def _internship_contributors(self):
        # sudo: only tells who has a role; nothing of the places leaves the method.
        places = (
            self.env["hr.internship.place"]
            .sudo()
            .search(["|", ("mentor_id", "in", self.ids), ("backup_id", "in", self.ids)])
        )
        found = (places.mentor_id | places.backup_id) & self.sudo()
        return super()._internship_contributors() | found

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Department managers take part in internships."""

from odoo import api, models


class HrDepartment(models.Model):
    _inherit = "hr.department"

    @api.model_create_multi
    def create(self, vals_list):
        departments = super().create(vals_list)
        departments._sync_manager_contributors()
        return departments

    def write(self, vals):
        result = super().write(vals)
        if "manager_id" in vals:
            self._sync_manager_contributors()
        return result

    def _sync_manager_contributors(self):
        """Give the managers of these departments the group *Contributor*."""
        # sudo: the manager's user is not readable by everyone who edits departments.
        self.sudo().manager_id.user_id._sync_contributors()

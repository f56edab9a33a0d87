# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What happens to internships when a department goes."""

from odoo import models

from ...tools.internship_states import LIVE_STATES


class HrDepartment(models.Model):
    _inherit = "hr.department"

    def write(self, vals):
        result = super().write(vals)
        if "active" in vals and not vals["active"]:
            self._warn_about_internships()
        return result

    def _warn_about_internships(self):
        """Ask the coordinators where the interns of these departments go."""
        # sudo: who archives a department may not see internships; nothing is shown.
        internships = (
            self.env["hr.internship"]
            .sudo()
            .search([("department_id", "in", self.ids), ("state", "in", LIVE_STATES)])
        )
        for internship in internships.with_context(mail_activity_quick_update=True):
            coordinator = (
                internship.coordinator_id
                or internship.company_id._get_internship_coordinator()
            )
            internship.activity_schedule(
                "mail.mail_activity_data_todo",
                summary=self.env._("The department no longer exists"),
                note=self.env._(
                    "“%(department)s” was archived: decide in which department the "
                    "intern goes on.",
                    department=internship.department_id.name,
                ),
                user_id=coordinator.id,
            )

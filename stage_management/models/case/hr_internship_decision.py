# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An internship reminds that its candidate was not told yet."""

from odoo import models

from ...tools.extension import Guard


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_guards(self, target):
        """A reminder while the candidate does not know the decision."""
        guards = super()._get_guards(target)
        if target not in ("preparation", "ready"):
            return guards
        for internship in self:
            application = internship.application_id
            if application.state == "accepted" and not application.told_on:
                guards[internship.id].append(
                    Guard(
                        self.env._("The candidate has not been told the decision yet."),
                        self.env._("coordinator"),
                        blocking=False,
                    )
                )
        return guards

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The project of a place becomes the first project of its intern."""

from odoo import fields, models
from odoo.exceptions import UserError


class HrInternship(models.Model):
    _inherit = "hr.internship"

    project_ids = fields.One2many("hr.internship.project", "internship_id")

    def action_take_over_project(self):
        """Make a project of what the place describes, and open it."""
        self.ensure_one()
        place = self.place_id
        if not place:
            raise UserError(
                self.env._("The internship has no place: describe the project by hand.")
            )
        if self.project_ids.filtered(lambda project: project.name == place.name):
            raise UserError(
                self.env._("“%(name)s” is among the projects already.", name=place.name)
            )
        project = self.env["hr.internship.project"].create(
            self._prepare_project_vals(place)
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship.project",
            "res_id": project.id,
            "view_mode": "form",
        }

    def _prepare_project_vals(self, place):
        self.ensure_one()
        return {
            "internship_id": self.id,
            "name": place.name,
            "assignment": self.assignment or place.description,
            "background": place.background,
            "contacts": place.contacts,
            "quality_criteria": place.quality_criteria,
            "milestones": place.deadlines,
            "deliverable": place.deliverable,
            "deadline": self.date_end,
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reference letters that wait for a coordinator."""

from odoo import models

from ...tools.extension import Todo


class ResUsers(models.Model):
    _inherit = "res.users"

    def _get_internship_todos(self, limit=100):
        todos = super()._get_internship_todos(limit)
        label = self.env._("Review the reference letter of %(intern)s")
        # sudo: each is told only of the internships that they coordinate
        letters = (
            self.env["hr.internship.certificate"]
            .sudo()
            .search(
                [
                    ("state", "=", "to_review"),
                    ("internship_id.coordinator_id", "in", self.ids),
                ],
                order="id",
                limit=limit * len(self),
            )
        )
        for letter in letters:
            case = letter.internship_id
            url = f"/odoo/internship-certificates/{letter.id}"
            text = label % {"intern": case.partner_name}
            todos[case.coordinator_id.id].append(Todo("review", text, url))
        return todos

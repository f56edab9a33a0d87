# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What happens to places when a department goes."""

from odoo import models

from ...tools.place_states import OPEN_PLACE_STATES


class HrDepartment(models.Model):
    _inherit = "hr.department"

    def write(self, vals):
        result = super().write(vals)
        if "active" in vals and not vals["active"]:
            self._warn_about_places()
        return result

    def _warn_about_places(self):
        """Ask the coordinators what happens to the places of these departments.

        Nothing is lost or closed by itself: a department is often archived because
        another one takes over its work.
        """
        # sudo: who archives a department may not see internships; nothing is shown.
        places = (
            self.env["hr.internship.place"]
            .sudo()
            .search(
                [
                    ("department_id", "in", self.ids),
                    ("state", "in", ("proposed", *OPEN_PLACE_STATES)),
                ]
            )
        )
        for place in places.with_context(mail_activity_quick_update=True):
            place.activity_schedule(
                "mail.mail_activity_data_todo",
                summary=self.env._("The department no longer exists"),
                note=self.env._(
                    "“%(department)s” was archived: give the place to another "
                    "department, or close it.",
                    department=place.department_id.name,
                ),
                user_id=place._get_coordinator().id,
            )

    def _get_managers_above(self):
        """Users who manage these departments or one of the two levels above.

        The same people as in the record rules.
        """
        above = self | self.parent_id | self.parent_id.parent_id
        return above.manager_id.user_id

    def _get_ids_above(self):
        """Ids of this department and of all those above it, as a frozenset."""
        self.ensure_one()
        path = self._origin.parent_path or f"{self._origin.id or 0}/"
        return frozenset(int(part) for part in path.split("/") if part)

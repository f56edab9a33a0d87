# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who receives the intern, and who is there instead of an absent mentor."""

from odoo import models
from odoo.fields import Domain


class HrInternshipReception(models.Model):
    _inherit = "hr.internship.reception"

    def _get_mentor_of_the_day(self):
        """The employee who guides the intern on the first day.

        The mentor; on a day on which the mentor is away, who replaces the mentor
        then, or else the backup.
        """
        self.ensure_one()
        # sudo: whether the mentor is there is told to who receives the intern
        internship = self.internship_id.sudo()
        mentor, day = internship.mentor_id, self.date_start
        if not (mentor and day):
            return mentor
        absence = self.env["hr.internship.replacement"].sudo().search(
            Domain("employee_id", "=", mentor.id)
            & Domain("state", "in", ("planned", "running"))
            & Domain("date_from", "<=", day)
            & (Domain("date_to", "=", False) | Domain("date_to", ">=", day)),
            limit=1,
        )  # fmt: skip
        if not absence and not self._is_on_leave(mentor, day):
            return mentor
        return absence.replacement_id or internship.backup_id or mentor

    def _is_on_leave(self, employee, day):
        """Whether the calendar of the employee says that the day is free."""
        # sudo: only that the person is away, never why
        leaves = self.env["resource.calendar.leaves"].sudo()
        return bool(
            leaves.search_count(
                [
                    ("resource_id", "=", employee.resource_id.id),
                    ("date_from", "<", f"{day} 12:00:00"),
                    ("date_to", ">", f"{day} 08:00:00"),
                ],
                limit=1,
            )
        )

    def _is_mentor_away(self):
        """Whether somebody else than the mentor guides the intern that day."""
        self.ensure_one()
        mentor = self.internship_id.sudo().mentor_id
        return self._get_mentor_of_the_day() != mentor

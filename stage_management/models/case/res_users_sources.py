# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which internships become to-dos, of whom and when."""

from odoo import models

from ...tools.todo_sources import TodoSource

INTERNSHIP_URL = "/odoo/internships/%s"


class ResUsers(models.Model):
    _inherit = "res.users"

    def _get_todo_sources(self):
        return [
            *super()._get_todo_sources(),
            *self._coordinator_sources(),
            self._manager_source(),
            *self._mentor_sources(),
        ]

    def _internship_source(self, kind, due, role, **options):
        """A to-do about the internship itself."""
        return TodoSource(
            kind=kind,
            model="hr.internship",
            due=due,
            role=role,
            url=INTERNSHIP_URL,
            case="id",
            **options,
        )

    def _coordinator_sources(self):
        """A preparation to finish, and what did not move on when it should have."""
        late = {
            "ready": self.env._("Start the internship of %(intern)s, due on %(day)s"),
            "ongoing": self.env._("End the internship of %(intern)s, due on %(day)s"),
            "evaluation": self.env._(
                "Close the internship of %(intern)s, due by %(day)s"
            ),
        }
        return [
            self._internship_source(
                "prepare",
                "preparation_due",
                "coordinator",
                label=self.env._("Finish the preparation for %(intern)s by %(day)s"),
                states=("draft", "preparation"),
                days_before=14,
            ),
            self._internship_source(
                "move_on",
                "due_date",
                "coordinator",
                labels=late,
                states=tuple(late),
                days_before=-1,
            ),
        ]

    def _manager_source(self):
        """Department managers: who is to guide the intern."""
        return self._internship_source(
            "name_mentor",
            "preparation_due",
            "manager",
            label=self.env._("Name a mentor for %(intern)s by %(day)s"),
            condition="record.mentor_id IS NULL",
            states=("draft", "preparation"),
            days_before=28,
        )

    def _mentor_sources(self):
        """An intern who is about to arrive, or to leave and to be evaluated."""
        return [
            self._internship_source(
                "receive",
                "date_start",
                "mentor",
                label=self.env._("Prepare the first day of %(intern)s on %(day)s"),
                states=("preparation", "ready"),
                days_before=14,
                is_upcoming=True,
            ),
            self._internship_source(
                "discuss",
                "date_end",
                "mentor",
                label=self.env._(
                    "Discuss the evaluation with %(intern)s before %(day)s"
                ),
                states=("ready", "ongoing"),
                days_before=14,
                is_upcoming=True,
            ),
        ]

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What waits for coordinators, mentors and managers in their internships."""

from odoo import models
from odoo.tools import format_date

from ...tools.extension import Todo

INTERNSHIP_URL = "/odoo/internships/%s"
COORDINATORS = "stage_management.group_coordinator"
# what to-dos are made of, read by the search itself
SHOWN_FIELDS = (
    "partner_name",
    "company_id",
    "state",
    "date_start",
    "date_end",
    "due_date",
    "preparation_due",
    "manager_user_id",
    "acting_mentor_user_id",
    "acting_coordinator_id",
)


class ResUsers(models.Model):
    _inherit = "res.users"

    def _get_internship_todos(self, limit=100):
        todos = super()._get_internship_todos(limit)
        for gather in (
            self._gather_preparations,
            self._gather_endings,
            self._gather_missing_mentors,
            self._gather_arrivals,
            self._gather_departures,
        ):
            for user, internship, todo in gather(limit * len(self)):
                if user in self and internship.company_id in user.company_ids:
                    todos[user.id].append(todo)
        return todos

    def _filter_coordinators(self):
        group_id = self.env["ir.model.data"]._xmlid_to_res_id(COORDINATORS)
        # sudo: the groups of a user are not readable by everybody
        return self.filtered(lambda user: group_id in user.sudo().all_group_ids._ids)

    def _search_internships(self, domain, order, limit):
        # sudo: each user is told only of internships in which they have the role
        # that is looked for, and nothing but a name and a date.
        internships = self.env["hr.internship"].sudo()
        return internships.search_fetch(domain, SHOWN_FIELDS, order=order, limit=limit)

    def _internship_todo(self, kind, internship, label, due):
        """A to-do whose label names the intern and the day."""
        names = {
            "intern": internship.partner_name,
            "day": format_date(self.env, due) if due else "",
        }
        return Todo(kind, label % names, INTERNSHIP_URL % internship.id, due or None)

    def _gather_preparations(self, limit):
        """Coordinators: a preparation that is to be finished within two weeks."""
        label = self.env._("Finish the preparation for %(intern)s by %(day)s")
        for internship in self._search_internships(
            [
                ("acting_coordinator_id", "in", self._filter_coordinators().ids),
                ("state", "in", ("draft", "preparation")),
                ("preparation_due", "<=", "today +14d"),
            ],
            "preparation_due, id",
            limit,
        ):
            due = internship.preparation_due
            todo = self._internship_todo("prepare", internship, label, due)
            yield internship.acting_coordinator_id, internship, todo

    def _gather_endings(self, limit):
        """Coordinators: what did not start, end or close when it should have."""
        labels = {
            "ready": self.env._("Start the internship of %(intern)s, due on %(day)s"),
            "ongoing": self.env._("End the internship of %(intern)s, due on %(day)s"),
            "evaluation": self.env._(
                "Close the internship of %(intern)s, due by %(day)s"
            ),
        }
        for internship in self._search_internships(
            [
                ("acting_coordinator_id", "in", self._filter_coordinators().ids),
                ("state", "in", tuple(labels)),
                ("is_late", "=", True),
            ],
            "due_date, id",
            limit,
        ):
            label, due = labels[internship.state], internship.due_date
            todo = self._internship_todo("move_on", internship, label, due)
            yield internship.acting_coordinator_id, internship, todo

    def _gather_missing_mentors(self, limit):
        """Department managers: who is to guide the intern."""
        label = self.env._("Name a mentor for %(intern)s by %(day)s")
        for internship in self._search_internships(
            [
                ("manager_user_id", "in", self.ids),
                ("mentor_id", "=", False),
                ("state", "in", ("draft", "preparation")),
                ("preparation_due", "<=", "today +28d"),
            ],
            "preparation_due, id",
            limit,
        ):
            due = internship.preparation_due
            todo = self._internship_todo("name_mentor", internship, label, due)
            yield internship.manager_user_id, internship, todo

    def _gather_arrivals(self, limit):
        """Mentors: an intern who is about to arrive."""
        label = self.env._("Prepare the first day of %(intern)s on %(day)s")
        for internship in self._search_internships(
            [
                ("acting_mentor_user_id", "in", self.ids),
                ("state", "in", ("preparation", "ready")),
                ("date_start", ">=", "today"),
                ("date_start", "<=", "today +14d"),
            ],
            "date_start, id",
            limit,
        ):
            due = internship.date_start
            todo = self._internship_todo("receive", internship, label, due)
            yield internship.acting_mentor_user_id, internship, todo

    def _gather_departures(self, limit):
        """Mentors: an intern who is about to leave, and is to be evaluated."""
        label = self.env._("Discuss the evaluation with %(intern)s before %(day)s")
        for internship in self._search_internships(
            [
                ("acting_mentor_user_id", "in", self.ids),
                ("state", "in", ("ready", "ongoing")),
                ("date_end", ">=", "today"),
                ("date_end", "<=", "today +14d"),
            ],
            "date_end, id",
            limit,
        ):
            due = internship.date_end
            todo = self._internship_todo("discuss", internship, label, due)
            yield internship.acting_mentor_user_id, internship, todo

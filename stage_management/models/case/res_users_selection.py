# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What waits for coordinators and mentors in the selection."""

from odoo import models

from ...tools.extension import Todo

APPLICATION_URL = "/odoo/internship-applications/%s"
PLACE_URL = "/odoo/internship-places/%s"


class ResUsers(models.Model):
    _inherit = "res.users"

    def _gather_listed_todos(self, limit):
        todos = super()._gather_listed_todos(limit)
        coordinators = self._filter_coordinators()
        self._add_interviews(todos, limit)
        if coordinators:
            coordinators._add_applications(todos, limit)
            coordinators._add_proposals(todos, limit)
        return todos

    def _add_interviews(self, todos, limit):
        """Mentors: the candidates whom they interview."""
        label = self.env._("Interview %(candidate)s for “%(place)s”")
        # sudo: only the candidates that the user is to interview
        for application in (
            self.env["hr.internship.application"]
            .sudo()
            .search_fetch(
                [("mentor_user_id", "in", self.ids), ("state", "=", "interview")],
                ["partner_name", "place_id", "mentor_user_id", "company_id"],
                order="received_on, id",
                limit=limit * len(self),
            )
        ):
            names = {
                "candidate": application.partner_name,
                "place": application.place_id.name,
            }
            url = APPLICATION_URL % application.id
            todo = Todo("interview", label % names, url)
            for user in application.mentor_user_id & self._filter_of_company(
                application.company_id
            ):
                todos[user.id].append(todo)

    def _add_applications(self, todos, limit):
        """Coordinators: new applications, their own and those of nobody."""
        label = self.env._("Look at the application of %(candidate)s")
        # sudo: coordinators are told of applications to their own companies
        for application in (
            self.env["hr.internship.application"]
            .sudo()
            .search_fetch(
                [
                    ("state", "=", "new"),
                    ("company_id", "in", self.company_ids.ids),
                    ("user_id", "in", [*self.ids, False]),
                ],
                ["partner_name", "user_id", "company_id"],
                order="received_on, id",
                limit=limit * len(self),
            )
        ):
            text = label % {"candidate": application.partner_name}
            todo = Todo("review", text, APPLICATION_URL % application.id)
            company = application.company_id
            for user in application.user_id or self._filter_of_company(company):
                todos[user.id].append(todo)

    def _add_proposals(self, todos, limit):
        """Coordinators: places that wait for a choice."""
        label = self.env._("Decide on the place “%(place)s” of %(department)s")
        # sudo: coordinators are told of places in their own companies
        for place in (
            self.env["hr.internship.place"]
            .sudo()
            .search_fetch(
                [
                    ("state", "=", "proposed"),
                    ("company_id", "in", self.company_ids.ids),
                ],
                ["name", "department_id", "company_id"],
                order="date_start, id",
                limit=limit * len(self),
            )
        ):
            names = {"place": place.name, "department": place.department_id.name}
            todo = Todo("select", label % names, PLACE_URL % place.id)
            for user in self._filter_of_company(place.company_id):
                todos[user.id].append(todo)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What waits for mentors and coordinators in the follow-up of interns."""

from datetime import timedelta

from odoo import fields, models
from odoo.tools import SQL, format_date

from ...tools.extension import Todo

CASE_FIELDS = (
    "partner_name",
    "company_id",
    "acting_mentor_user_id",
    "acting_coordinator_id",
)


class ResUsers(models.Model):
    """Two queries for all kinds of to-dos together, however many there are."""

    _inherit = "res.users"

    def _get_internship_todos(self, limit=100):
        todos = super()._get_internship_todos(limit)
        sources = self._get_followup_sources()
        found = self._find_followup(sources, limit * len(self))
        # sudo: each user is told only of interns whom they guide or coordinate.
        cases = self.env["hr.internship"].sudo()
        cases = cases.browse({case_id for _s, _id, case_id, _due in found})
        cases.fetch(CASE_FIELDS)
        coordinators = self._filter_coordinators()
        for source, record_id, case_id, due in found:
            case = cases.browse(case_id)
            names = {
                "intern": case.partner_name,
                "day": format_date(self.env, due) if due else "",
            }
            url = source.url % record_id
            todo = Todo(source.kind, source.label % names, url, due, source.is_legal)
            for user in self._get_followers(source, case, coordinators):
                todos[user.id].append(todo)
        return todos

    def _get_followers(self, source, case, coordinators):
        """Who of these users is told of a to-do of this internship."""
        if source.role == "mentor":
            people = case.acting_mentor_user_id & self
        else:
            people = case.acting_coordinator_id & coordinators
            if source.is_legal and not case.acting_coordinator_id:
                people = coordinators
        return people.filtered(lambda user: case.company_id in user.company_ids)

    def _find_followup(self, sources, limit):
        """``[(source, record id, internship id, due)]``, the most urgent first."""
        if not self:
            return []
        parts = []
        for number, source in enumerate(sources):
            # sudo: see above
            model = self.env[source.model].sudo()
            query = model._search(
                [*self._followup_domain(source), *source.domain],
                order=f"{source.due}, id",
                limit=limit,
            )
            columns = ["id", source.case, source.due]
            names = [SQL.identifier(query.table, name) for name in columns]
            parts.append(SQL("(%s)", query.select(SQL("%s", number), *names)))
        rows = self.env.execute_query(SQL(" UNION ALL ").join(parts))
        return [(sources[row[0]], *row[1:]) for row in rows]

    def _followup_domain(self, source):
        """Records of interns of these users that are due soon enough."""
        path = "" if source.case == "id" else f"{source.case}."
        today = fields.Date.context_today(self)
        domain = [(source.due, "<=", today + timedelta(days=source.days_before))]
        if source.role == "mentor":
            domain.append((f"{path}acting_mentor_user_id", "in", self.ids))
        elif not source.is_legal:
            domain.append((f"{path}acting_coordinator_id", "in", self.ids))
        if source.is_running:
            domain.append((f"{path}state", "in", ("ready", "ongoing", "evaluation")))
        return domain

    def _get_followup_sources(self):
        """What becomes a to-do: ``[TodoSource, …]``; see the other files."""
        return []

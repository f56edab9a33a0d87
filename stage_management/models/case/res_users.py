# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What waits for coordinators, mentors and managers in their internships."""

from datetime import timedelta

from odoo import fields, models
from odoo.tools import SQL, format_date

from ...tools.extension import Todo
from ...tools.todo_sources import OWNERS

COORDINATORS = "stage_management.group_coordinator"
# what to-dos are made of
CASE_FIELDS = ("partner_name", "company_id", "state", *OWNERS.values())


class ResUsers(models.Model):
    """Three queries for all kinds of to-dos together, however many there are."""

    _inherit = "res.users"

    def _get_todo_sources(self):
        """What becomes a to-do: ``[TodoSource, …]``; subjects add their own."""
        return []

    def _gather_todos(self, limit):
        todos = super()._gather_todos(limit)
        found = self._find_todo_records(limit * len(self))
        # sudo: each user is told only of internships in which they have the role
        # that is looked for, and nothing but a name and a date.
        cases = self.env["hr.internship"].sudo()
        cases = cases.browse({case_id for _s, _id, case_id, _due in found})
        cases.fetch(CASE_FIELDS)
        for source, record_id, case_id, due in found:
            case = cases.browse(case_id)
            names = {
                "intern": case.partner_name,
                "day": format_date(self.env, due) if due else "",
            }
            label = source.label_for(case.state) % names
            url = source.url % record_id
            todo = Todo(source.kind, label, url, due, source.is_legal)
            for user in self._get_todo_owners(source, case):
                todos[user.id].append(todo)
        return todos

    def _get_todo_owners(self, source, case):
        """Who of these users is told of a to-do of this internship."""
        owner = case[OWNERS[source.role]]
        if source.role != "coordinator":
            people = owner & self
        elif source.is_legal and not owner:
            people = self._filter_coordinators()
        else:
            people = owner & self._filter_coordinators()
        # the companies of all users are read at once
        people = people.with_prefetch(self.ids)
        return people._filter_of_company(case.company_id)

    def _find_todo_records(self, limit):
        """``[(source, record id, internship id, due)]``, the most urgent first.

        In SQL, because the start screen asks all kinds each time it opens.
        """
        if not self:
            return []
        self.env.flush_all()
        users = self._get_users_by_role()
        sources = [s for s in self._get_todo_sources() if users[s.role]]
        parts = [
            SQL("(%s)", self._todo_query(number, source, users[source.role], limit))
            for number, source in enumerate(sources)
        ]
        if not parts:
            return []
        rows = self.env.execute_query(SQL(" UNION ALL ").join(parts))
        return [(sources[row[0]], *row[1:]) for row in rows]

    def _get_users_by_role(self):
        """``{role: users}`` who may have it: nothing is asked for the others."""
        columns = [
            SQL(
                "EXISTS (SELECT FROM hr_internship WHERE %s IN %s)",
                SQL.identifier(OWNERS[role]),
                tuple(self.ids),
            )
            for role in ("mentor", "manager")
        ]
        [(has_mentor, has_manager)] = self.env.execute_query(
            SQL("SELECT %s, %s", *columns)
        )
        return {
            "coordinator": self._filter_coordinators(),
            "mentor": self if has_mentor else self.browse(),
            "manager": self if has_manager else self.browse(),
        }

    def _todo_query(self, number, source, users, limit):
        """Records of internships of these users that are due soon enough."""
        case = SQL.identifier("record", source.case)
        is_case = source.case == "id"  # joined with itself it would find no index
        join = SQL("JOIN hr_internship internship ON internship.id = %s", case)
        return SQL(
            """
            SELECT %(number)s, record.id, %(case)s, %(due)s
              FROM %(table)s record %(join)s
             WHERE %(condition)s
             ORDER BY %(due)s, record.id
             LIMIT %(limit)s
            """,
            number=number,
            case=case,
            due=SQL.identifier("record", source.due),
            table=SQL.identifier(self.env[source.model]._table),
            join=SQL() if is_case else join,
            condition=self._todo_condition(
                source, users, "record" if is_case else "internship"
            ),
            limit=limit,
        )

    def _todo_condition(self, source, users, internship):
        """Which records are to-dos; ``internship`` is the alias of its table."""
        today = fields.Date.context_today(self)
        due = SQL.identifier("record", source.due)
        owner = SQL.identifier(internship, OWNERS[source.role])
        told = SQL("%s IN %s", owner, tuple(users.ids))
        if source.is_legal:
            told = SQL("(%s OR %s IS NULL)", told, owner)
        conditions = [
            SQL("%s <= %s", due, today + timedelta(days=source.days_before)),
            SQL.identifier(internship, "active"),
            SQL("%s IN %s", SQL.identifier(internship, "state"), source.states),
            told,
            SQL(source.condition),
        ]
        if source.is_upcoming:
            conditions.append(SQL("%s >= %s", due, today))
        return SQL(" AND ").join(conditions)

    def _filter_coordinators(self):
        """Those of these users who are coordinators."""
        group_id = self.env["ir.model.data"]._xmlid_to_res_id(COORDINATORS)
        # sudo: the groups of a user are not readable by everybody
        users = self.sudo()
        if len(self) == 1:  # the groups of one user are cached between requests
            return self if group_id in users._get_group_ids() else self.browse()
        return self.filtered(lambda user: group_id in user.sudo().all_group_ids._ids)

    def _filter_of_company(self, company):
        """Those of these users who work in a company."""
        # archived companies too, which saves reading the companies themselves
        users = self.with_context(active_test=False)
        return self & users.filtered(lambda user: company in user.company_ids)

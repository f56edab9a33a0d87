# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What waits for mentors and coordinators in the follow-up of interns."""

from datetime import timedelta

from odoo import fields, models
from odoo.tools import SQL, format_date

from ...tools.extension import Todo

FOLLOWED_STATES = ("ready", "ongoing", "evaluation")
# what is over may still have to be reported
ENTERED_STATES = (*FOLLOWED_STATES, "preparation", "closed", "terminated")
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
        """``[(source, record id, internship id, due)]``, the most urgent first.

        In SQL, because the start screen asks all kinds each time it opens.
        """
        if not self:
            return []
        self.env.flush_all()
        parts = [
            SQL("(%s)", self._followup_query(number, source, limit))
            for number, source in enumerate(sources)
        ]
        rows = self.env.execute_query(SQL(" UNION ALL ").join(parts))
        return [(sources[row[0]], *row[1:]) for row in rows]

    def _followup_query(self, number, source, limit):
        """Records of interns of these users that are due soon enough."""
        today = fields.Date.context_today(self)
        due = SQL.identifier("record", source.due)
        case = SQL.identifier("record", source.case)
        owner = SQL.identifier("internship", f"acting_{source.role}_id")
        if source.role == "mentor":
            owner = SQL.identifier("internship", "acting_mentor_user_id")
        told = SQL("%s IN %s", owner, tuple(self.ids))
        if source.is_legal:
            told = SQL("(%s OR %s IS NULL)", told, owner)
        return SQL(
            """
            SELECT %(number)s, record.id, %(case)s, %(due)s
              FROM %(table)s record
              JOIN hr_internship internship ON internship.id = %(case)s
             WHERE %(due)s <= %(last_day)s
               AND internship.active
               AND internship.state IN %(states)s
               AND %(told)s
               AND %(condition)s
             ORDER BY %(due)s, record.id
             LIMIT %(limit)s
            """,
            number=number,
            case=case,
            due=due,
            table=SQL.identifier(self.env[source.model]._table),
            last_day=today + timedelta(days=source.days_before),
            states=FOLLOWED_STATES if source.is_running else ENTERED_STATES,
            told=told,
            condition=SQL(source.condition),
            limit=limit,
        )

    def _get_followup_sources(self):
        """What becomes a to-do: ``[TodoSource, …]``; see the other files."""
        return []

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What waits for coordinators in the folders."""

from odoo import models
from odoo.tools import format_date

from ...tools.extension import Todo
from ...tools.internship_states import HOLDING_STATES

FOLDER_URL = "/odoo/internships/%s"


class ResUsers(models.Model):
    _inherit = "res.users"

    def _get_internship_todos(self, limit=100):
        todos = super()._get_internship_todos(limit)
        coordinators = self._filter_coordinators()
        for domain, kind, label, order in self._document_todo_kinds():
            documents = coordinators._search_open_documents(domain, order, limit)
            for case, found in documents.grouped("internship_id").items():
                user = case.acting_coordinator_id
                if user in self and case.company_id in user.company_ids:
                    todos[user.id].append(self._document_todo(kind, label, case, found))
        return todos

    def _document_todo_kinds(self):
        """``[(domain, kind, label, order)]`` of what coordinators do in folders."""
        check = self.env._("Check the documents of %(intern)s (%(count)s)")
        chase = self.env._("Ask for the missing documents of %(intern)s by %(day)s")
        missing = [
            ("state", "not in", ("to_check", "accepted", "not_applicable")),
            ("blocks", "=", "ready"),
            ("due_on", "<=", "today +7d"),
            ("internship_id.state", "=", "preparation"),
        ]
        return [
            ([("state", "=", "to_check")], "check_documents", check, "due_on, id"),
            (missing, "chase_documents", chase, "due_on, id"),
        ]

    def _search_open_documents(self, domain, order, limit):
        # sudo: each coordinator is told of own internships only: a name and a count
        documents = self.env["hr.internship.document"].sudo()
        return documents.search_fetch(
            [
                ("internship_id.acting_coordinator_id", "in", self.ids),
                ("internship_id.state", "in", HOLDING_STATES),
                ("is_required", "=", True),
                *domain,
            ],
            ["internship_id", "due_on"],
            order=order,
            limit=limit * max(len(self), 1),
        )

    def _document_todo(self, kind, label, case, documents):
        due = case.preparation_due if kind == "chase_documents" else None
        names = {
            "intern": case.partner_name,
            "count": len(documents),
            "day": format_date(self.env, due) if due else "",
        }
        return Todo(kind, label % names, FOLDER_URL % case.id, due)

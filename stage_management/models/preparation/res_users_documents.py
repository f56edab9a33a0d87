# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What waits for coordinators in the folders."""

from odoo import models
from odoo.fields import Domain
from odoo.tools import format_date

from ...tools.extension import Todo
from ...tools.internship_states import HOLDING_STATES

FOLDER_URL = "/odoo/internships/%s"


class ResUsers(models.Model):
    _inherit = "res.users"

    def _gather_todos(self, limit):
        todos = super()._gather_todos(limit)
        labels = {
            "check_documents": self.env._(
                "Check the documents of %(intern)s (%(count)s)"
            ),
            "chase_documents": self.env._(
                "Ask for the missing documents of %(intern)s by %(day)s"
            ),
        }
        coordinators = self._filter_coordinators()
        found = coordinators._search_open_documents(limit)
        groups = found.grouped(
            lambda document: (document.internship_id, document._get_todo_kind())
        )
        for (case, kind), documents in groups.items():
            users = (case.acting_coordinator_id & self).with_prefetch(self.ids)
            for user in users._filter_of_company(case.company_id):
                todo = self._document_todo(kind, labels[kind], case, documents)
                todos[user.id].append(todo)
        return todos

    def _search_open_documents(self, limit):
        """What these coordinators have to check, and what is missing too long."""
        missing = Domain(
            [
                ("state", "not in", ("to_check", "accepted", "not_applicable")),
                ("blocks", "=", "ready"),
                ("due_on", "<=", "today +7d"),
                ("internship_id.state", "=", "preparation"),
            ]
        )
        # sudo: each coordinator is told of own internships only: a name and a count
        documents = self.env["hr.internship.document"].sudo()
        return documents.search_fetch(
            Domain("internship_id.acting_coordinator_id", "in", self.ids)
            & Domain("internship_id.state", "in", HOLDING_STATES)
            & Domain("is_required", "=", True)
            & (Domain("state", "=", "to_check") | missing),
            ["internship_id", "state", "due_on"],
            order="due_on, id",
            limit=2 * limit * len(self),
        )

    def _document_todo(self, kind, label, case, documents):
        due = case.preparation_due if kind == "chase_documents" else None
        names = {
            "intern": case.partner_name,
            "count": len(documents),
            "day": format_date(self.env, due) if due else "",
        }
        return Todo(kind, label % names, FOLDER_URL % case.id, due)


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    def _get_todo_kind(self):
        """Which to-do of the coordinator an open document is part of."""
        return "check_documents" if self.state == "to_check" else "chase_documents"

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A mentor or backup has left."""

from odoo import api, fields, models

from ...tools.activity_types import LEFT
from ...tools.extension import Guard
from ...tools.internship_states import LIVE_STATES


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_guided_by(self, employees):
        """Those of these internships that still count on one of ``employees``."""
        today = fields.Date.context_today(self)

        def counts_on(internship):
            terms = internship.term_ids.filtered(
                lambda term: not term.date_to or term.date_to >= today
            )
            people = (terms | internship.term_id).mapped
            return employees & (people("mentor_id") | people("backup_id"))

        return self.filtered(counts_on)

    @api.model
    def _find_guided_by(self, employees):
        """Live internships that still count on one of ``employees``."""
        return self.search(
            [
                ("state", "in", LIVE_STATES),
                "|",
                ("term_ids.mentor_id", "in", employees.ids),
                ("term_ids.backup_id", "in", employees.ids),
            ]
        )._get_guided_by(employees)

    def _departure_guards(self, target):
        """Mentor or backup are no longer there."""
        self.ensure_one()
        # sudo: whether a colleague has left, and nothing else of the employee
        internship = self.sudo()
        people = internship.mentor_id | internship.backup_id
        return [
            Guard(
                self.env._(
                    "%(name)s has left: choose somebody else.", name=person.name
                ),
                self.env._("coordinator"),
                blocking=target == "ready",
            )
            for person in people
            if not person.active
        ]

    def _warn_of_departure(self, names):
        """Give the coordinator of each internship one to-do about who has left."""
        for internship in self:
            if internship._has_open_activity(LEFT):
                continue
            coordinator = internship._find_present_coordinator()
            internship.with_context(mail_activity_quick_update=True).activity_schedule(
                LEFT,
                date_deadline=fields.Date.context_today(self),
                user_id=coordinator.id or self.env.uid,
                summary=self.env._(
                    "%(names)s no longer there: hand the internship over", names=names
                ),
            )

    def _find_present_coordinator(self):
        """The coordinator of today, or another one of the company."""
        self.ensure_one()
        coordinator = self._get_acting_coordinator()
        if coordinator.active:
            return coordinator
        return self.env["res.users"]._find_internship_coordinator(self.company_id)

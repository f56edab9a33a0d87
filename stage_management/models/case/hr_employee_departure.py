# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Nothing is lost when a mentor leaves."""

from odoo import fields, models

from ...tools.activity_types import LEFT

OPEN_PLACE_STATES = ("proposed", "selected", "published", "filled")


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    def write(self, vals):
        is_leaving = "active" in vals and not vals["active"]
        leaving = self.filtered("active") if is_leaving else self.browse()
        result = super().write(vals)
        if leaving:
            leaving._warn_of_departure()
        return result

    def _warn_of_departure(self):
        """Tell the coordinators which internships and places count on these people.

        Open to-dos pass to who acts instead; everything else stays as it is until a
        coordinator decides.
        """
        # sudo: personnel officers archive people without seeing their internships.
        employees = self.sudo().with_context(active_test=False)
        internships = self.env["hr.internship"].sudo()._find_guided_by(employees)
        self.env.flush_all()
        internships._compute_acting_people()
        internships._sync_activities()
        for employee in employees:
            guided = internships._get_guided_by(employee)
            guided._warn_of_departure(employee.name)
            employee._warn_of_open_places()

    def _warn_of_open_places(self):
        self.ensure_one()
        places = self.env["hr.internship.place"].search(
            [("mentor_id", "=", self.id), ("state", "in", OPEN_PLACE_STATES)]
        )
        kind = self.env.ref(LEFT)
        for place in places:
            if kind in place.activity_ids.activity_type_id:
                continue
            coordinator = self.env["res.users"]._find_internship_coordinator(
                place.company_id
            )
            place.with_context(mail_activity_quick_update=True).activity_schedule(
                LEFT,
                date_deadline=fields.Date.context_today(self),
                user_id=coordinator.id or self.env.uid,
                summary=self.env._(
                    "%(name)s no longer there: choose another mentor for the place",
                    name=self.name,
                ),
            )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the mentors of the register guide, now and later."""

from odoo import api, fields, models

from ...tools.internship_states import LIVE_STATES


class HrInternshipMentor(models.Model):
    _inherit = "hr.internship.mentor"

    current_count = fields.Integer(
        string="Interns Now", compute="_compute_workload", compute_sudo=True
    )
    planned_count = fields.Integer(
        string="Interns Later",
        compute="_compute_workload",
        compute_sudo=True,
        help="Internships that begin after today.",
    )
    busiest_count = fields.Integer(
        string="At Most at Once",
        compute="_compute_workload",
        compute_sudo=True,
        help="The most interns on one day, from today on.",
    )
    free_count = fields.Integer(
        string="Room Now", compute="_compute_workload", compute_sudo=True
    )
    is_over_capacity = fields.Boolean(compute="_compute_workload", compute_sudo=True)
    internship_count = fields.Integer(
        string="Internships", compute="_compute_internship_count", compute_sudo=True
    )
    room_on = fields.Date(
        string="Has Room On",
        compute="_compute_room_on",
        search="_search_room_on",
        help="Search for a day: who has room for one intern more on that day.",
    )
    has_left = fields.Boolean(
        compute="_compute_has_left", compute_sudo=True, search="_search_has_left"
    )
    over_capacity_text = fields.Text(compute="_compute_over_capacity_text")
    booked_on = fields.Datetime(
        readonly=True,
        copy=False,
        help="When an internship last took a place with this mentor.",
    )

    @api.model
    def _find(self, employees):
        """The lines of these employees in the register."""
        # sudo: whether there is a limit, for those who may not read the register.
        return self.sudo().search([("employee_id", "in", employees.ids)], order="id")

    @api.depends("employee_id", "capacity")
    def _compute_workload(self):
        today = fields.Date.context_today(self)
        Term = self.env["hr.internship.term"]
        employees = self.employee_id
        busiest = Term._get_busiest_terms(employees, (today, None))
        current = Term._get_busiest_terms(employees, (today, today))
        planned = self._count_planned(today)
        for mentor in self:
            employee = mentor.employee_id
            mentor.current_count = len(current.get(employee.id, ()))
            mentor.planned_count = planned.get(employee, 0)
            mentor.busiest_count = len(busiest.get(employee.id, ()))
            mentor.free_count = max(mentor.capacity - mentor.current_count, 0)
            mentor.is_over_capacity = mentor.busiest_count > mentor.capacity

    def _count_planned(self, today):
        return dict(
            self.env["hr.internship.term"]._read_group(
                [
                    ("mentor_id", "in", self.employee_id.ids),
                    ("internship_id.state", "in", LIVE_STATES),
                    ("date_from", ">", today),
                    ("internship_id.date_start", ">", today),
                ],
                ["mentor_id"],
                ["internship_id:count_distinct"],
            )
        )

    def _compute_internship_count(self):
        counts = dict(
            self.env["hr.internship.term"]._read_group(
                [("mentor_id", "in", self.employee_id.ids)],
                ["mentor_id"],
                ["internship_id:count_distinct"],
            )
        )
        for mentor in self:
            mentor.internship_count = counts.get(mentor.employee_id, 0)

    def _compute_room_on(self):
        """Only searched."""
        self.room_on = False

    def _search_room_on(self, operator, value):
        """Mentors with fewer interns on that day than they have room for."""
        days = [day for day in value if day] if operator == "in" else []
        if len(days) != 1:
            return NotImplemented
        day = fields.Date.to_date(days[0])
        # sudo: only counts; which lines are shown is decided by the rules.
        counts = self.env["hr.internship.term"].sudo()._read_group(
            [
                ("internship_id.state", "in", LIVE_STATES),
                ("mentor_id", "!=", False),
                ("date_from", "<=", day),
                ("date_to", ">=", day),
            ],
            ["mentor_id"],
            ["internship_id:count_distinct"],
        )  # fmt: skip
        counts = {employee.id: count for employee, count in counts}
        # sudo: the capacity in the register, for whoever chooses a mentor
        lines = self.sudo().search([("employee_id", "in", list(counts))])
        full = lines.filtered(lambda m: counts[m.employee_id.id] >= m.capacity)
        return [("id", "not in", full.ids), ("capacity", ">", 0)]

    @api.depends("employee_id.active")
    def _compute_has_left(self):
        for mentor in self:
            mentor.has_left = not mentor.employee_id.active

    def _search_has_left(self, operator, value):
        if operator != "in":
            return NotImplemented
        # sudo: whether a colleague left; which lines are shown is decided by the rules.
        lines = (
            self.sudo()
            .with_context(active_test=False)
            .search([("employee_id.active", "=", False)])
        )
        return [("id", "in" if True in value else "not in", lines.ids)]

    def _compute_over_capacity_text(self):
        for mentor in self:
            mentor.over_capacity_text = mentor._get_over_capacity_text()

    def action_open_handover(self):
        """Hand over all that this mentor guides, now or later."""
        self.ensure_one()
        internships = self.env["hr.internship"].search(
            [
                ("state", "in", LIVE_STATES),
                "|",
                ("mentor_id", "=", self.employee_id.id),
                ("term_ids.mentor_id", "=", self.employee_id.id),
            ]
        )
        return internships._get_guided_by(self.employee_id).action_open_handover()

    def action_open_internships(self):
        """Open the internships that this mentor guides or guided."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_action"
        )
        return {
            **action,
            "domain": [("term_ids.mentor_id", "=", self.employee_id.id)],
            "context": {"search_default_live": 1},
        }

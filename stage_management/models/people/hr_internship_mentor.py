# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The register of mentors."""

from odoo import api, fields, models


class HrInternshipMentor(models.Model):
    """An employee who guides interns from day to day.

    One line per employee, beside the employee's record: fields on the employee
    itself would have to be public to the whole staff.
    """

    _name = "hr.internship.mentor"
    _description = "Internship Mentor"
    _inherit = ["hr.mixin"]
    _rec_name = "employee_id"
    _order = "employee_id, id"

    employee_id = fields.Many2one(
        "hr.employee", required=True, ondelete="restrict", index=True
    )
    user_id = fields.Many2one(
        related="employee_id.user_id", store=True, index="btree_not_null"
    )
    company_id = fields.Many2one(
        related="employee_id.company_id", store=True, index=True
    )
    department_id = fields.Many2one(related="employee_id.department_id")
    capacity = fields.Integer(
        default=1, required=True, help="How many interns at the same time."
    )
    domain_ids = fields.Many2many("hr.internship.domain", string="Domains")
    trained_on = fields.Date(help="Last training as a mentor.")
    recognised_on = fields.Date(help="Recognised as a mentor by the organisation.")
    note = fields.Text()
    active = fields.Boolean(default=True)

    _employee_unique = models.UniqueIndex(
        "(employee_id)", "This employee is in the register of mentors already."
    )
    _capacity_check = models.Constraint(
        "CHECK(capacity >= 0)", "The capacity of a mentor can't be negative."
    )

    @api.model_create_multi
    def create(self, vals_list):
        mentors = super().create(vals_list)
        mentors.user_id._sync_contributors()
        return mentors

    def write(self, vals):
        result = super().write(vals)
        if "employee_id" in vals:
            self.user_id._sync_contributors()
        return result

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Interns per mentor, department and period."""

from odoo import fields, models
from odoo.tools import SQL

from ...tools.internship_states import INTERNSHIP_STATES

# So many months of one term have an id of their own.
LONGEST_TERM = 128


class HrInternshipWorkload(models.Model):
    """The days of one term that lie in one month; only read.

    An internship of three months is there in each of them, so that a pivot by month
    counts who is present, and not who begins.
    """

    _name = "hr.internship.workload"
    _description = "Workload of Mentors"
    _auto = False
    _order = "month, date_from, id"
    _rec_name = "internship_id"

    internship_id = fields.Many2one(
        "hr.internship", string="Internships", readonly=True
    )
    partner_id = fields.Many2one("res.partner", string="Intern", readonly=True)
    mentor_id = fields.Many2one("hr.employee", readonly=True)
    backup_id = fields.Many2one("hr.employee", readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True)
    school_id = fields.Many2one("res.partner", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    month = fields.Date(readonly=True)
    date_from = fields.Date(string="From", readonly=True)
    date_to = fields.Date(string="Until", readonly=True)
    state = fields.Selection(INTERNSHIP_STATES, readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT term.id * %(longest)s + month.number AS id,
                   term.internship_id, term.mentor_id, term.backup_id,
                   term.department_id, term.company_id,
                   internship.partner_id, internship.school_id, internship.state,
                   month.start AS month,
                   GREATEST(term.date_from, month.start) AS date_from,
                   LEAST(
                       term.date_to, (month.start + interval '1 month - 1 day')::date
                   ) AS date_to
              FROM hr_internship_term term
              JOIN hr_internship internship ON internship.id = term.internship_id
             CROSS JOIN LATERAL (
                   SELECT day::date AS start, number - 1 AS number
                     FROM generate_series(
                              date_trunc('month', term.date_from),
                              term.date_to,
                              interval '1 month'
                          ) WITH ORDINALITY AS series(day, number)
                    WHERE number <= %(longest)s
                   ) month
             WHERE internship.active
               AND internship.state != 'cancelled'
               AND term.kind = 'work'
               AND term.date_from IS NOT NULL
               AND term.date_to IS NOT NULL
            """,
            longest=LONGEST_TERM,
        )

    def action_open_internship(self):
        """Open the internship of this line."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship",
            "res_id": self.internship_id.id,
            "view_mode": "form",
        }

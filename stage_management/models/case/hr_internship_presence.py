# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who is there in which week."""

from odoo import fields, models
from odoo.tools import SQL

PRESENCE_QUERY = """
    SELECT term.id::bigint * 10000 + (week.monday - DATE '2000-01-03') / 7
               AS id,
           term.internship_id,
           internship.partner_id,
           internship.subject,
           internship.type_id,
           term.department_id,
           term.mentor_id,
           term.company_id,
           internship.state,
           week.monday AS week,
           GREATEST(term.date_from, week.monday) AS first_day,
           %(last_day)s AS last_day,
           GREATEST(0, LEAST(%(last_day)s, week.monday + 4)
               - GREATEST(term.date_from, week.monday) + 1) AS days,
           internship.mentor_user_id,
           internship.backup_user_id,
           internship.manager_user_id,
           internship.department_id AS current_department_id,
           term.mentor_user_id AS term_mentor_user_id
      FROM (%(weeks)s) week
      JOIN hr_internship_term term
        ON daterange(term.date_from, term.date_to, '[]')
           && daterange(week.monday, week.monday + 7)
       AND term.date_from IS NOT NULL
       AND term.date_to IS NOT NULL
       AND term.kind = 'work'
      JOIN hr_internship internship ON internship.id = term.internship_id
     WHERE internship.active
       AND internship.state != 'cancelled'
       AND (internship.state != 'terminated'
            OR internship.ended_on IS NULL
            OR internship.ended_on >= week.monday)
"""


class HrInternshipPresence(models.Model):
    """One line per term and week: presence over departments and weeks.

    The weeks come first and look up the terms that hold in them, by an index on
    periods: a filter on weeks reads the terms of these weeks and no others.
    """

    _name = "hr.internship.presence"
    _description = "Intern Presence"
    _auto = False
    _rec_name = "partner_id"
    _order = "week, id"
    _depends = {
        "hr.internship": [
            "partner_id", "state", "ended_on", "active", "mentor_user_id",
            "backup_user_id", "manager_user_id", "type_id", "subject", "department_id",
        ],
        "hr.internship.term": [
            "internship_id", "company_id", "department_id", "mentor_id",
            "mentor_user_id", "date_from", "date_to",
        ],
    }  # fmt: skip

    internship_id = fields.Many2one("hr.internship", string="Interns", readonly=True)
    partner_id = fields.Many2one("res.partner", string="Intern", readonly=True)
    subject = fields.Char(string="Topic", readonly=True)
    type_id = fields.Many2one("hr.internship.type", readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True)
    mentor_id = fields.Many2one("hr.employee", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    state = fields.Selection(
        selection=lambda self: (
            self.env["hr.internship"]._fields["state"]._description_selection(self.env)
        ),
        readonly=True,
    )
    week = fields.Date(readonly=True, help="The Monday of the week.")
    first_day = fields.Date(readonly=True)
    last_day = fields.Date(readonly=True)
    days = fields.Integer(
        string="Weekdays", readonly=True, help="From Monday to Friday, as planned."
    )
    # For the record rule, which must find them by a column.
    mentor_user_id = fields.Many2one("res.users", readonly=True)
    backup_user_id = fields.Many2one("res.users", readonly=True)
    manager_user_id = fields.Many2one("res.users", readonly=True)
    current_department_id = fields.Many2one("hr.department", readonly=True)
    term_mentor_user_id = fields.Many2one("res.users", readonly=True)

    @property
    def _table_query(self):
        last_day = SQL(
            "LEAST(term.date_to, week.monday + 6, CASE WHEN internship.state = "
            "'terminated' THEN internship.ended_on END)"
        )
        return SQL(PRESENCE_QUERY, last_day=last_day, weeks=self._weeks_query())

    def _weeks_query(self):
        """The Mondays from the first day of all terms to the last."""
        return SQL(
            """
            SELECT monday::date
              FROM generate_series(
                       date_trunc('week', (
                           SELECT min(date_from) FROM hr_internship_term
                       )::timestamp),
                       (SELECT max(date_to) FROM hr_internship_term)::timestamp,
                       interval '1 week'
                   ) monday
            """
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

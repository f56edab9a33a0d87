# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who is an intern where, on what: for all staff."""

from odoo import api, fields, models
from odoo.tools import SQL


class HrInternshipDirectory(models.Model):
    """What every colleague may know of the interns who are here or about to arrive.

    Harmless facts only, as plain text where the record itself is not for everyone.
    From when an intern is shown is a matter of the company; after the last day, or
    with *Show in the Directory* off, the intern is not shown. The record rule holds
    the dates, so that what is shown follows the day without a cron.
    Source: toolbox B8, *who is an intern where and on what*.
    """

    _name = "hr.internship.directory"
    _description = "Intern Directory"
    _auto = False
    _order = "name, id"
    _rec_names_search = ["name", "subject"]
    _depends = {
        "hr.internship": [
            "partner_id", "subject", "department_id", "mentor_id", "company_id",
            "date_start", "date_end", "state", "active", "is_listed",
        ],
        "hr.employee": ["name"],
        "hr.work.location": ["name", "location_type"],
        "res.company": ["internship_directory_days"],
        "res.partner": ["name"],
    }  # fmt: skip

    name = fields.Char(string="Intern", readonly=True)
    subject = fields.Char(string="Topic", readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True)
    mentor_name = fields.Char(string="Mentor", readonly=True)
    mentor_id = fields.Many2one(
        "hr.employee.public", string="Mentor's Card", readonly=True
    )
    building = fields.Char(readonly=True, help="Where the mentor works.")
    company_id = fields.Many2one("res.company", readonly=True)
    date_start = fields.Date(string="From", readonly=True)
    date_end = fields.Date(string="Until", readonly=True)
    listed_from = fields.Date(string="Shown From", readonly=True)
    is_here = fields.Boolean(string="Here Today", compute="_compute_is_here")

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT internship.id,
                   intern.name,
                   internship.subject,
                   internship.department_id,
                   mentor.name AS mentor_name,
                   mentor.id AS mentor_id,
                   location.name AS building,
                   internship.company_id,
                   internship.date_start,
                   internship.date_end,
                   internship.date_start - company.internship_directory_days
                       AS listed_from
              FROM hr_internship internship
              JOIN res_company company ON company.id = internship.company_id
              JOIN res_partner intern ON intern.id = internship.partner_id
         LEFT JOIN hr_employee mentor ON mentor.id = internship.mentor_id
         LEFT JOIN hr_version version ON version.id = mentor.current_version_id
         LEFT JOIN hr_work_location location
                ON location.id = version.work_location_id
               AND location.location_type != 'home'
             WHERE internship.state IN ('ready', 'ongoing')
               AND internship.is_listed
               AND internship.active
            """
        )

    @api.depends("date_start", "date_end")
    def _compute_is_here(self):
        today = fields.Date.context_today(self)
        for line in self:
            line.is_here = line.date_start <= today <= line.date_end

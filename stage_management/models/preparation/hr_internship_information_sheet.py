# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The information sheet of an internship."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

# who fills in what; the rest is the coordinator's
INTERN_FIELDS = (
    "emergency_name",
    "emergency_phone",
    "emergency_relation",
    "languages",
    "needs",
)
MENTOR_FIELDS = ("arrival", "team_habits", "first_contact")


class HrInternshipInformationSheet(models.Model):
    """All that is good to know of an intern, on one sheet.

    The coordinator draws it up; intern and mentor fill in their parts. What the
    internship says already is shown, not copied. Source: toolbox B4 and tool T4.
    """

    _name = "hr.internship.information.sheet"
    _description = "Information Sheet of an Internship"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "internship_id desc, id"
    _rec_name = "internship_id"

    internship_id = fields.Many2one(
        "hr.internship", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True, index=True
    )
    # what stands elsewhere
    partner_id = fields.Many2one(related="internship_id.partner_id", string="Intern")
    email = fields.Char(related="partner_id.email")
    phone = fields.Char(related="partner_id.phone")
    school_id = fields.Many2one(related="internship_id.school_id")
    programme_id = fields.Many2one(related="internship_id.programme_id")
    supervisor_id = fields.Many2one(related="internship_id.supervisor_id")
    supervisor_email = fields.Char(
        related="supervisor_id.email", string="E-mail of the Supervisor"
    )
    supervisor_phone = fields.Char(
        related="supervisor_id.phone", string="Phone of the Supervisor"
    )
    date_start = fields.Date(related="internship_id.date_start", string="From")
    date_end = fields.Date(related="internship_id.date_end", string="Until")
    resource_calendar_id = fields.Many2one(related="internship_id.resource_calendar_id")
    planned_hours = fields.Float(related="internship_id.planned_hours")
    department_id = fields.Many2one(related="internship_id.department_id")
    mentor_id = fields.Many2one(related="internship_id.mentor_id")
    backup_id = fields.Many2one(related="internship_id.backup_id")
    subject = fields.Char(related="internship_id.subject", string="Assignment")
    site_id = fields.Many2one(related="internship_id.site_id", readonly=False)
    workplace = fields.Char(related="internship_id.desk", readonly=False)
    # the coordinator's part
    expenses = fields.Text(help="Which expenses are paid back, and how.")
    access_rights = fields.Text(
        string="Access", help="Badges, rooms, systems and who gives access."
    )
    # the intern's part
    emergency_name = fields.Char(string="In an Emergency, Call")
    emergency_phone = fields.Char()
    emergency_relation = fields.Char(string="Relation", help="Mother, partner, friend…")
    languages = fields.Char(string="Languages Spoken")
    needs = fields.Text(
        string="What Helps", help="What the intern needs to work and learn well."
    )
    intern_filled_on = fields.Datetime(readonly=True)
    # the mentor's part
    arrival = fields.Text(
        string="First Day", help="Where, at what time, and whom to ask for."
    )
    first_contact = fields.Char(
        string="Reach the Mentor", help="Phone or chat that the intern can use."
    )
    team_habits = fields.Text(string="Habits of the Team")
    mentor_filled_on = fields.Datetime(readonly=True)
    missing_parts = fields.Char(
        string="Still Missing", compute="_compute_missing_parts", compute_sudo=True
    )
    is_complete = fields.Boolean(
        string="Complete", compute="_compute_missing_parts", compute_sudo=True
    )
    can_edit_all = fields.Boolean(compute="_compute_can_edit_all")

    _internship_unique = models.Constraint(
        "UNIQUE(internship_id)", "The internship has its information sheet already."
    )

    @api.depends(
        "email", "phone", "school_id", "supervisor_id", "date_start", "date_end",
        "resource_calendar_id", "mentor_id", "backup_id", "subject", "workplace",
        "site_id", "expenses", "access_rights", "emergency_name", "emergency_phone",
        "languages", "arrival", "first_contact",
    )  # fmt: skip
    def _compute_missing_parts(self):
        for sheet in self:
            missing = [label for value, label in sheet._get_parts() if not value]
            sheet.missing_parts = ", ".join(missing) or False
            sheet.is_complete = not missing

    def _get_parts(self):
        """What a complete sheet holds: ``[(value, what it is)]``."""
        self.ensure_one()
        env = self.env
        return [
            (self.email or self.phone, env._("how to reach the intern")),
            (self.emergency_name and self.emergency_phone, env._("emergency contact")),
            (self.languages, env._("languages")),
            (self.school_id and self.supervisor_id, env._("school and supervisor")),
            (self.date_start and self.date_end, env._("dates")),
            (self.resource_calendar_id, env._("working hours")),
            (self.mentor_id and self.backup_id, env._("mentor and backup")),
            (self.subject, env._("assignment")),
            (self.workplace or self.site_id, env._("workplace")),
            (self.expenses, env._("expenses")),
            (self.access_rights, env._("access")),
            (self.arrival, env._("first day")),
            (self.first_contact, env._("how to reach the mentor")),
        ]

    @api.depends_context("uid")
    def _compute_can_edit_all(self):
        self.can_edit_all = self.env.user.has_group(
            "stage_management.group_coordinator"
        )

    @api.depends("internship_id")
    def _compute_display_name(self):
        for sheet in self:
            # sudo: who may read the sheet may know of whom it is
            sheet.display_name = sheet.sudo().internship_id.display_name

    def write(self, vals):
        user = self.env.user
        is_coordinator = user.has_group("stage_management.group_coordinator")
        if not (self.env.su or is_coordinator) and set(vals) - set(MENTOR_FIELDS):
            raise AccessError(
                self.env._("Mentors fill in their own part of the information sheet.")
            )
        if not self.env.su and set(vals) & set(MENTOR_FIELDS):
            vals = {**vals, "mentor_filled_on": fields.Datetime.now()}
        result = super().write(vals)
        self.internship_id._refresh_document_states()
        return result

    def action_print(self):
        """Download the sheets as PDF."""
        return self.env.ref(
            "stage_management.hr_internship_information_sheet_report"
        ).report_action(self, config=False)

    @api.private
    def _fill_in_by_intern(self, partner, values):
        """Keep what the intern says of himself or herself.

        :raise AccessError: for somebody else
        :raise UserError: for what is not the intern's part
        """
        self.ensure_one()
        sheet = self.sudo()  # sudo: the intern writes nothing but this part
        if partner != sheet.partner_id:
            raise AccessError(self.env._("Only the intern fills in this part."))
        if set(values) - set(INTERN_FIELDS):
            raise UserError(
                self.env._("This part of the sheet is filled in by others.")
            )
        return sheet.write({**values, "intern_filled_on": fields.Datetime.now()})

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "internship_id",
            "workplace",
            "expenses",
            "access_rights",
            *INTERN_FIELDS,
            "arrival",
            "first_contact",
            "team_habits",
        }

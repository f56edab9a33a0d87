# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Incidents and accidents, with what the law wants and until when."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from ...tools.incident_deadlines import deadlines

# what is due, and the date on which it is done
DUTIES = {
    "school_due": "told_school_on",
    "declaration_due": "declared_on",
    "notice_due": "notified_on",
    "report_due": "reported_on",
}


class HrInternshipIncident(models.Model):
    """Something that happened to an intern, or that an intern was part of.

    Who declares an accident at work is the employer in the sense of the law, which for
    trainees is the school or the organisation, as the agreement says.
    """

    _name = "hr.internship.incident"
    _description = "Incident or Accident"
    _inherit = ["hr.internship.followup.mixin"]
    _order = "day desc, id desc"

    internship_id = fields.Many2one(ondelete="restrict")
    kind = fields.Selection(
        [
            ("incident", "Incident without injury"),
            ("accident", "Accident with injury"),
        ],
        required=True,
        default="incident",
    )
    day = fields.Date(
        string="Happened On", required=True, default=fields.Date.context_today
    )
    hour = fields.Float(string="At")
    place = fields.Char(string="Where", required=True)
    on_the_way = fields.Boolean(string="On the Way to or from Work")
    is_serious = fields.Boolean(
        string="Serious", help="Fatal, or with an injury that lasts."
    )
    description = fields.Text(string="What Happened", required=True)
    injured = fields.Char(string="Who Is Injured")
    witnesses = fields.Text()
    first_aid = fields.Text(help="Who gave it, and what was done.")
    declarant = fields.Selection(
        [("school", "The school"), ("organisation", "The organisation")],
        string="Declared By",
        required=True,
        default="school",
        help="As the agreement says.",
    )
    school_due = fields.Date(
        string="Tell the School By", compute="_compute_deadlines", store=True
    )
    declaration_due = fields.Date(
        string="Declare By", compute="_compute_deadlines", store=True
    )
    notice_due = fields.Date(
        string="Notify the Inspectorate By", compute="_compute_deadlines", store=True
    )
    report_due = fields.Date(
        string="Report to the Inspectorate By", compute="_compute_deadlines", store=True
    )
    told_school_on = fields.Date(string="School Told On", copy=False)
    declared_on = fields.Date(copy=False)
    declaration_number = fields.Char(copy=False)
    notified_on = fields.Date(string="Inspectorate Notified On", copy=False)
    reported_on = fields.Date(string="Report Sent On", copy=False)
    next_due = fields.Date(
        string="Next Deadline",
        compute="_compute_next_due",
        store=True,
        index="btree_not_null",
    )

    _hour_check = models.Constraint(
        "CHECK(hour >= 0 AND hour < 24)", "Enter the hour as 14:30."
    )
    _order_idx = models.Index("(day DESC, id DESC)")

    @api.depends("day", "partner_name")
    def _compute_display_name(self):
        for incident in self:
            # sudo: who may read the incident may know whose it is
            intern = incident.sudo().partner_name or ""
            day = incident.day and format_date(self.env, incident.day)
            incident.display_name = f"{intern}: {day or ''}"

    @api.depends("day", "kind", "is_serious", "on_the_way")
    def _compute_deadlines(self):
        for incident in self:
            if not incident.day:
                incident.update(dict.fromkeys(DUTIES, False))
                continue
            found = deadlines(
                incident.day,
                incident.kind == "accident",
                incident.is_serious,
                incident.on_the_way,
            )
            incident.school_due = found.school
            incident.declaration_due = found.declaration
            incident.notice_due = found.notice
            incident.report_due = found.report

    @api.depends(*DUTIES, *DUTIES.values())
    def _compute_next_due(self):
        for incident in self:
            open_days = [
                incident[due]
                for due, done in DUTIES.items()
                if incident[due] and not incident[done]
            ]
            incident.next_due = min(open_days, default=False)

    @api.constrains("day", *DUTIES.values())
    def _check_dates(self):
        self._check_not_later(["day", *DUTIES.values()])
        for incident in self:
            done = [incident[name] for name in DUTIES.values() if incident[name]]
            if done and min(done) < incident.day:
                raise ValidationError(
                    self.env._("Nothing is reported before the day it happened.")
                )

    @api.constrains("day", "internship_id")
    def _check_within(self):
        for incident in self:
            case = incident.internship_id
            dates = (case.date_start, case.date_end)
            if not all(dates) or not dates[0] <= incident.day <= dates[1]:
                raise ValidationError(
                    self.env._(
                        "The day lies outside the internship (%(start)s – %(end)s).",
                        start=format_date(self.env, dates[0]) or "…",
                        end=format_date(self.env, dates[1]) or "…",
                    )
                )

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "kind",
            "day",
            "hour",
            "place",
            "description",
            "declarant",
            "declaration_due",
            "declared_on",
            "declaration_number",
        }

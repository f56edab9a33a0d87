# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What an intern works on: a project, not tasks."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

PROJECT_STATES = [
    ("planned", "Planned"),
    ("running", "Running"),
    ("done", "Done"),
    ("stopped", "Stopped"),
]


class HrInternshipProject(models.Model):
    """A project with its briefing, its progress and its result.

    Source: toolbox C3, *projects, not tasks*.
    """

    _name = "hr.internship.project"
    _description = "Project of an Intern"
    _inherit = ["hr.internship.followup.mixin"]
    _order = "deadline, id"

    name = fields.Char(string="Project", required=True)
    assignment = fields.Html(help="What the intern will work on.")
    background = fields.Text(
        string="Context", help="Why the project matters, and to whom."
    )
    contacts = fields.Text(
        string="Contact Persons", help="Who can help the intern with what."
    )
    quality_criteria = fields.Text(help="How you will see that the result is good.")
    milestones = fields.Text(help="Steps on the way, and when they should be done.")
    deadline = fields.Date(index="btree_not_null")
    deliverable = fields.Text(
        string="Expected Result", help="What is there at the end of the project."
    )
    state = fields.Selection(PROJECT_STATES, required=True, default="planned")
    progress = fields.Integer(aggregator="avg")
    progress_note = fields.Text(
        string="Where It Stands", help="Also what the intern reports."
    )
    progress_on = fields.Date(string="Progress Seen On", readonly=True, copy=False)
    delivered_on = fields.Date(copy=False)
    is_late = fields.Boolean(
        string="Late", compute="_compute_is_late", search="_search_is_late"
    )

    _progress_check = models.Constraint(
        "CHECK(progress >= 0 AND progress <= 100)",
        "The progress is a percentage: enter a number from 0 to 100.",
    )
    _order_idx = models.Index("(deadline, id)")

    @api.depends("deadline", "state")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for project in self:
            is_open = project.state in ("planned", "running")
            is_past = bool(project.deadline) and project.deadline < today
            project.is_late = is_open and is_past

    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        return [("state", "in", ("planned", "running")), ("deadline", "<", "today")]

    @api.constrains("deadline", "internship_id")
    def _check_deadline(self):
        for project in self:
            case = project.internship_id
            dates = (case.date_start, case.date_end)
            is_within = all(dates) and dates[0] <= (project.deadline or dates[0])
            if project.deadline and not (is_within and project.deadline <= dates[1]):
                raise ValidationError(
                    self.env._(
                        "The deadline of “%(name)s” lies outside the internship: the "
                        "intern is not there then.",
                        name=project.name,
                    )
                )

    @api.constrains("delivered_on")
    def _check_delivered(self):
        self._check_not_later(["delivered_on"])

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._date_progress(vals)
        return super().create(vals_list)

    def write(self, vals):
        vals = dict(vals)
        self._date_progress(vals)
        return super().write(vals)

    @api.model
    def _date_progress(self, vals):
        """Note when the progress was last looked at, and what a result means."""
        today = fields.Date.context_today(self)
        if {"progress", "progress_note"} & set(vals):
            vals.setdefault("progress_on", today)
        if vals.get("state") == "done":
            vals.setdefault("progress", 100)
            vals.setdefault("delivered_on", today)

    def action_start(self):
        """The intern works on it from now on."""
        return self.write({"state": "running"})

    def action_done(self):
        """The result is there."""
        return self.write({"state": "done"})

    @api.private
    def _report_progress(self, note, progress=None):
        """The intern says where the project stands; for the pages of the portal."""
        for project in self:
            self._check_is_intern(project.internship_id)
        vals = {"progress_note": note}
        if progress is not None:
            vals["progress"] = progress
        # sudo: an intern writes no records, but says this of the own project
        return self.sudo().write(vals)

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "name",
            "assignment",
            "background",
            "contacts",
            "quality_criteria",
            "milestones",
            "deadline",
            "deliverable",
            "state",
            "progress",
            "progress_note",
            "delivered_on",
        }

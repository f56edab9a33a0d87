# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The first day of an intern."""

from odoo import api, fields, models
from odoo.tools import format_date, format_duration

ANSWERS = (
    "clients",
    "colleagues",
    "out_of_work",
    "discussion_moments",
    "school_obligations",
    "illness",
)


class HrInternshipReception(models.Model):
    """What the intern is told before the first day, and agreed on that day.

    Source: toolbox B5 (reception), C3 (mail with the practical information) and C4
    (agreements on clients, colleagues, running out of work, discussion moments,
    obligations towards the school, illness).
    """

    _name = "hr.internship.reception"
    _description = "First Day of an Intern"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "date_start, id"

    internship_id = fields.Many2one(
        "hr.internship", required=True, ondelete="cascade", index=True
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True
    )
    date_start = fields.Date(
        related="internship_id.date_start",
        string="First Day",
        store=True,
        precompute=True,
    )
    partner_name = fields.Char(related="internship_id.partner_name", string="Intern")
    site_id = fields.Many2one(related="internship_id.site_id")
    arrival_hour = fields.Float(string="Expected At", default=9.0)
    received_by_id = fields.Many2one(
        "res.users",
        compute="_compute_received_by_id",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="restrict",
        index="btree_not_null",
        domain="[('share', '=', False)]",
    )
    working_hours = fields.Text(help="Hours, breaks, flexible hours: what is allowed.")
    telework = fields.Text(help="Whether, how often and how it is asked.")
    dress = fields.Text(
        string="Dress and Safety", help="What to wear, protective equipment."
    )
    bring = fields.Text(string="To Bring Along", help="Identity card, bank account…")
    clients = fields.Text(string="Contact with Clients")
    colleagues = fields.Text(string="Habits among Colleagues")
    out_of_work = fields.Text(string="Nothing Left to Do")
    discussion_moments = fields.Text(string="Moments of Discussion")
    school_obligations = fields.Text(string="Obligations towards the School")
    illness = fields.Text(string="In Case of Illness")
    answer_count = fields.Integer(
        string="Agreements Made", compute="_compute_answer_count"
    )
    mentor_reread_on = fields.Date(string="Reread by the Mentor On", readonly=True)
    intern_reread_on = fields.Date(string="Reread by the Intern On", readonly=True)
    mail_sent_on = fields.Date(string="Mail to the Intern", readonly=True, copy=False)
    desk_told_on = fields.Date(string="Reception Desk Told", readonly=True, copy=False)
    event_id = fields.Many2one(
        "calendar.event", string="Reception", readonly=True, copy=False,
        ondelete="set null", index="btree_not_null",
    )  # fmt: skip
    welcome_event_id = fields.Many2one(
        "calendar.event", string="Welcome with the Mentor", readonly=True, copy=False,
        ondelete="set null", index="btree_not_null",
    )  # fmt: skip
    is_moved = fields.Boolean(compute="_compute_is_moved")

    _internship_unique = models.UniqueIndex(
        "(internship_id)", "The first day of this internship is described already."
    )
    _hour_check = models.Constraint(
        "CHECK(arrival_hour >= 0 AND arrival_hour < 24)",
        "Enter the hour of arrival between 00:00 and 23:59.",
    )
    _order_idx = models.Index("(date_start, id)")

    @api.depends("internship_id.partner_name", "date_start")
    def _compute_display_name(self):
        for reception in self:
            day = reception.date_start
            # sudo: those who may read the first day may know whose it is
            intern = reception.sudo().partner_name
            parts = (intern, day and format_date(self.env, day))
            reception.display_name = ", ".join(part for part in parts if part)

    @api.depends("internship_id.acting_coordinator_id")
    def _compute_received_by_id(self):
        for reception in self:
            reception.received_by_id = reception.internship_id.acting_coordinator_id

    @api.depends(*ANSWERS)
    def _compute_answer_count(self):
        for reception in self:
            reception.answer_count = sum(bool(reception[name]) for name in ANSWERS)

    @api.depends("date_start", "event_id.start")
    def _compute_is_moved(self):
        for reception in self:
            # sudo: readers of the first day may not all see the private calendar
            event = reception.sudo().event_id
            day = event and fields.Datetime.context_timestamp(self, event.start).date()
            reception.is_moved = bool(event) and day != reception.date_start

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "internship_id", "date_start", "arrival_hour", "working_hours", "telework",
            "dress", "bring", "mentor_reread_on", "intern_reread_on", *ANSWERS,
        }  # fmt: skip

    def _format_arrival_hour(self):
        """The hour as it is written: 09:00."""
        self.ensure_one()
        return format_duration(self.arrival_hour)

    def action_reread(self):
        """The mentor has read the agreements of the first day again."""
        self.write({"mentor_reread_on": fields.Date.context_today(self)})

    def _reread_by_intern(self):
        """The intern has read them again; called for a checked participant."""
        # sudo: interns write nothing themselves
        self.sudo().write({"intern_reread_on": fields.Date.context_today(self)})

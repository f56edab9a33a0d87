# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Places: assignments that departments offer."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.transitions import table

PLACE_STATES = [
    ("proposed", "Proposed"),
    ("selected", "Selected"),
    ("published", "Published"),
    ("filled", "Filled"),
    ("closed", "Closed"),
    ("rejected", "Not selected"),
]
PLACE_TRANSITIONS = table(
    "proposed",
    ("proposed rejected", "selected", "coordinator"),
    ("selected", "published", "coordinator"),
    ("published", "selected", "coordinator"),
    ("selected published", "filled", "coordinator"),
    ("filled", "published", "coordinator"),
    ("selected published filled", "closed", "coordinator"),
    ("closed", "selected", "coordinator"),
    ("proposed selected", "rejected", "coordinator"),
    ("selected rejected", "proposed", "coordinator"),
)


class HrInternshipPlace(models.Model):
    """An assignment that a department offers, described as a project.

    Source: toolbox B1 (needs analysis, selection) and B2 (places made known).
    """

    _name = "hr.internship.place"
    _description = "Internship Place"
    _inherit = [
        "hr.mixin",
        "hr.internship.transition.mixin",
        "mail.thread",
        "hr.internship.activity.mixin",
    ]
    _order = "date_start desc, id desc"
    _check_company_auto = True

    name = fields.Char(string="Title", required=True, tracking=True)
    state = fields.Selection(
        PLACE_STATES,
        required=True,
        default="proposed",
        tracking=True,
        copy=False,
        group_expand="_group_expand_state",
    )
    company_id = fields.Many2one(
        "res.company", required=True, index=True, default=lambda self: self.env.company
    )
    department_id = fields.Many2one(
        "hr.department", required=True, index=True, check_company=True
    )
    manager_user_id = fields.Many2one(
        related="department_id.manager_id.user_id",
        string="Department Manager",
        store=True,
        index="btree_not_null",
    )
    mentor_id = fields.Many2one("hr.employee", index="btree_not_null", tracking=True)
    mentor_user_id = fields.Many2one(
        related="mentor_id.user_id", store=True, index="btree_not_null"
    )
    type_id = fields.Many2one("hr.internship.type", required=True, index=True)
    domain_ids = fields.Many2many("hr.internship.domain", string="Domains")
    level = fields.Selection(
        selection=lambda self: (
            self.env["hr.study.programme"]
            ._fields["level"]
            ._description_selection(self.env)
        )
    )
    date_start = fields.Date(string="From", copy=False)
    date_end = fields.Date(string="Until", copy=False)
    description = fields.Html(
        string="Assignment", help="What the intern will work on, as a project."
    )
    profile = fields.Html(help="Education, languages and interests that fit.")
    seats = fields.Integer(default=1, required=True)
    seats_taken = fields.Integer(
        compute="_compute_seats_taken", store=True, string="Taken"
    )
    seats_left = fields.Integer(compute="_compute_seats_left", string="Left")
    application_ids = fields.One2many("hr.internship.application", "place_id")
    application_count = fields.Integer(compute="_compute_application_count")
    active = fields.Boolean(default=True)

    _dates_check = models.Constraint(
        "CHECK(date_end IS NULL OR date_start IS NULL OR date_end >= date_start)",
        "The place ends before it starts: check the dates.",
    )
    _seats_check = models.Constraint(
        "CHECK(seats > 0)", "A place has at least one seat."
    )
    _state_idx = models.Index("(company_id, state) WHERE active IS TRUE")
    _state_order_idx = models.Index("(state, date_start DESC, id DESC)")
    _order_idx = models.Index("(date_start DESC, id DESC)")

    @api.depends("application_ids.state")
    def _compute_seats_taken(self):
        for place in self:
            place.seats_taken = len(
                place.application_ids.filtered(lambda a: a.state == "accepted")
            )

    @api.depends("seats", "seats_taken")
    def _compute_seats_left(self):
        for place in self:
            place.seats_left = max(place.seats - place.seats_taken, 0)

    @api.depends("application_ids")
    def _compute_application_count(self):
        counts = dict(
            self.env["hr.internship.application"]._read_group(
                [("place_id", "in", self.ids)], ["place_id"], ["__count"]
            )
        )
        for place in self:
            place.application_count = counts.get(place, 0)

    @api.model_create_multi
    def create(self, vals_list):
        places = super().create(vals_list)
        places.mentor_user_id._sync_contributors()
        return places

    def write(self, vals):
        result = super().write(vals)
        if "mentor_id" in vals:
            self.mentor_user_id._sync_contributors()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_history(self):
        for place in self:
            if place.application_ids:
                raise UserError(
                    self.env._(
                        "%(name)s has applications and stays on record: close the "
                        "place instead of deleting it.",
                        name=place.name,
                    )
                )

    @api.model
    def _group_expand_state(self, states, domain):
        return ["proposed", "selected", "published", "filled"]

    @api.model
    def _transition_table(self):
        return PLACE_TRANSITIONS

    def _take_seat(self):
        """Make sure that each of these places has a seat left, and hold it.

        Locks the place, so that of two coordinators who accept a candidate for the
        last seat at the same moment only one succeeds.

        :raise UserError: when all seats are taken
        """
        self.lock_for_update()
        for place in self:
            if place.seats_taken >= place.seats:
                raise UserError(
                    self.env._(
                        "All %(seats)s seats of “%(place)s” are taken: choose another "
                        "place, or raise the number of seats.",
                        seats=place.seats,
                        place=place.name,
                    )
                )

    def action_select(self):
        """Take the proposal up in this year's offer."""
        return self._transition("selected")

    def action_publish(self):
        """Make the place known to schools and candidates."""
        return self._transition("published")

    def action_close(self):
        """Take no more candidates."""
        return self._transition("closed")

    def action_reject(self):
        """Leave the proposal out of this year's offer."""
        return self._transition("rejected")

    def action_open_applications(self):
        """Open the candidates for this place."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_application_action"
        )
        return {
            **action,
            "domain": [("place_id", "=", self.id)],
            "context": {"default_place_id": self.id},
        }

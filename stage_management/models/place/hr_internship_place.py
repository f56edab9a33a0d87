# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Places: assignments that departments offer."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ...tools.place_states import OPEN_PLACE_STATES, PLACE_STATES, PLACE_TRANSITIONS

# What a coordinator decides on a place; nobody else may enter it.
DECISION_FIELDS = {
    "coordinator_id",
    "outcome_told_on",
    "proposed_by_id",
    "published_on",
    "rejection_reason",
    "selection_reason",
}


class HrInternshipPlace(models.Model):
    """An assignment that a department offers, described as a project.

    Here: identity, period, people and state. The description, the seats, the targets
    and the rest stand in files of their own. Source: toolbox B1 (needs analysis,
    selection), B2 (places made known) and C3 (projects, not tasks).
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
    _rec_names_search = ["name", "department_id"]
    _check_company_auto = True
    # a department that follows its place can write to the coordinator
    _mail_post_access = "read"

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
        "hr.department",
        required=True,
        index=True,
        check_company=True,
        tracking=True,
        default=lambda self: self._default_department_id(),
    )
    manager_user_id = fields.Many2one(
        related="department_id.manager_id.user_id",
        string="Department Manager",
        store=True,
        index="btree_not_null",
    )
    proposed_by_id = fields.Many2one(
        "res.users",
        index="btree_not_null",
        copy=False,
        default=lambda self: self.env.user,
        help="Is told what was decided, together with the department manager.",
    )
    coordinator_id = fields.Many2one(
        "res.users",
        index="btree_not_null",
        copy=False,
        domain="[('share', '=', False)]",
        help="Who follows the place; filled in by itself with the decision.",
    )
    mentor_id = fields.Many2one("hr.employee", index="btree_not_null", tracking=True)
    mentor_user_id = fields.Many2one(
        related="mentor_id.user_id",
        string="Mentor (User)",
        store=True,
        index="btree_not_null",
    )
    backup_id = fields.Many2one(
        "hr.employee",
        index="btree_not_null",
        tracking=True,
        help="Takes over when the mentor is absent; knows the project as well.",
    )
    backup_user_id = fields.Many2one(
        related="backup_id.user_id",
        string="Backup (User)",
        store=True,
        index="btree_not_null",
    )
    type_id = fields.Many2one(
        "hr.internship.type",
        required=True,
        index=True,
        tracking=True,
        default=lambda self: self.env["hr.internship.type"].search([], limit=1),
    )
    domain_ids = fields.Many2many("hr.internship.domain", string="Domains")
    date_start = fields.Date(string="From", copy=False)
    date_end = fields.Date(string="Until", copy=False)
    application_ids = fields.One2many(
        "hr.internship.application", "place_id", context={"active_test": False}
    )
    published_on = fields.Date(copy=False, readonly=True)
    is_editable = fields.Boolean(compute="_compute_is_editable")
    active = fields.Boolean(default=True)

    _dates_check = models.Constraint(
        "CHECK(date_end IS NULL OR date_start IS NULL OR date_end >= date_start)",
        "The place ends before it starts: check the dates.",
    )
    _state_idx = models.Index(
        "(company_id, state, date_start, id) WHERE active IS TRUE"
    )
    _state_order_idx = models.Index("(state, date_start DESC, id DESC)")
    _order_idx = models.Index("(date_start DESC, id DESC)")

    @api.model
    def _default_department_id(self):
        """The department that the user manages, else the user's own.

        A coordinator proposes for others and chooses.
        """
        if self.env.user.has_group("stage_management.group_coordinator"):
            return self.env["hr.department"]
        managed = self.env["hr.department"].search(
            [
                ("manager_id.user_id", "=", self.env.uid),
                ("company_id", "in", [self.env.company.id, False]),
            ],
            limit=1,
        )
        # sudo: the own department of the user.
        return managed or self.env.user.sudo().employee_id.department_id

    @api.depends_context("uid")
    def _compute_is_editable(self):
        """Whether the rules let the user change the place; new ones can be entered."""
        saved = self.filtered("id")
        allowed = saved._origin._filtered_access("write")
        for place in self:
            place.is_editable = not place._origin or place._origin in allowed

    @api.constrains("mentor_id", "backup_id")
    def _check_backup_is_not_mentor(self):
        for place in self:
            if place.mentor_id and place.mentor_id == place.backup_id:
                raise ValidationError(
                    self.env._(
                        "%(name)s can't be mentor and backup of the same place: "
                        "choose somebody else as backup.",
                        name=place.mentor_id.name,
                    )
                )

    @api.constrains("active")
    def _check_open_place_is_active(self):
        for place in self:
            if not place.active and place.state in OPEN_PLACE_STATES:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is still offered: close the place before you "
                        "archive it.",
                        name=place.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        places = super().create(vals_list)
        (places.mentor_user_id | places.backup_user_id)._sync_contributors()
        return places

    def write(self, vals):
        self._check_decision_fields(vals)
        if vals.get("state") and len(vals) > 1:
            # the guards of the new state look at what is entered with it
            details = {name: vals[name] for name in vals if name != "state"}
            super().write(details)
            vals = {"state": vals["state"]}
        result = super().write(vals)
        if {"mentor_id", "backup_id"} & set(vals):
            (self.mentor_user_id | self.backup_user_id)._sync_contributors()
        return result

    def _check_decision_fields(self, vals):
        """A proposal is the department's, the decision on it the coordinator's."""
        if self.env.su or not DECISION_FIELDS & set(vals):
            return
        if not self.env.user.has_group("stage_management.group_coordinator"):
            raise AccessError(
                self.env._("Only a coordinator decides on places: ask the coordinator.")
            )

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
            if place.state != "proposed":
                raise UserError(
                    self.env._(
                        "%(name)s has been decided on and stays on record: close or "
                        "archive the place instead of deleting it.",
                        name=place.name,
                    )
                )

    @api.model
    def _group_expand_state(self, states, domain):
        return ["proposed", "selected", "published", "filled"]

    @api.model
    def _transition_table(self):
        return PLACE_TRANSITIONS

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        # sudo: what follows from a decision, whoever may take it.
        places = self.sudo()
        if target in ("selected", "rejected") and not self.env.su:
            unfollowed = places.filtered(lambda place: not place.coordinator_id)
            unfollowed.coordinator_id = self.env.user
            unfollowed.message_subscribe(self.env.user.partner_id.ids)
        if target == "published":
            places.filtered(
                lambda p: not p.published_on
            ).published_on = fields.Date.context_today(self)
        if target in ("selected", "proposed"):
            places.published_on = False
        return result

    def _get_coordinator(self):
        """The user who follows the place, else a coordinator of its company."""
        self.ensure_one()
        return self.coordinator_id or self.company_id._get_internship_coordinator()

    def action_publish(self):
        """Make the place known to schools and candidates."""
        return self._transition("published")

    def action_unpublish(self):
        """Show the place to nobody outside; the candidates stay."""
        return self._transition("selected")

    def action_propose_again(self):
        """Take a decision back: the place is a proposal again."""
        return self._transition("proposed")

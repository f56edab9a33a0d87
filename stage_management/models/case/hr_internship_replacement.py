# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who stands in for a mentor or a coordinator who is absent."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import format_date

from ...tools.transitions import table

REPLACEMENT_STATES = [
    ("planned", "Planned"),
    ("running", "Absent now"),
    ("over", "Back"),
    ("cancelled", "Cancelled"),
]
REPLACEMENT_TRANSITIONS = table(
    "planned",
    ("planned", "running", "coordinator absentee"),
    ("running", "planned", "coordinator absentee"),
    ("running planned", "over", "coordinator absentee"),
    ("planned running", "cancelled", "coordinator absentee"),
)
OPEN_STATES = ("planned", "running")


class HrInternshipReplacement(models.Model):
    """An absence of somebody who guides or coordinates interns.

    While it runs, to-dos and mails go to who replaces the absent person, who gets the
    access of the mentor; on return everything that is still open comes back. Why
    somebody is absent is nobody's business here, and is not asked.
    """

    _name = "hr.internship.replacement"
    _description = "Replacement During an Absence"
    _inherit = ["hr.mixin", "hr.internship.transition.mixin"]
    _order = "date_from desc, id desc"

    employee_id = fields.Many2one(
        "hr.employee",
        string="Who Is Absent",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.user.employee_id,
    )
    user_id = fields.Many2one(
        related="employee_id.user_id",
        string="User",
        store=True,
        index="btree_not_null",
    )
    company_id = fields.Many2one(
        related="employee_id.company_id", store=True, index=True
    )
    date_from = fields.Date(
        string="Absent From", required=True, default=fields.Date.context_today
    )
    date_to = fields.Date(
        string="Until", help="Last day of the absence. Leave it empty when unknown."
    )
    replacement_id = fields.Many2one(
        "hr.employee",
        string="Replaced as Mentor By",
        ondelete="restrict",
        index="btree_not_null",
        help="Leave it empty to let the backup of each internship take over.",
    )
    coordinator_replacement_id = fields.Many2one(
        "res.users",
        string="Replaced as Coordinator By",
        compute="_compute_coordinator_replacement_id",
        store=True,
        readonly=False,
        ondelete="restrict",
        index="btree_not_null",
        domain=lambda self: [
            ("share", "=", False),
            (
                "all_group_ids",
                "in",
                self.env.ref("stage_management.group_coordinator").ids,
            ),
        ],
    )
    is_coordinator = fields.Boolean(
        compute="_compute_is_coordinator", compute_sudo=True
    )
    state = fields.Selection(
        REPLACEMENT_STATES, required=True, default="planned", copy=False
    )
    told_partner_ids = fields.Many2many(
        "res.partner",
        string="Told by Mail",
        copy=False,
        readonly=True,
        groups="stage_management.group_coordinator",
    )

    _dates_check = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The absence ends before it starts: check the dates.",
    )
    _self_check = models.Constraint(
        "CHECK(replacement_id IS NULL OR replacement_id != employee_id)",
        "Somebody who is absent is not the own replacement: choose a colleague.",
    )
    _running_idx = models.Index("(state) WHERE state IN ('planned', 'running')")
    _order_idx = models.Index("(date_from DESC, id DESC)")

    @api.depends("employee_id.name", "date_from", "date_to")
    def _compute_display_name(self):
        for replacement in self:
            days = [
                format_date(self.env, day) if day else "…"
                for day in (replacement.date_from, replacement.date_to)
            ]
            name = replacement.employee_id.name or ""
            replacement.display_name = f"{name}: {' – '.join(days)}"

    @api.depends("employee_id")
    def _compute_is_coordinator(self):
        group = self.env.ref("stage_management.group_coordinator")
        for replacement in self:
            user = replacement.employee_id.user_id
            replacement.is_coordinator = group in user.all_group_ids

    @api.depends("employee_id")
    def _compute_coordinator_replacement_id(self):
        """The colleague whom the coordinator named once for all."""
        for replacement in self:
            # sudo: a setting of the coordinator's own user
            user = replacement.employee_id.sudo().user_id
            replacement.coordinator_replacement_id = user.internship_backup_id

    @api.constrains("employee_id", "date_from", "date_to", "state")
    def _check_one_absence_at_a_time(self):
        # sudo: the own other absences, whoever enters this one.
        for replacement in self.sudo().filtered(lambda r: r.state in OPEN_STATES):
            same = self.sudo().search(
                [
                    ("id", "!=", replacement.id),
                    ("employee_id", "=", replacement.employee_id.id),
                    ("state", "in", OPEN_STATES),
                    *(
                        [("date_from", "<=", replacement.date_to)]
                        if replacement.date_to
                        else []
                    ),
                    "|",
                    ("date_to", "=", False),
                    ("date_to", ">=", replacement.date_from),
                ],
                limit=1,
            )
            if same:
                raise ValidationError(
                    self.env._(
                        "This absence is known in part already (%(name)s): change "
                        "the dates of that one.",
                        name=same.display_name,
                    )
                )

    @api.constrains("employee_id", "coordinator_replacement_id")
    def _check_coordinator_replacement(self):
        for replacement in self:
            # sudo: groups of a colleague, only to check them
            user = replacement.coordinator_replacement_id.sudo()
            if user and user == replacement.employee_id.sudo().user_id:
                raise ValidationError(
                    self.env._("A coordinator is not the own replacement.")
                )
            if user and not user.has_group("stage_management.group_coordinator"):
                raise ValidationError(
                    self.env._(
                        "%(name)s is no coordinator and can't replace one.",
                        name=user.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_may_name(vals)
        replacements = super().create(vals_list)
        replacements._sync_contributors()
        replacements._follow_calendar()
        return replacements

    def write(self, vals):
        self._check_may_name(vals)
        planning = {"employee_id", "date_from", "date_to"}
        covering = {"replacement_id", "coordinator_replacement_id"}
        changed = (planning | covering) & set(vals)
        if changed:
            self._check_still_open()
        result = super().write(vals)
        if vals.get("replacement_id"):
            self._sync_contributors()
        if changed and "state" not in vals:
            self._follow_change()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_begun(self):
        if any(replacement.state in ("running", "over") for replacement in self):
            raise UserError(
                self.env._(
                    "An absence that began stays on record: end it or cancel it "
                    "instead of deleting it."
                )
            )

    @api.model
    def _check_may_name(self, vals):
        """Only coordinators give a colleague who is no backup access to interns."""
        if self.env.su or not vals.get("replacement_id"):
            return
        if not self.env.user.has_group("stage_management.group_coordinator"):
            raise AccessError(
                self.env._(
                    "Your backup replaces you. Ask the coordinator when it should be "
                    "somebody else."
                )
            )

    def _sync_contributors(self):
        # sudo: the colleague's user is not readable by everyone who names one
        self.sudo().replacement_id.user_id._sync_contributors()

    def _check_still_open(self):
        for replacement in self:
            if replacement.state not in OPEN_STATES:
                raise UserError(
                    self.env._(
                        "%(name)s is over: enter a new absence instead.",
                        name=replacement.display_name,
                    )
                )

    @api.model
    def _transition_table(self):
        return REPLACEMENT_TRANSITIONS

    def _transition_roles(self):
        roles = super()._transition_roles()
        return roles | {"absentee"} if self.user_id == self.env.user else roles

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if "running" in (source, target):
            self._apply_replacement()
        return result

    def action_end(self):
        """The absent person is back: give everything that is still open back."""
        today = fields.Date.context_today(self)
        for replacement in self:
            last_day = max(fields.Date.subtract(today, days=1), replacement.date_from)
            replacement._transition("over", date_to=last_day)
        return True

    def action_cancel(self):
        """The absence does not take place."""
        return self._transition("cancelled")

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The internship: identity, period, state and the transition call."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.internship_states import (
    INTERNSHIP_STATES,
    INTERNSHIP_TRANSITIONS,
    LIVE_STATES,
)

# What is said of an internship by its term in force; see hr.internship.term.
TERM_FIELDS = ("mentor_id", "backup_id", "department_id", "resource_calendar_id")


class HrInternship(models.Model):
    """One internship of one student at one school.

    Dates, mentor, backup, department and hours are those of its terms
    (:class:`HrInternshipTerm`). While there is one term they are entered here;
    with more than one they change by an amendment only.
    """

    _name = "hr.internship"
    _description = "Internship"
    _inherit = [
        "hr.mixin",
        "hr.internship.transition.mixin",
        "hr.internship.portal.mixin",
        "mail.thread",
        "hr.internship.activity.mixin",
    ]
    _order = "date_start desc, id desc"
    _rec_names_search = ["name", "partner_name", "subject"]
    _check_company_auto = True

    name = fields.Char(
        string="Reference",
        required=True,
        readonly=True,
        copy=False,
        default="/",
        index="trigram",
    )
    partner_id = fields.Many2one(
        "res.partner",
        string="Intern",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
        domain="[('is_company', '=', False)]",
    )
    partner_name = fields.Char(
        related="partner_id.name",
        string="Name of the Intern",
        store=True,
        precompute=True,
        index="trigram",
    )
    school_id = fields.Many2one(
        "res.partner",
        index=True,
        ondelete="restrict",
        tracking=True,
        domain="[('is_school', '=', True)]",
    )
    supervisor_id = fields.Many2one(
        "res.partner",
        string="School Supervisor",
        index="btree_not_null",
        ondelete="restrict",
        tracking=True,
        domain="[('is_company', '=', False), ('parent_id', '=?', school_id)]",
        help="Follows the intern on behalf of the school and signs for it.",
    )
    programme_id = fields.Many2one(
        "hr.study.programme",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('school_id', '=?', school_id)]",
    )
    place_id = fields.Many2one(
        "hr.internship.place",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    application_id = fields.Many2one(
        "hr.internship.application",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
        readonly=True,
    )
    type_id = fields.Many2one(
        "hr.internship.type",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["hr.internship.type"].search([], limit=1),
    )
    domain_ids = fields.Many2many("hr.internship.domain", string="Domains")
    subject = fields.Char(
        string="Topic",
        tracking=True,
        index="trigram",
        help="In a few words, for colleagues.",
    )
    assignment = fields.Html(help="The project, as it will stand in the agreement.")
    lang = fields.Selection(
        selection=lambda self: self.env["res.lang"].get_installed(),
        string="Language of Documents",
        compute="_compute_lang",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    company_id = fields.Many2one(
        "res.company", required=True, index=True, default=lambda self: self.env.company
    )
    coordinator_id = fields.Many2one(
        "res.users",
        index="btree_not_null",
        tracking=True,
        default=lambda self: self.env.user,
        domain="[('share', '=', False)]",
    )
    state = fields.Selection(
        INTERNSHIP_STATES,
        required=True,
        default="draft",
        tracking=True,
        copy=False,
        group_expand="_group_expand_state",
    )
    date_start = fields.Date(
        compute="_compute_period",
        inverse="_inverse_period",
        store=True,
        readonly=False,
        copy=False,
        tracking=True,
    )
    date_end = fields.Date(
        compute="_compute_period",
        inverse="_inverse_period",
        store=True,
        readonly=False,
        copy=False,
        tracking=True,
    )
    participant_ids = fields.One2many("hr.internship.participant", "internship_id")
    ended_on = fields.Date(copy=False, readonly=True)
    ended_by = fields.Selection(
        [
            ("intern", "The intern"),
            ("school", "The school"),
            ("organisation", "The organisation"),
            ("mutual", "All parties together"),
        ],
        copy=False,
        readonly=True,
    )
    end_reason = fields.Text(copy=False, readonly=True)
    color = fields.Integer()
    active = fields.Boolean(default=True)

    _name_unique = models.UniqueIndex(
        "(name, company_id) WHERE name != '/'",
        "An internship of that reference exists already.",
    )
    _order_idx = models.Index("(date_start DESC, id DESC)")
    # the columns of the kanban: their counts, and their first cards
    _state_idx = models.Index("(company_id, state) WHERE active IS TRUE")
    _state_order_idx = models.Index("(state, date_start DESC, id DESC)")

    @api.depends("name", "partner_name")
    def _compute_display_name(self):
        for internship in self:
            # sudo: those who may read the internship may know whose it is.
            intern = internship.sudo().partner_name
            names = [part for part in (internship.name, intern) if part and part != "/"]
            internship.display_name = " · ".join(names) or self.env._("New internship")

    @api.depends("partner_id")
    def _compute_lang(self):
        """The intern's own language, until somebody chooses another."""
        for internship in self:
            internship.lang = (
                internship.partner_id.lang or self.env.user.lang or "en_US"
            )

    @api.depends("term_ids.date_from", "term_ids.date_to")
    def _compute_period(self):
        for internship in self:
            starts = [day for day in internship.term_ids.mapped("date_from") if day]
            ends = [day for day in internship.term_ids.mapped("date_to") if day]
            internship.date_start = min(starts, default=False)
            internship.date_end = max(ends, default=False)

    def _inverse_period(self):
        for internship in self:
            internship.term_ids._set_single_period(
                internship.date_start, internship.date_end
            )

    @api.model_create_multi
    def create(self, vals_list):
        vals_list = [self._with_first_term(dict(vals)) for vals in vals_list]
        self._set_references(vals_list)
        self._set_type(vals_list)
        internships = super().create(vals_list)
        internships._sync_participants()
        return internships

    def write(self, vals):
        result = super().write(vals)
        if {"partner_id", "supervisor_id"} & set(vals):
            self._sync_participants()
        return result

    def copy_data(self, default=None):
        """Copy what describes the internship; its terms become one open term."""
        data = super().copy_data(default)
        for vals in data:
            vals.pop("term_ids", None)
        return data

    @api.model
    def _set_type(self, vals_list):
        """Ask once, and not for each record, which type is the usual one."""
        untyped = [vals for vals in vals_list if "type_id" not in vals]
        if untyped:
            usual = self.default_get(["type_id"]).get("type_id")
            for vals in untyped:
                vals["type_id"] = usual

    @api.model
    def _with_first_term(self, vals):
        """Put what belongs to a term into the first term of ``vals``."""
        term = {name: vals[name] for name in TERM_FIELDS if name in vals}
        term["date_from"] = vals.pop("date_start", False)
        term["date_to"] = vals.pop("date_end", False)
        if not vals.get("term_ids"):
            vals["term_ids"] = [(0, 0, term)]
        return vals

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_history(self):
        for internship in self:
            if internship.state not in ("draft", "cancelled"):
                raise UserError(
                    self.env._(
                        "%(name)s stays on record: cancel the internship or end it "
                        "instead of deleting it.",
                        name=internship.display_name,
                    )
                )

    @api.model
    def _group_expand_state(self, states, domain):
        return list(LIVE_STATES)

    @api.model
    def _transition_table(self):
        return INTERNSHIP_TRANSITIONS

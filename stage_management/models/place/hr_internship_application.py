# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Applications: candidates for a place, or spontaneous ones."""

from odoo import api, fields, models, tools
from odoo.exceptions import UserError

from ...tools.transitions import table

APPLICATION_STATES = [
    ("new", "New"),
    ("review", "In review"),
    ("interview", "Interview"),
    ("accepted", "Accepted"),
    ("refused", "Not selected"),
    ("withdrawn", "Withdrawn"),
    ("referred", "Referred"),
    ("set_aside", "Put aside"),
]
OPEN_STATES = ("new", "review", "interview")
APPLICATION_TRANSITIONS = table(
    "new",
    ("new interview refused withdrawn set_aside", "review", "coordinator", True),
    ("new review", "interview", "coordinator"),
    ("new review interview", "accepted", "coordinator", True),
    ("new review interview", "refused", "coordinator", True),
    ("new review interview accepted", "withdrawn", "coordinator"),
    ("new review interview refused withdrawn", "referred", "coordinator"),
    ("new review", "set_aside", "coordinator"),
    ("review set_aside", "new", "coordinator"),
)


class HrInternshipApplication(models.Model):
    """A person who would like to be an intern here.

    Made from a mail to the company's mailbox, or by hand. Source: toolbox B2, B3.
    """

    _name = "hr.internship.application"
    _description = "Internship Application"
    _inherit = [
        "hr.mixin",
        "hr.internship.transition.mixin",
        "hr.internship.portal.mixin",
        "mail.thread.main.attachment",
        "hr.internship.activity.mixin",
    ]
    _rec_name = "partner_name"
    _rec_names_search = ["partner_name", "email_from"]
    _order = "received_on desc, id desc"
    _primary_email = "email_from"
    _check_company_auto = True

    partner_name = fields.Char(
        string="Candidate", required=True, tracking=True, index="trigram"
    )
    email_from = fields.Char(string="E-mail", index="trigram")
    email_normalized = fields.Char(
        compute="_compute_email_normalized", store=True, index="btree_not_null"
    )
    phone = fields.Char()
    partner_id = fields.Many2one(
        "res.partner",
        string="Contact",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
    )
    state = fields.Selection(
        APPLICATION_STATES,
        required=True,
        default="new",
        tracking=True,
        copy=False,
        group_expand="_group_expand_state",
    )
    company_id = fields.Many2one(
        "res.company", required=True, index=True, default=lambda self: self.env.company
    )
    user_id = fields.Many2one(
        "res.users",
        string="Coordinator",
        tracking=True,
        index="btree_not_null",
        domain="[('share', '=', False)]",
    )
    place_id = fields.Many2one(
        "hr.internship.place",
        check_company=True,
        index="btree_not_null",
        ondelete="restrict",
        tracking=True,
        help="Empty for a spontaneous application.",
    )
    department_id = fields.Many2one(
        "hr.department",
        compute="_compute_from_place",
        store=True,
        readonly=False,
        check_company=True,
        index="btree_not_null",
        help="Where the candidate could work; that of the place when there is one.",
    )
    mentor_id = fields.Many2one(
        "hr.employee",
        compute="_compute_from_place",
        store=True,
        readonly=False,
        index="btree_not_null",
        tracking=True,
        help="Meets the candidate at the interview and would guide the intern.",
    )
    mentor_user_id = fields.Many2one(
        related="mentor_id.user_id",
        string="Mentor (User)",
        store=True,
        index="btree_not_null",
    )
    origin = fields.Selection(
        [
            ("mail", "Mail"),
            ("school", "Proposed by a school"),
            ("hand", "Entered by us"),
        ],
        required=True,
        default="hand",
    )
    proposed_by_id = fields.Many2one(
        "res.partner",
        ondelete="restrict",
        index="btree_not_null",
        domain="[('parent_id.is_school', '=', True)]",
        help="Contact of the school that proposes this candidate.",
    )
    school_id = fields.Many2one(
        "res.partner",
        domain="[('is_school', '=', True)]",
        ondelete="restrict",
        index="btree_not_null",
    )
    programme_id = fields.Many2one(
        "hr.study.programme",
        domain="[('school_id', '=?', school_id)]",
        ondelete="restrict",
        index="btree_not_null",
    )
    type_id = fields.Many2one("hr.internship.type", index="btree_not_null")
    domain_ids = fields.Many2many("hr.internship.domain", string="Domains")
    lang = fields.Selection(
        selection=lambda self: self.env["res.lang"].get_installed(), string="Language"
    )
    subject = fields.Char(help="What the candidate wants to work on.")
    date_start = fields.Date(string="From")
    date_end = fields.Date(string="Until")
    received_on = fields.Datetime(required=True, default=fields.Datetime.now)
    color = fields.Integer()
    active = fields.Boolean(default=True)

    _dates_check = models.Constraint(
        "CHECK(date_end IS NULL OR date_start IS NULL OR date_end >= date_start)",
        "The requested period ends before it starts: check the dates.",
    )
    _order_idx = models.Index("(received_on DESC, id DESC)")
    # the columns of the kanban: their counts, and their first cards
    _state_idx = models.Index(
        "(company_id, state, received_on, id) WHERE active IS TRUE"
    )
    _state_order_idx = models.Index("(state, received_on DESC, id DESC)")

    @api.depends("email_from")
    def _compute_email_normalized(self):
        for application in self:
            application.email_normalized = tools.email_normalize(
                application.email_from, strict=False
            )

    @api.depends("place_id.mentor_id", "place_id.department_id")
    def _compute_from_place(self):
        """Those of the place; what was chosen for a spontaneous candidate stays."""
        for application in self:
            place = application.place_id
            application.department_id = place.department_id or application.department_id
            application.mentor_id = place.mentor_id or application.mentor_id

    @api.onchange("programme_id")
    def _onchange_programme_id(self):
        if self.programme_id:
            self.school_id = self.programme_id.school_id

    @api.onchange("proposed_by_id")
    def _onchange_proposed_by_id(self):
        if self.proposed_by_id:
            self.school_id = self.proposed_by_id.parent_id
            self.origin = "school"

    @api.onchange("place_id")
    def _onchange_place_id(self):
        if self.place_id:
            self.type_id = self.place_id.type_id

    @api.model
    def _group_expand_state(self, states, domain):
        return [*OPEN_STATES, "accepted"]

    @api.model
    def _portal_readable_fields(self):
        """Not the state: a decision is told by a person, not by a field."""
        return super()._portal_readable_fields() | {
            "partner_name",
            "subject",
            "received_on",
            "active",
        }

    @api.model
    def _transition_table(self):
        return APPLICATION_TRANSITIONS

    def _before_transition(self, source, target):
        if target == "accepted":
            self.place_id._take_seat()
        return super()._before_transition(source, target)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_decided(self):
        for application in self:
            if application.state not in ("new", "set_aside"):
                raise UserError(
                    self.env._(
                        "The application of %(name)s is being handled and stays on "
                        "record: mark it as withdrawn or not selected instead.",
                        name=application.partner_name,
                    )
                )

    @api.model
    def get_empty_list_help(self, help_message):
        # sudo: the address of the mailbox is public by nature.
        alias = self.env.company.sudo().internship_alias_id
        address = alias.alias_full_name if alias.alias_domain_id else ""
        return super().get_empty_list_help(self._mailbox_help(address) or help_message)

    def _mailbox_help(self, address):
        if not address:
            return ""
        return self.env._(
            "<p class='o_view_nocontent_smiling_face'>No application waits for you</p>"
            "<p>Mails to <a href='mailto:%(address)s'>%(address)s</a> appear here by "
            "themselves. You can also enter a candidate by hand.</p>",
            address=address,
        )

    def _find_or_create_partner(self):
        """The contact of each of these candidates; a new one where there is none.

        Two persons may share one address: a contact is the candidate's only when
        the name agrees as well.
        """
        for application in self.filtered(lambda candidate: not candidate.partner_id):
            application.partner_id = application._find_partner() or self.env[
                "res.partner"
            ].create(application._prepare_partner_vals())
        return self.partner_id

    def _find_partner(self):
        self.ensure_one()
        if not self.email_normalized:
            return self.env["res.partner"]
        return self.env["res.partner"].search(
            [
                ("email_normalized", "=", self.email_normalized),
                ("name", "=ilike", self.partner_name),
                ("is_company", "=", False),
            ],
            limit=1,
        )

    def _prepare_partner_vals(self):
        self.ensure_one()
        return {
            "name": self.partner_name,
            "email": self.email_normalized or self.email_from,
            "phone": self.phone,
            "lang": self.lang or self.env.user.lang,
            "is_company": False,
        }

    def action_start_review(self):
        """Take the application up; who does so follows the candidate."""
        self.filtered(lambda candidate: not candidate.user_id).user_id = self.env.user
        return self._transition("review")

    def action_set_aside(self):
        """Put a mail aside that is no application; it is kept."""
        return self._transition("set_aside")

    def action_restore(self):
        """Take a mail that was put aside up again."""
        return self._transition("new")

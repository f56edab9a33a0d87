# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is to be done for one intern, by whom and until when."""

from odoo import api, fields, models
from odoo.fields import Domain

from ...tools.checklists import (
    BLOCKED_STATES,
    CHECKLIST_KINDS,
    LINE_STATES,
    MOMENTS,
    RESPONSIBLES,
    due_date,
)
from ...tools.internship_states import LIVE_STATES


class HrInternshipChecklistLine(models.Model):
    """One line of a checklist of an internship.

    Made from the items of the checklists that apply, see
    :meth:`HrInternship._add_checklist_lines`, or by hand. Who ticks it is kept;
    see :mod:`.hr_internship_checklist_tick`.
    """

    _name = "hr.internship.checklist.line"
    _description = "Line of an Internship Checklist"
    _inherit = ["hr.internship.file.mixin", "hr.internship.portal.mixin"]
    _file_fields = {"proof": "proof_name"}
    _order = "due_date, kind, sequence, id"

    internship_id = fields.Many2one(
        "hr.internship", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True
    )
    item_id = fields.Many2one(
        "hr.internship.checklist.item",
        readonly=True,
        ondelete="set null",
        index="btree_not_null",
    )
    checklist_id = fields.Many2one(
        "hr.internship.checklist",
        string="Checklist Template",
        ondelete="restrict",
        index="btree_not_null",
    )
    kind = fields.Selection(
        CHECKLIST_KINDS, string="Checklist", required=True, default="logistics"
    )
    sequence = fields.Integer(default=100)
    name = fields.Char(string="What", required=True, translate=True)
    responsible = fields.Selection(
        RESPONSIBLES, string="Who", required=True, default="coordinator"
    )
    service_id = fields.Many2one(
        "hr.internship.service", ondelete="restrict", index="btree_not_null"
    )
    user_id = fields.Many2one(
        "res.users",
        string="Person",
        compute="_compute_user_id",
        store=True,
        precompute=True,
        index="btree_not_null",
        help="Who does it today: the coordinator, the mentor or the backup of the "
        "internship, or who replaces them.",
    )
    moment = fields.Selection(MOMENTS, string="From", required=True, default="start")
    day_offset = fields.Integer(string="Days")
    due_date = fields.Date(
        string="Before", compute="_compute_due_date", store=True, precompute=True
    )
    is_late = fields.Boolean(
        string="Late", compute="_compute_is_late", search="_search_is_late"
    )
    is_current = fields.Boolean(
        compute="_compute_is_current", search="_search_is_current"
    )
    blocks = fields.Selection(BLOCKED_STATES)
    state = fields.Selection(LINE_STATES, required=True, default="open", copy=False)
    is_done = fields.Boolean(
        string="Done", compute="_compute_is_done", inverse="_inverse_is_done"
    )
    done_by_id = fields.Many2one(
        "res.partner",
        readonly=True,
        copy=False,
        ondelete="restrict",
        index="btree_not_null",
    )
    done_on = fields.Date(readonly=True, copy=False)
    reason = fields.Char(string="Why Not Applicable", copy=False)
    note = fields.Char(copy=False)
    needs_proof = fields.Boolean()
    proof = fields.Binary(attachment=True, copy=False)
    proof_name = fields.Char(copy=False)
    service_told_on = fields.Date(readonly=True, copy=False)
    # what a service may know of an intern
    intern_name = fields.Char(related="internship_id.partner_name", string="Intern")
    date_start = fields.Date(related="internship_id.date_start", string="First Day")
    date_end = fields.Date(related="internship_id.date_end", string="Last Day")
    place_name = fields.Char(compute="_compute_place_name", string="Place")

    _service_check = models.Constraint(
        "CHECK(responsible != 'service' OR service_id IS NOT NULL)",
        "Choose the service that does it.",
    )
    _item_unique = models.UniqueIndex(
        "(internship_id, item_id) WHERE item_id IS NOT NULL",
        "This internship has that line already.",
    )
    _order_idx = models.Index("(due_date, kind, sequence, id)")
    _open_idx = models.Index(
        "(user_id, internship_id, checklist_id, due_date) WHERE state = 'open'"
    )
    _service_idx = models.Index(
        "(service_id, due_date) WHERE state = 'open' AND service_id IS NOT NULL"
    )

    @api.depends(
        "responsible",
        "internship_id.acting_coordinator_id",
        "internship_id.acting_mentor_user_id",
        "internship_id.backup_user_id",
    )
    def _compute_user_id(self):
        for line in self:
            # sudo: who has which role is known to whoever may see the line
            internship = line.internship_id.sudo()
            line.user_id = {
                "coordinator": internship.acting_coordinator_id,
                "mentor": internship.acting_mentor_user_id,
                "backup": internship.backup_user_id,
            }.get(line.responsible, False)

    @api.depends(
        "moment", "day_offset", "internship_id.date_start", "internship_id.date_end",
        "internship_id.ended_on",
    )  # fmt: skip
    def _compute_due_date(self):
        for line in self:
            # sudo: the days are shown to whoever may see the line
            internship = line.internship_id.sudo()
            last_day = internship.ended_on or internship.date_end
            line.due_date = due_date(
                internship.date_start, last_day, line.moment, line.day_offset
            )

    @api.depends("due_date", "state")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for line in self:
            line.is_late = (
                line.state == "open" and bool(line.due_date) and line.due_date < today
            )

    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("state", "=", "open") & Domain("due_date", "<", "today")

    @api.depends("internship_id.state")
    def _compute_is_current(self):
        for line in self:
            # sudo: whether it still matters is told to whoever may see the line
            line.is_current = line.internship_id.sudo().state in LIVE_STATES

    def _search_is_current(self, operator, value):
        if operator != "in":
            return NotImplemented
        # a service finds its lines without a look at the internships
        return Domain("internship_id", "any!", [("state", "in", LIVE_STATES)])

    @api.depends("state")
    def _compute_is_done(self):
        for line in self:
            line.is_done = line.state == "done"

    def _inverse_is_done(self):
        for line in self:
            line.state = "done" if line.is_done else "open"

    @api.depends("internship_id.department_id", "internship_id.site_id")
    def _compute_place_name(self):
        for line in self:
            # sudo: where the intern works is what a service has to know
            internship = line.internship_id.sudo()
            parts = (
                internship.department_id.name,
                internship.site_id.name,
                internship.desk,
            )
            line.place_name = ", ".join(part for part in parts if part)

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "internship_id",
            "kind",
            "sequence",
            "name",
            "responsible",
            "due_date",
            "state",
            "done_on",
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the terms say of an internship today."""

from odoo import api, fields, models

from .hr_internship import TERM_FIELDS


class HrInternship(models.Model):
    """Stored copies of the term in force, for rules, lists and searches.

    They follow the term by themselves; the daily mover refreshes which term that is.
    """

    _inherit = "hr.internship"

    term_ids = fields.One2many("hr.internship.term", "internship_id", copy=True)
    term_id = fields.Many2one(
        "hr.internship.term",
        string="Term in Force",
        compute="_compute_term_id",
        store=True,
        index="btree_not_null",
    )
    mentor_id = fields.Many2one(
        "hr.employee",
        compute="_compute_from_term",
        inverse="_inverse_mentor_id",
        store=True,
        readonly=False,
        index=True,
    )
    backup_id = fields.Many2one(
        "hr.employee",
        compute="_compute_from_term",
        inverse="_inverse_backup_id",
        store=True,
        readonly=False,
        index=True,
    )
    department_id = fields.Many2one(
        "hr.department",
        compute="_compute_from_term",
        inverse="_inverse_department_id",
        store=True,
        readonly=False,
        index=True,
    )
    resource_calendar_id = fields.Many2one(
        "resource.calendar",
        string="Working Schedule",
        compute="_compute_from_term",
        inverse="_inverse_resource_calendar_id",
        store=True,
        readonly=False,
        default=lambda self: self.env.company.resource_calendar_id,
    )
    planned_hours = fields.Float(compute="_compute_planned", store=True)
    planned_days = fields.Float(compute="_compute_planned", store=True)
    # For record rules, which must find them by a column.
    mentor_user_id = fields.Many2one(
        related="mentor_id.user_id",
        string="Mentor (User)",
        store=True,
        index="btree_not_null",
    )
    backup_user_id = fields.Many2one(
        related="backup_id.user_id",
        string="Backup (User)",
        store=True,
        index="btree_not_null",
    )
    manager_user_id = fields.Many2one(
        related="department_id.manager_id.user_id",
        string="Department Manager (User)",
        store=True,
        index="btree_not_null",
    )

    @api.depends("term_ids.date_from", "term_ids.date_to")
    def _compute_term_id(self):
        today = fields.Date.context_today(self)
        for internship in self:
            internship.term_id = internship.term_ids._in_force_on(today)

    @api.depends(*(f"term_id.{name}" for name in TERM_FIELDS))
    def _compute_from_term(self):
        for internship in self:
            # sudo: who may read the internship may know what its term says.
            term = internship.sudo().term_id
            for name in TERM_FIELDS:
                internship[name] = term[name]

    def _inverse_mentor_id(self):
        self._write_to_terms("mentor_id")

    def _inverse_backup_id(self):
        self._write_to_terms("backup_id")

    def _inverse_department_id(self):
        self._write_to_terms("department_id")

    def _inverse_resource_calendar_id(self):
        self._write_to_terms("resource_calendar_id")

    def _write_to_terms(self, name):
        """Bring a field to the terms in force that say something else of it."""
        for internship in self:
            term = internship.term_id
            if term and internship[name] != term[name]:
                term.write({name: internship[name].id})

    @api.depends("term_ids.hours", "term_ids.days")
    def _compute_planned(self):
        for internship in self:
            internship.planned_hours = sum(internship.term_ids.mapped("hours"))
            internship.planned_days = sum(internship.term_ids.mapped("days"))

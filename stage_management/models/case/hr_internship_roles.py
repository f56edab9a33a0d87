# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who of the staff takes part in an internship, for record rules."""

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

FEW_DEPARTMENTS = 5
NAMING_FIELDS = ("mentor_user_id", "acting_mentor_user_id", "backup_user_id")


class HrInternship(models.Model):
    _inherit = "hr.internship"

    user_has_role = fields.Boolean(
        string="I Take Part",
        compute="_compute_user_has_role",
        search="_search_user_has_role",
        compute_sudo=True,
        help="I am a coordinator, the mentor of one of the terms, who replaces the "
        "mentor, the backup, or the manager of the department or of one of the two "
        "above it.",
    )

    @api.depends_context("uid")
    @api.depends(
        *NAMING_FIELDS, "manager_user_id", "department_id",
        "department_id.parent_id.manager_id.user_id",
        "department_id.parent_id.parent_id.manager_id.user_id",
        "term_ids.mentor_user_id",
    )  # fmt: skip
    def _compute_user_has_role(self):
        found = self.with_context(active_test=False).search(
            [("id", "in", self.ids), ("user_has_role", "=", True)], order="id"
        )
        for internship in self:
            internship.user_has_role = internship._origin in found

    @api.model
    def _search_user_has_role(self, operator, value):
        """Internships of the user, found in the way that is quickest for him.

        Those who have few are looked up by index, one search per kind of role. For
        the head of many departments that is slower than to filter while reading.
        """
        if operator != "in":
            return NotImplemented
        if self.env.user.has_group("stage_management.group_coordinator"):
            return Domain.TRUE
        user_id = self.env.uid
        # sudo: record rules ask this; it only tells which internships are the user's.
        internships = self.sudo().with_context(active_test=False)
        departments = internships._managed_departments(user_id)
        named = Domain.OR([(field, "=", user_id)] for field in NAMING_FIELDS)
        managed = Domain("department_id", "in", departments.ids)
        terms = internships.env["hr.internship.term"]._search(
            [("mentor_user_id", "=", user_id)]
        )
        guided = terms.subselect("internship_id")
        if len(departments) > FEW_DEPARTMENTS:
            return named | managed | Domain("id", "any!", guided)
        parts = [
            internships._search(named).subselect(),
            internships._search(managed).subselect(),
            guided,
        ]
        return Domain("id", "any!", SQL(" UNION ALL ").join(parts))

    @api.model
    def _managed_departments(self, user_id):
        """Departments whose manager is the user, or that are at most two below."""
        above = ("", "parent_id.", "parent_id.parent_id.")
        return self.env["hr.department"].search(
            Domain.OR([(f"{path}manager_id.user_id", "=", user_id)] for path in above),
            order="id",
        )

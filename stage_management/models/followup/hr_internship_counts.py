# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How much follow-up there is of an internship, and the way to it."""

from odoo import api, fields, models
from odoo.tools import SQL

# field with the number → model, and the action that opens the records
FOLLOWED = {
    "absence_count": "hr.internship.absence",
    "project_count": "hr.internship.project",
    "feedback_count": "hr.internship.feedback",
    "talk_count": "hr.internship.talk",
    "training_count": "hr.internship.training",
    "duty_count": "hr.internship.duty",
    "evaluation_count": "hr.internship.evaluation",
    "thesis_count": "hr.internship.thesis",
    "concern_count": "hr.internship.concern",
    "incident_count": "hr.internship.incident",
}


class HrInternship(models.Model):
    _inherit = "hr.internship"

    is_followed_by_me = fields.Boolean(compute="_compute_is_followed_by_me")
    absence_count = fields.Integer(compute="_compute_followup_counts")
    project_count = fields.Integer(compute="_compute_followup_counts")
    feedback_count = fields.Integer(compute="_compute_followup_counts")
    talk_count = fields.Integer(compute="_compute_followup_counts")
    training_count = fields.Integer(compute="_compute_followup_counts")
    duty_count = fields.Integer(compute="_compute_followup_counts")
    evaluation_count = fields.Integer(compute="_compute_followup_counts")
    thesis_count = fields.Integer(compute="_compute_followup_counts")
    concern_count = fields.Integer(compute="_compute_followup_counts")
    incident_count = fields.Integer(compute="_compute_followup_counts")

    @api.depends("mentor_user_id", "backup_user_id", "acting_mentor_user_id")
    @api.depends_context("uid")
    def _compute_is_followed_by_me(self):
        """Whether the user guides the intern: mentor, backup or coordinator."""
        user = self.env.user
        is_coordinator = user.has_group("stage_management.group_coordinator")
        for internship in self:
            # sudo: only whether it is the user
            case = internship.sudo()
            people = case.mentor_user_id | case.backup_user_id
            people |= case.acting_mentor_user_id
            internship.is_followed_by_me = is_coordinator or user in people

    @api.depends_context("uid")
    def _compute_followup_counts(self):
        """Those that the user may read; one query for all numbers."""
        counts = self._count_followup()
        for internship in self:
            for name, model in FOLLOWED.items():
                key = (model, internship._origin.id)
                internship[name] = counts.get(key, 0)

    def _count_followup(self):
        """How many records: ``{(model, internship id): number}``."""
        models_read = [
            model
            for model in FOLLOWED.values()
            if self.ids and self.env[model].has_access("read")
        ]
        if not models_read:
            return {}
        parts = []
        for number, model in enumerate(models_read):
            query = self.env[model]._search([("internship_id", "in", self.ids)])
            case = SQL.identifier(query.table, "internship_id")
            query.groupby, query.order = case, None
            parts.append(query.select(SQL("%s", number), case, SQL("COUNT(*)")))
        rows = self.env.execute_query(
            SQL(" UNION ALL ").join(SQL("(%s)", part) for part in parts)
        )
        return {(models_read[row[0]], row[1]): row[2] for row in rows}

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Single answers, as figures."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class SurveyUserInputLine(models.Model):
    _inherit = "survey.user_input.line"

    # A sum of marks says nothing.
    value_scale = fields.Integer(aggregator="avg")
    internship_id = fields.Many2one(
        related="user_input_id.internship_id", store=True, index="btree_not_null"
    )
    internship_purpose = fields.Selection(
        related="user_input_id.internship_purpose", string="Survey Of", store=True
    )
    # By which the figures are compared; of the internship as it stands.
    internship_partner_id = fields.Many2one(related="internship_id.partner_id")
    internship_school_id = fields.Many2one(related="internship_id.school_id")
    internship_department_id = fields.Many2one(related="internship_id.department_id")
    internship_mentor_id = fields.Many2one(related="internship_id.mentor_id")
    internship_type_id = fields.Many2one(related="internship_id.type_id")
    internship_date_end = fields.Date(
        related="internship_id.date_end", string="End of the Internship"
    )

    @api.model
    def _get_figure_domain(self):
        """Which lines count in figures: given marks on forms that were sent in."""
        return Domain(
            [
                ("internship_id", "!=", False),
                ("answer_type", "=", "scale"),
                ("user_input_id.state", "=", "done"),
                ("user_input_id.test_entry", "=", False),
            ]
        )

    @api.model
    def _check_unused(self, domain):
        """Refuse to delete what an answer of an internship refers to."""
        # sudo: those who may not read the answers must not lose them either;
        # nothing of them is told.
        if self.sudo().search_count([("internship_id", "!=", False), *domain], limit=1):
            raise UserError(
                self.env._(
                    "This was answered for internships and stays. Close the survey, "
                    "and continue with a copy."
                )
            )

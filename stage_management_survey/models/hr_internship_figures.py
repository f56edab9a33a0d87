# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the answers about an internship say, in figures."""

from odoo import api, fields, models

from .hr_internship import SATISFACTION_TOOLS


class HrInternship(models.Model):
    _inherit = "hr.internship"

    satisfaction_line_ids = fields.One2many(
        "survey.user_input.line",
        "internship_id",
        string="Marks",
        domain=[("answer_type", "=", "scale"), ("user_input_id.state", "=", "done")],
        groups="stage_management.group_coordinator",
    )
    satisfaction_progress = fields.Char(
        string="Answered",
        compute="_compute_satisfaction",
        groups="stage_management.group_coordinator",
    )
    satisfaction_waiting_count = fields.Integer(
        compute="_compute_satisfaction",
        groups="stage_management.group_coordinator",
    )
    satisfaction_unsent_count = fields.Integer(
        compute="_compute_satisfaction_unsent_count",
        compute_sudo=True,
        groups="stage_management.group_coordinator",
        help="Persons who should have been asked by now and were not.",
    )
    satisfaction_intern_score = fields.Float(
        string="Average Mark of the Intern",
        compute="_compute_satisfaction",
        digits=(4, 2),
        groups="stage_management.group_coordinator",
    )
    satisfaction_intern_count = fields.Integer(
        compute="_compute_satisfaction",
        groups="stage_management.group_coordinator",
    )
    satisfaction_mentor_score = fields.Float(
        string="Average Mark of the Mentor",
        compute="_compute_satisfaction",
        digits=(4, 2),
        groups="stage_management.group_coordinator",
    )
    satisfaction_mentor_count = fields.Integer(
        compute="_compute_satisfaction",
        groups="stage_management.group_coordinator",
    )

    @api.depends("satisfaction_answer_ids.state")
    def _compute_satisfaction(self):
        figures = self._get_satisfaction_figures()
        for internship in self:
            answers = internship.satisfaction_answer_ids
            done = answers.filtered(lambda answer: answer.state == "done")
            internship.satisfaction_progress = f"{len(done)} / {len(answers)}"
            internship.satisfaction_waiting_count = len(answers - done)
            for role in ("intern", "mentor"):
                key = (internship._origin.id, f"satisfaction_{role}")
                average, count = figures.get(key, (0.0, 0))
                internship[f"satisfaction_{role}_score"] = average
                internship[f"satisfaction_{role}_count"] = count

    @api.depends(
        "satisfaction_answer_ids.internship_sent_on", "partner_id", "mentor_id"
    )
    def _compute_satisfaction_unsent_count(self):
        for internship in self:
            asked = {
                (answer.internship_purpose, answer.partner_id)
                for answer in internship.satisfaction_answer_ids
                if answer.internship_sent_on or answer.state == "done"
            }
            expected = {
                (tool, internship._get_satisfaction_partner(tool))
                for tool in SATISFACTION_TOOLS
            }
            internship.satisfaction_unsent_count = len(expected - asked)

    def _get_satisfaction_figures(self):
        """Average mark and number of marks per internship and purpose.

        :returns: ``{(internship id, purpose): (average from 0 to 10, count)}``;
            what was left out or not sent in does not count
        """
        Line = self.env["survey.user_input.line"]
        groups = Line._read_group(
            Line._get_figure_domain() & fields.Domain("internship_id", "in", self.ids),
            ["internship_id", "internship_purpose"],
            ["value_scale:avg", "__count"],
        )
        return {
            (internship.id, purpose): (average, count)
            for internship, purpose, average, count in groups
        }

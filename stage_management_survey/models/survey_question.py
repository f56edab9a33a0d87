# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Questions that were answered for an internship stay."""

from odoo import api, models


class SurveyQuestion(models.Model):
    _inherit = "survey.question"

    @api.ondelete(at_uninstall=False)
    def _unlink_except_answered(self):
        self.env["survey.user_input.line"]._check_unused(
            [("question_id", "in", self.ids)]
        )

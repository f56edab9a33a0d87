# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_internship,
    hr_internship_figures,
    survey_question,
    survey_question_answer,
    survey_survey,
    survey_user_input,
    survey_user_input_line,
)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_internship_application_end,
    hr_internship_application_refer,
    hr_internship_application_tell,
    hr_internship_interview_plan,
    hr_internship_place_close,
    hr_internship_place_decision,
    hr_internship_place_decision_line,
)

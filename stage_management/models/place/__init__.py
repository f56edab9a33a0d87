# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    calendar_event,
    hr_internship_application,
    hr_internship_application_decision,
    hr_internship_application_duplicate,
    hr_internship_application_interview,
    hr_internship_application_mail,
    hr_internship_application_proposal,
    hr_internship_application_thread,
    hr_internship_interview,
    hr_internship_interview_appointment,
    hr_internship_place,
    res_company,
)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_department,
    hr_employee,
    hr_internship_application,
    hr_internship_application_mail,
    hr_internship_application_place,
    hr_internship_place,
    hr_internship_place_again,
    hr_internship_place_outcome,
    hr_internship_place_project,
    hr_internship_place_seats,
    hr_internship_place_target,
    hr_internship_place_waiting,
    hr_internship_target,
    res_company,
)

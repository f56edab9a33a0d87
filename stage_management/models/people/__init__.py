# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_department,
    hr_employee,
    hr_internship_domain,
    hr_internship_mentor,
    hr_internship_type,
    hr_study_programme,
    res_partner,
    res_users,
)

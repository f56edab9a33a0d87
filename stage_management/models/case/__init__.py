# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_employee,
    hr_internship,
    hr_internship_actions,
    hr_internship_application,
    hr_internship_guards,
    hr_internship_in_force,
    hr_internship_mover,
    hr_internship_participant,
    hr_internship_parties,
    hr_internship_place,
    hr_internship_roles,
    hr_internship_term,
    res_partner,
)

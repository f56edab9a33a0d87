# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_internship_application,
    hr_internship_application_mail,
    hr_internship_place,
    res_company,
)

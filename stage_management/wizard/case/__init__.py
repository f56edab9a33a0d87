# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_internship_change,
    hr_internship_end,
    hr_internship_handover,
    hr_internship_settings,
)

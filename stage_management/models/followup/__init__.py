# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_internship_followup_mixin,
    hr_internship_absence,
    hr_internship_concern,
    hr_internship_incident,
    hr_internship,
    hr_internship_end,
    hr_internship_counts,
    hr_internship_followup_actions,
    res_users,
    res_users_sources,
)  # isort: skip

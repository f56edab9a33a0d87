# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_internship_activity_mixin,
    hr_internship_digest_line,
    hr_internship_file_mixin,
    hr_internship_portal_mixin,
    hr_internship_rate_limit,
    hr_internship_start_screen,
    hr_internship_transition_mixin,
    ir_actions_report,
    mail_mail,
    res_company,
    res_users,
    res_users_digest,
)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_internship,
    hr_internship_agreement,
    hr_internship_agreement_sending,
    hr_internship_agreement_template,
    hr_internship_agreement_text,
    hr_internship_archive,
    hr_internship_certificate,
    hr_internship_certificate_issue,
    hr_internship_certificate_verify,
    hr_internship_certifying,
    hr_internship_handover,
    hr_internship_signature_request,
    hr_internship_start_screen,
    hr_internship_term,
    res_company,
    res_users,
)

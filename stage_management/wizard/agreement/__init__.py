# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import hr_internship_agreement_send, hr_internship_agreement_send_line
from . import hr_internship_certificate_revoke

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import hr_internship_signature_request
from . import hr_internship_signature_request_round
from . import hr_internship_signature_request_sign
from . import hr_internship_signature_request_deadline
from . import hr_internship_signature_request_reminder
from . import hr_internship_signature_request_power
from . import hr_internship_signature_request_record
from . import hr_internship_signature_request_replace
from . import hr_internship_signature_request_verify
from . import hr_internship_signature_request_evidence
from . import hr_internship_signature_request_annex
from . import hr_internship_signature_annex
from . import hr_internship_signatory
from . import hr_internship_signatory_mail
from . import hr_internship_signatory_substitute
from . import hr_internship_signature
from . import hr_internship_signature_evidence
from . import hr_internship_delegation
from . import base_partner_merge
from . import hr_internship_start_screen
from . import res_company
from . import res_config_settings
from . import res_users

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import hr_internship_signature_request
from . import hr_internship_signature_request_round
from . import hr_internship_signature_request_sign
from . import hr_internship_signature_request_verify
from . import hr_internship_signature_request_evidence
from . import hr_internship_signature_request_public
from . import hr_internship_verification
from . import hr_internship_signatory
from . import hr_internship_signatory_told
from . import hr_internship_signature
from . import base_partner_merge
from . import hr_internship_start_screen
from . import res_company
from . import res_config_settings
from . import res_users

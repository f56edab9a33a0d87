# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import hr_internship
from . import hr_internship_participant
from . import hr_internship_signatory_link
from . import hr_internship_signatory
from . import hr_internship_signature_request
from . import res_partner

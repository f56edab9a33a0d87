# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_archival_report
from . import test_concurrent_signing
from . import test_evidence
from . import test_faults
from . import test_hash_chain
from . import test_killed_process
from . import test_partner_changes
from . import test_pdf_document
from . import test_pdf_engine
from . import test_pdf_evidence
from . import test_pdf_seal
from . import test_public_check
from . import test_qr_code
from . import test_seal
from . import test_signature_request
from . import test_signing_access
from . import test_signing_rounds
from . import test_tampering
from . import test_verify_page

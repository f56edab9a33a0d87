# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .agreement import test_agreement, test_placeholders
from .case import test_accepted_application, test_internship, test_terms
from .people import test_contributors
from .place import test_application_mail, test_tools, test_transitions
from .policy import test_register
from .signing import (
    test_archival_report,
    test_concurrent_signing,
    test_evidence,
    test_hash_chain,
    test_partner_changes,
    test_pdf_document,
    test_pdf_evidence,
    test_pdf_seal,
    test_signature_request,
    test_signing_access,
    test_signing_rounds,
    test_tampering,
)

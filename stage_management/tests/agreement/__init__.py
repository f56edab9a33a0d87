# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_agreement
from . import test_agreement_annex
from . import test_archive
from . import test_certificate
from . import test_agreement_powers
from . import test_failing_engine
from . import test_framework
from . import test_mass_sending
from . import test_pdf_batch
from . import test_placeholders
from . import test_school_agreement
from . import test_template
from . import test_template_text
from . import test_amendment
from . import test_amendment_checks
from . import test_amendment_end
from . import test_amendment_in_force
from . import test_amendment_journey
from . import test_amendment_parties

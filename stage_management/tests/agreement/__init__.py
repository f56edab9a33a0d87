# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_agreement
from . import test_failing_engine
from . import test_placeholders
from . import test_amendment
from . import test_amendment_checks
from . import test_amendment_end
from . import test_amendment_in_force
from . import test_amendment_journey
from . import test_amendment_parties

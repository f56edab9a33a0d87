# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_agreement
from . import test_agreement_powers
from . import test_failing_engine
from . import test_placeholders

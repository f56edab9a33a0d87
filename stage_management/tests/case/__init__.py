# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_accepted_application
from . import test_capacity
from . import test_changes
from . import test_concurrent_capacity
from . import test_departure
from . import test_digest
from . import test_directory
from . import test_handover
from . import test_internship
from . import test_presence
from . import test_query_counts
from . import test_replacement
from . import test_replacement_changes
from . import test_settings
from . import test_start_screen
from . import test_terms

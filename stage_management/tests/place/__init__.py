# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_application_mail
from . import test_concurrent_seat
from . import test_decision
from . import test_interview
from . import test_place_decision
from . import test_place_project
from . import test_place_seats
from . import test_place_target
from . import test_tools
from . import test_transitions

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    test_application_mail,
    test_decision,
    test_interview,
    test_tools,
    test_transitions,
)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    test_absence,
    test_closing,
    test_concern,
    test_concurrent_absence,
    test_duty,
    test_early_end,
    test_evaluation,
    test_evaluations_made,
    test_feedback,
    test_followup_screens,
    test_hours,
    test_incident,
    test_project,
    test_talk,
    test_thesis,
    test_working_time,
)

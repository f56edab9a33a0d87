# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    test_satisfaction_access,
    test_satisfaction_asking,
    test_satisfaction_figures,
    test_satisfaction_pages,
    test_survey_kept,
)

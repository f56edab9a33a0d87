# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""To-dos that the add-on gives by itself."""

CHECKLIST = "stage_management.mail_activity_type_checklist"
LEFT = "stage_management.mail_activity_type_left"
UNCOVERED = "stage_management.mail_activity_type_uncovered"

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_checklist_reminders
from . import test_checklists
from . import test_equipment
from . import test_reception

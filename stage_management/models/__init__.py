# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import common, people, signing, place, case  # isort: skip
from . import preparation, followup, agreement, policy  # isort: skip

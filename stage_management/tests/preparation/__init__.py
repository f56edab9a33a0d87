# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_checklist_reminders
from . import test_checklists
from . import test_equipment
from . import test_reception
from . import test_document
from . import test_document_access
from . import test_document_rules
from . import test_document_signing
from . import test_folder
from . import test_folder_refresh
from . import test_legal_text
from . import test_minor
from . import test_phases
from . import test_printing
from . import test_regulation
from . import test_regulation_again
from . import test_term_mentor
from . import test_cost
from . import test_information_sheet

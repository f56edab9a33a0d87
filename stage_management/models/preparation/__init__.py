# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    hr_internship_service,
    hr_internship_site,
    hr_internship_site_contact,
    hr_internship_checklist,
    hr_internship_checklist_item,
    hr_internship_checklist_line,
    hr_internship_checklist_line_name,
    hr_internship_checklist_nudge,
    hr_internship_checklist_tick,
    hr_internship_checklists,
    hr_internship_equipment,
    hr_internship_equipments,
    hr_internship_reception,
    hr_internship_reception_mail,
    hr_internship_reception_people,
    hr_internship_reception_plan,
    hr_internship_reception_week,
    hr_internship_receptions,
    hr_internship_service_mail,
    hr_internship_start_screen,
    hr_internship_week_slot,
    hr_internship_week_template,
    hr_internship_week_template_slot,
    hr_internship_welcome_material,
    mail_activity,
    res_users,
)
from . import hr_internship_cost
from . import hr_internship_costs
from . import hr_internship_document
from . import hr_internship_document_decision
from . import hr_internship_document_file
from . import hr_internship_document_guards
from . import hr_internship_document_regulation
from . import hr_internship_document_signing
from . import hr_internship_document_type
from . import hr_internship_document_type_folders
from . import hr_internship_document_version
from . import hr_internship_document_acknowledgement
from . import hr_internship_facts
from . import hr_internship_folder
from . import hr_internship_information_sheet
from . import hr_internship_insurance
from . import hr_internship_archive
from . import hr_internship_legal_text
from . import hr_internship_minor
from . import hr_internship_regulation
from . import hr_internship_regulation_again
from . import hr_internship_regulation_end_clause
from . import hr_internship_regulation_text
from . import hr_internship_sheet
from . import hr_internship_signature_request
from . import hr_internship_signature_request_replace
from . import hr_internship_term_folder
from . import res_company_costs
from . import res_config_settings_costs
from . import res_partner_folder
from . import res_users_documents

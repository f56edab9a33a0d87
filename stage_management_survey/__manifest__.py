# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
{
    "name": "Student Internships: Surveys",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Internships",
    "summary": "What interns and mentors think of an internship, in words and figures",
    "author": "Stage management contributors",
    "website": "https://stage-management.example",
    "license": "LGPL-3",
    "depends": ["stage_management", "survey"],
    "data": [
        "security/ir.model.access.csv",
        "security/survey_survey_security.xml",
        "security/survey_user_input_security.xml",
        "views/mail_layout_templates.xml",
        "data/mail_template_data.xml",
        "data/survey_satisfaction_intern_data.xml",
        "data/survey_satisfaction_mentor_data.xml",
        "views/survey_survey_views.xml",
        "views/survey_user_input_views.xml",
        "views/survey_user_input_line_views.xml",
        "views/hr_internship_views.xml",
        "views/survey_templates.xml",
        "views/stage_management_survey_menus.xml",
    ],
    "assets": {
        "survey.survey_assets": [
            "stage_management_survey/static/src/scss/survey_templates_form.scss",
        ],
    },
    "uninstall_hook": "uninstall_hook",
}

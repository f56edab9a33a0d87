# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
{
    "name": "Student Internships: Portal",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Internships",
    "sequence": 96,
    "summary": "Interns and schools follow and sign their internships online",
    "author": "Stage management contributors",
    "website": "https://stage-management.example",
    "license": "LGPL-3",
    "depends": ["stage_management", "portal"],
    "data": [
        "data/mail_template_data.xml",
        "views/hr_internship_views.xml",
        "views/portal_templates.xml",
        "views/hr_internship_templates.xml",
        "views/hr_internship_signature_templates.xml",
        "views/signing_link_templates.xml",
    ],
    "assets": {
        "web.assets_frontend": [
            "stage_management_portal/static/src/scss/portal.scss",
            "stage_management_portal/static/src/interactions/signature_pad.js",
        ],
    },
}

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
{
    "name": "Student Internships: Sweeps",
    "version": "19.0.1.0.0",
    "category": "Hidden/Tests",
    "summary": "Who may what and which page answers what, over all add-ons",
    "author": "Stage management contributors",
    "website": "https://stage-management.example",
    "license": "LGPL-3",
    "depends": [
        "stage_management",
        "stage_management_portal",
        "stage_management_survey",
    ],
    "installable": True,
}

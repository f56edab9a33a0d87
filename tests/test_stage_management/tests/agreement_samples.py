# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the scenario needs to draw up and send agreements."""

import base64

from odoo.fields import Command

ROUNDS = [(1, "intern"), (1, "school"), (2, "organisation")]


def template_values(companies):
    """A template of each company, with its rounds."""
    return [
        {
            "name": f"Sweep {company.name}",
            "title": "Internship agreement",
            "lang": "en",
            "sequence": -1,
            "company_id": company.id,
            "body": "<p>{{ intern }} at {{ school }}: {{ subject }}</p>",
            "round_ids": [
                Command.create({"order": order, "role": role}) for order, role in ROUNDS
            ],
        }
        for company in companies
    ]


def annex_values(case):
    """Two annexes of a case, one of them confidential."""
    return [
        Command.create(
            {
                "name": name,
                "file": base64.b64encode(f"%PDF-1.4 {name} {case.canary}".encode()),
                "file_name": f"{name}.pdf",
                "is_confidential": name == "Fit",
            }
        )
        for name in ("Risks", "Fit")
    ]

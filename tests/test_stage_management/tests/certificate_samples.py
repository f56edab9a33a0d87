# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An issued certificate and a letter that its mentor still writes."""

import base64

from odoo.addons.stage_management.models.signing.write_guard import unlock

PDF = b"%PDF-1.7 certificate"


def certify(case):
    """Make both for the internship of ``case``, which is not over yet."""
    certificates = unlock(case.internship.env["hr.internship.certificate"].sudo())
    common = {
        "internship_id": case.internship.id,
        "lang": "en_US",
        "author_id": case.mentor_user.id,
    }
    code = certificates.env["hr.internship.signature.request"]._new_verification_code()
    certificates.create(
        [
            {
                **common,
                "kind": "certificate",
                "state": "issued",
                "datas": base64.b64encode(PDF),
                "filename": f"Certificate {case.canary}.pdf",
                "sha256": "0" * 64,
                "size": len(PDF),
                "verification_code": code,
                "issued_on": "2026-01-01",
            },
            {**common, "kind": "reference", "body": f"<p>{case.canary}</p>"},
        ]
    )

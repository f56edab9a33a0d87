# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What an intern takes home: the certificate and the letter."""

import backend
from agreement_story import INTERN, MENTOR, SCHOOL
from signing_steps import keep
from steps import download


def issue_certificate(page, case, show):
    """The certificate in the language of the intern; its bytes."""
    page.goto(f"/odoo/internships/{case}")
    page.wait_for_selector(backend.FORM)
    show(page, "internship_terminated")
    backend.press(page, "action_issue_certificate")
    page.wait_for_selector(".o_field_widget[name=verification_code]")
    show(page, "certificate")
    pdf = download(page, lambda: backend.press(page, "action_download"))
    text = keep("certificate", pdf)
    for expected in (INTERN, SCHOOL, MENTOR, "Begroting voor burgers"):
        assert expected in text, expected
    return pdf


def write_reference(page, case, show):
    """A letter with a few words of praise."""
    page.goto(f"/odoo/internships/{case}")
    page.wait_for_selector(backend.FORM)
    backend.press(page, "action_write_reference")
    page.wait_for_selector(".o_field_widget[name=body] .odoo-editor-editable")
    backend.write_text(page, "body", "Wout werkte zelfstandig en nauwgezet.")
    backend.save(page)
    show(page, "letter")
    backend.press(page, "action_issue")
    backend.confirm(page)
    page.wait_for_selector(".o_field_widget[name=verification_code]")
    pdf = download(page, lambda: backend.press(page, "action_download"))
    assert "Wout werkte zelfstandig" in keep("letter", pdf)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An agreement that nobody signs on our screens: the coordinator records it."""

import base64
import importlib.util
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import backend
from office import Office
from public_check import check_code, text_pdf
from signing_steps import keep, record_signature, send

REQUEST = "hr.internship.signature.request"
CERTIFICATES = (
    Path(__file__).resolve().parents[2]
    / "stage_management/tests/signing/certificates.py"
)


def sign_elsewhere(pdf, name):
    """The file as a card reader signs it."""
    spec = importlib.util.spec_from_file_location("certificates", CERTIFICATES)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with ThreadPoolExecutor(1) as pool:  # a loop of its own: the browser has one too
        return pool.submit(module.sign_elsewhere, pdf, name).result()


def test_paper_a_file_and_on_behalf(
    base_url, database, desktop, new_context, login, screenshot
):
    office, page = Office(base_url, database), desktop

    def show(page, name):
        screenshot(page, f"elsewhere_{name}")

    agreement = office.draw_up_agreement("Ines Carvalho")
    login(page, "coordinator", "coordinator")
    page.goto(f"/odoo/internship-agreements/{agreement}")
    page.wait_for_selector(backend.FORM)
    send(page)
    request = office.agreement(agreement)["request_id"][0]
    record_all(page, office, request, show)
    backend.reach_state(page, "completed")
    show(page, "completed")
    assert office.agreement(agreement)["state"] == "signed"
    text = keep("elsewhere", read_file(office, request, "signed_datas"))
    for expected in ("Internship agreement", "Signed on paper", "Lieve Cooreman"):
        assert expected in text, expected
    code = office.agreement(agreement)["verification_code"]
    visitor = new_context().new_page()
    assert check_code(visitor, code, "en") == "Authentic"
    show(visitor, "check_code")


def record_all(page, office, request, show):
    """The intern on paper, the school with a card, the director by a letter."""
    page.locator("button[name=action_open_request]:visible").first.click()
    page.wait_for_selector("button[name=action_open_record]:visible")
    scan = text_pdf("Scan")
    record_signature(
        page, "Ines Carvalho", "paper", "scan.pdf", scan, show, day=date.today()
    )
    signed = sign_elsewhere(read_file(office, request, "datas"), "Dirk Vanhoorne")
    record_signature(page, "Dirk Vanhoorne", "file", "signed.pdf", signed, show)
    record_signature(
        page, "Christine Vandromme", "on_behalf", "letter.pdf", scan, show,
        reason="In het ziekenhuis; de brief is bijgevoegd",
    )  # fmt: skip


def read_file(office, request, field):
    """Bytes of a file of the request, once it is there."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found = office.call(REQUEST, "read", [request], [field])[0][field]
        if found:
            return base64.b64decode(found)
        time.sleep(0.5)
    raise AssertionError(f"{field} of request {request} is empty")

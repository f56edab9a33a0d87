# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the start of an internship waits for, done on the screen."""

import re
import xmlrpc.client
from datetime import date, timedelta

import backend


def prepare_workplace(page, show):
    """Tick the line of the checklists that the start waits for."""
    internship = page.url
    backend.open_stat(page, "action_open_checklists")
    line = page.locator(".o_data_row:has-text('Een werkplek inrichten')")
    line.wait_for()
    show(page, "checklists")
    line.locator(".o_field_widget[name=is_done] input").click()
    page.locator(".o_data_row.text-muted:has-text('Een werkplek')").wait_for()
    page.goto(internship)
    page.wait_for_selector(backend.FORM)


def complete_folder(page, base_url, database, show):
    """Bring what the start waits for, and accept it: on the screen, one by one."""
    internship = page.url
    backend.open_stat(page, "action_open_documents")
    page.wait_for_selector(".o_list_view")
    show(page, "folder")
    first, last = date.today() - timedelta(days=400), date.today() + timedelta(days=400)
    documents = folder(base_url, database, internship)
    for code in ("risk_analysis", "health", "insurance", "enrolment"):
        page.goto(f"/odoo/internship-documents/{documents[code]}")
        page.wait_for_selector(backend.FORM)
        if page.locator("button[name=action_ask_again]:visible").count():
            continue  # the certificate of the school counts already
        backend.attach(page, "file", f"{code}.pdf", b"%PDF-1.7 scanned")
        fill_in_proof(page, code, first, last)
        backend.save(page)
        show(page, f"document_{code}")
        backend.press(page, "action_accept")
        page.wait_for_selector("button[name=action_ask_again]:visible")
    page.goto(internship)
    page.wait_for_selector(backend.FORM)


def folder(base_url, database, internship):
    """Ids of the documents of the internship on that page, by code."""
    server = xmlrpc.client.ServerProxy(f"{base_url}/xmlrpc/2/object")
    case = int(re.findall(r"[0-9]+", internship)[-1])
    types = server.execute_kw(
        database, 2, "admin", "hr.internship.document.type", "search_read",
        [[("code", "!=", False)], ["code"]],
    )  # fmt: skip
    codes = {kind["id"]: kind["code"] for kind in types}
    documents = server.execute_kw(
        database, 2, "admin", "hr.internship.document", "search_read",
        [[("internship_id", "=", case)], ["type_id"]],
    )  # fmt: skip
    return {codes[doc["type_id"][0]]: doc["id"] for doc in documents}


def fill_in_proof(page, code, first, last):
    """What the coordinator reads on each of the documents."""
    if code == "risk_analysis":
        backend.fill_day(page, "told_school_on", date.today())
        backend.fill_day(page, "valid_until", last)
    elif code == "health":
        page.locator("[name=health_result] input[data-value=fit]").click()
    else:
        backend.fill_day(page, "valid_from", first)
        backend.fill_day(page, "valid_until", last)
    if code == "insurance":
        backend.fill(page, "policy_number", "45.318.207")

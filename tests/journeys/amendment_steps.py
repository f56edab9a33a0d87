# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How a coordinator amends a signed agreement, in Dutch."""

import backend
from agreement_story import DEAN
from signing_steps import send


def amend(page, internship, day, kind, fill_in, show):
    """Draw up and send an amendment with one change; says who signs and who reads."""
    page.goto(f"/odoo/internships/{internship}")
    page.wait_for_selector(backend.FORM)
    backend.press(page, "action_draw_up_amendment")
    page.wait_for_selector(".o_field_widget[name=effective_date]")
    backend.choose(page, "school_signatory_id", DEAN)
    backend.fill_day(page, "effective_date", day)
    page.locator("[name=change_ids] .o_field_x2many_list_row_add a").click()
    page.locator(".modal-dialog [name=kind]").wait_for()
    choose_kind(page, kind)
    fill_in(page)
    show(page, "change")
    page.locator(".modal-footer .o_form_button_save").first.click()
    page.wait_for_selector(".modal-dialog", state="detached")
    backend.save(page)
    show(page, "draft")
    parties = [
        page.locator(f".o_field_widget[name={field}]").inner_text()
        if page.locator(f".o_field_widget[name={field}]").count()
        else ""
        for field in ("signs_summary", "notes_summary")
    ]
    send(page)
    return parties


def choose_kind(page, kind):
    """Choose what changes in the dialog."""
    page.locator(".modal-dialog .o_field_widget[name=kind] input").click()
    page.locator(f".o_select_menu_item:has-text('{kind}')").click()
    page.wait_for_selector(".o_select_menu_item", state="detached")


def other_mentor(name):
    """Fill in that somebody else guides the intern."""
    return lambda page: backend.choose(page, "employee_id", name)


def longer(last):
    """Fill in a later last day."""
    return lambda page: backend.fill_day(page, "date_to", last)


def early_end(last, reason):
    """Fill in that the intern ends earlier."""

    def fill_in(page):
        backend.fill_day(page, "date_to", last)
        page.locator(".modal-dialog .o_field_widget[name=ended_by] input").click()
        page.locator(".o_select_menu_item:has-text('Stagiair')").first.click()
        backend.fill(page, "reason", reason)

    return fill_in

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""From the first week to an early end, as mentor, service and coordinator.

The service ticks its line, the mentor plans the first week, writes down what was
agreed, tells the school of an illness, and can end the internship only after the talks.
"""

from datetime import date

import backend
from mail_reader import html

INTERN = "Robbe Casteleyn"
SUPERVISOR = "dirk.vanhoorne@hogent.school.example"


def test_from_first_week_to_early_end(
    mailbox, new_context, desktop, phone, login, screenshot
):
    service, office = (new_context().new_page() for _person in range(2))
    mentor = desktop
    login(service, "employee", "employee")
    tick_as_service(service, screenshot)
    login(mentor, "mentor", "mentor")
    plan_first_week(mentor, screenshot)
    tell_of_illness(mentor, screenshot)
    assert "Robbe" in html(mailbox.wait_for(SUPERVISOR, "afwezig"))
    refuse_early_end(mentor, screenshot)
    enter_concern(mentor, screenshot)
    end_early(mentor, screenshot)
    login(office, "coordinator", "coordinator")
    office.goto(mentor.url)
    backend.reach_state(office, "terminated")
    screenshot(office, "followup_terminated")
    login(phone, "mentor", "mentor")
    phone.goto("/odoo/internship-lines")
    phone.wait_for_selector(".o_kanban_view")
    screenshot(phone, "followup_phone_lines")


def tick_as_service(page, show):
    page.goto("/odoo/internship-lines")
    page.wait_for_selector(".o_list_view")
    lines = page.locator(".o_data_row")
    lines.first.wait_for()
    before = lines.count()
    assert not page.locator(".o_data_row:has-text('ICT')").count()
    show(page, "followup_service")
    lines.first.locator(".o_field_widget[name=is_done] input").click()
    page.wait_for_function(
        "count => document.querySelectorAll('.o_data_row.text-muted').length >= 1"
        " || document.querySelectorAll('.o_data_row').length < count",
        arg=before,
    )


def open_internship(page):
    backend.open_list(page, "internships")
    backend.open_card(page, INTERN)


def plan_first_week(page, show):
    open_internship(page)
    backend.open_stat(page, "action_open_reception")
    page.wait_for_selector("[name=arrival_hour]")
    backend.tab(page, "first_week")
    page.locator("button[name=action_plan_first_week]").click()
    page.locator(".o_data_row").nth(9).wait_for()
    show(page, "followup_first_week")
    backend.tab(page, "agreements")
    backend.fill(
        page, "illness", "Voor 9 uur bellen naar Jeroen, dan de school mailen."
    )
    backend.save(page)
    show(page, "followup_agreements")


def tell_of_illness(page, show):
    page.goto("/odoo/intern-absences/new")
    page.wait_for_selector(backend.FORM)
    backend.choose(page, "internship_id", "Robbe")
    page.locator("[name=kind] input[data-value=illness]").click()
    backend.save(page)
    backend.press(page, "action_tell_school")
    page.wait_for_selector("button[name=action_tell_school]:visible", state="detached")
    show(page, "followup_absence")


def ask_for_early_end(page):
    open_internship(page)
    backend.press(page, "action_open_end")
    page.wait_for_selector(".modal-dialog")
    page.locator("[name=ended_by] input[data-value=organisation]").click()
    backend.fill(page, "end_reason", "Opdracht en opleiding passen niet bij elkaar.")


def refuse_early_end(page, show):
    ask_for_early_end(page)
    show(page, "followup_end_refused")
    page.locator(".modal-footer button[name=action_confirm]").click()
    page.locator(".modal-dialog:has-text('coördinator')").last.wait_for()
    show(page, "followup_end_sentence")
    page.goto("/odoo/internships")


def enter_concern(page, show):
    page.goto("/odoo/internship-concerns/new")
    page.wait_for_selector(backend.FORM)
    backend.choose(page, "internship_id", "Robbe")
    backend.fill(page, "about", "Robbe levert twee weken na elkaar niets op.")
    backend.fill_day(page, "talked_on", date.today())
    backend.fill_day(page, "school_on", date.today())
    backend.save(page)
    show(page, "followup_concern")


def end_early(page, show):
    ask_for_early_end(page)
    page.locator(".modal-footer button[name=action_confirm]").click()
    page.wait_for_selector(".modal-dialog", state="detached")
    backend.reach_state(page, "terminated")
    show(page, "followup_ended")

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""From a department's idea to an accepted candidate who was told.

The department manager proposes, the coordinator selects, publishes, interviews and
decides, the mentor appraises; the candidate only gets mails.
"""

import xmlrpc.client
from datetime import UTC, date, datetime, timedelta

import backend
from mail_reader import attachments, html

CANDIDATE = "Tine Verlinden"
ADDRESS = "tine.verlinden@student.example"
TITLE = "Brieven die iedereen begrijpt"


class Odoo:
    """The backend as one person, for what takes days in real life."""

    def __init__(self, base_url, database, login):
        self.database, self.password = database, login
        common = xmlrpc.client.ServerProxy(f"{base_url}/xmlrpc/2/common")
        self.uid = common.authenticate(database, login, login, {})
        self.models = xmlrpc.client.ServerProxy(
            f"{base_url}/xmlrpc/2/object", allow_none=True
        )

    def call(self, model, method, *args, **options):
        return self.models.execute_kw(
            self.database, self.uid, self.password, model, method, args, options
        )


def test_from_idea_to_told_candidate(
    base_url, database, mailbox, new_context, desktop, login, screenshot
):
    manager, office, mentor = (
        new_context().new_page(),
        desktop,
        new_context().new_page(),
    )
    login(manager, "manager", "manager")
    propose_place(manager, screenshot)
    complete_description(Odoo(base_url, database, "manager"))
    login(office, "coordinator", "coordinator")
    select_and_publish(office, screenshot)
    enter_candidate(office)
    plan_interview(office, screenshot)
    invitation = mailbox.wait_for(ADDRESS, "gesprek")
    calendar = attachments(invitation)["interview.ics"].decode()
    assert "METHOD:REQUEST" in calendar
    assert "mentor@fod-demo.example" not in f"{invitation} {calendar}"
    begin_interview(Odoo(base_url, database, "coordinator"))
    login(mentor, "mentor", "mentor")
    appraise(mentor, screenshot)
    decide_and_tell(office, screenshot)
    assert "goed nieuws" in html(mailbox.wait_for(ADDRESS, "Uw stage bij"))


def propose_place(page, show):
    page.goto("/odoo/internship-places/new")
    page.wait_for_selector(backend.FORM)
    backend.fill(page, "name", TITLE)
    backend.choose(page, "department_id", "ICT")
    backend.choose(page, "mentor_id", "Jeroen Baete")
    backend.save(page)
    show(page, "selection_proposal")
    assert not page.locator("button[name=action_select]:visible").count()


def complete_description(manager):
    """The rest of the description, as the manager may write it."""
    (place,) = manager.call("hr.internship.place", "search", [("name", "=", TITLE)])
    (domain, *_others) = manager.call("hr.internship.domain", "search", [])
    start = date.today() + timedelta(days=90)
    values = {
        "description": "<p>Maak onze standaardbrieven leesbaar.</p>",
        "deliverable": "Twintig herschreven brieven",
        "profile": "<p>Bachelor communicatie of taal</p>",
        "needs_dutch": True,
        "domain_ids": [(6, 0, [domain])],
        "date_start": start.isoformat(),
        "date_end": (start + timedelta(days=60)).isoformat(),
    }
    manager.call("hr.internship.place", "write", [place], values)


def select_and_publish(page, show):
    backend.open_list(page, "internship-places")
    backend.open_card(page, TITLE)
    show(page, "selection_to_select")
    backend.press(page, "action_select")
    decide_in_dialog(page)
    backend.reach_state(page, "selected")
    backend.press(page, "action_publish")
    backend.reach_state(page, "published")
    show(page, "selection_published")


def decide_in_dialog(page):
    """Give the reason when the wizard asks for one."""
    dialog = page.locator(".modal-dialog:visible")
    if dialog.count():
        dialog.locator(".o_field_widget[name=reason] textarea").fill("Dringend nodig")
        dialog.locator(".modal-footer .btn-primary").click()
        page.wait_for_selector(".modal-dialog", state="detached")


def enter_candidate(page):
    page.goto("/odoo/internship-applications/new")
    page.wait_for_selector(backend.FORM)
    backend.fill(page, "partner_name", CANDIDATE)
    backend.fill(page, "email_from", ADDRESS)
    backend.choose(page, "place_id", TITLE)
    page.locator(".o_field_widget[name=lang] input").click()
    page.locator(".o_select_menu_item:has-text('Nederlands')").first.click()
    backend.save(page)
    backend.press(page, "action_start_review")


def plan_interview(page, show):
    backend.press(page, "action_plan_interview")
    page.wait_for_selector(".modal-dialog")
    page.locator(".modal-dialog .o_field_widget[name=location] input").fill("Lokaal 3")
    show(page, "selection_plan")
    page.locator(".modal-footer button[name=action_confirm]:visible").click()
    page.wait_for_selector(".modal-dialog", state="detached")
    backend.reach_state(page, "interview")
    show(page, "selection_planned")
    assert not page.locator("button.btn-primary[name=action_accept]:visible").count()


def begin_interview(coordinator):
    """Let the moment of the interview come."""
    domain = [("application_id.partner_name", "=", CANDIDATE)]
    (interview,) = coordinator.call(
        "hr.internship.interview", "search_read", domain, fields=["event_id"]
    )
    begun = datetime.now(UTC) - timedelta(hours=2)
    values = {
        "start": begun.strftime("%Y-%m-%d %H:%M:%S"),
        "stop": (begun + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M:%S"),
    }
    coordinator.call("calendar.event", "write", [interview["event_id"][0]], values)


def appraise(page, show):
    backend.open_list(page, "internship-interviews", "list")
    page.locator(f".o_data_row:has-text('{CANDIDATE}') td[name=partner_name]").click()
    page.wait_for_selector(backend.FORM)
    backend.tab(page, "department")
    backend.fill(page, "department_note", "Begreep meteen waarom het ertoe doet.")
    backend.tab(page, "appraisal")
    backend.fill(page, "motivation", "Schrijft graag, wil burgers helpen.")
    page.locator(".o_field_widget[name=mentor_advice] input").first.click()
    backend.save(page)
    backend.press(page, "action_held")
    backend.reach_state(page, "held")
    show(page, "selection_appraised")


def decide_and_tell(page, show):
    backend.open_list(page, "internship-applications")
    backend.open_card(page, CANDIDATE)
    backend.press(page, "action_accept")
    backend.confirm(page)
    page.wait_for_selector(".o_field_widget[name=supervisor_id]")
    show(page, "selection_internship")
    backend.open_list(page, "internship-applications")
    backend.open_card(page, CANDIDATE)
    backend.press(page, "action_tell")
    page.wait_for_selector(".modal-dialog")
    show(page, "selection_tell")
    page.locator(".modal-footer button[name=action_confirm]:visible").click()
    page.wait_for_selector(".modal-dialog", state="detached")
    show(page, "selection_told")

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""From an e-mail to a signed, evaluated internship and the register in Excel.

Told three times: in Dutch, French and English, on the desktop and on a telephone.
Every link that a person follows comes from a mail that really arrived.
"""

import xmlrpc.client
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import backend
import pytest
from openpyxl import load_workbook
from preparation import complete_folder, prepare_workplace
from signing_steps import enter_by_mail, sign_in_backend, sign_in_portal
from steps import (
    answer_what_is_asked,
    download,
    wait_for_link,
    wait_for_signed_document,
)

MAILS = Path(__file__).resolve().parents[2] / "data" / "mails"
MENTOR, MENTOR_ADDRESS = "Jeroen Baete", "mentor@fod-demo.example"


@dataclass(frozen=True)
class Story:
    """Who applies with which mail, and who follows the intern for the school."""

    mail: str
    intern: str
    address: str
    lang: str
    school: str
    programme: str
    supervisor: str
    supervisor_address: str
    supervisor_login: str | None
    on_phone: bool


STORIES = [
    Story(
        "application_nl.eml",
        "Jorunn Vandermaelen",
        "jorunn.vandermaelen@mail.example",
        "nl",
        "HOGENT",
        "Accountancy",
        "Dirk Vanhoorne",
        "dirk.vanhoorne@hogent.school.example",
        "supervisor",
        on_phone=True,
    ),
    Story(
        "application_fr.eml",
        "Éloïse Grandfontaine",
        "eloise.grandfontaine@courriel.example",
        "fr",
        "Université libre de Bruxelles",
        "Communication",
        "Anne-Sophie Goffart",
        "anne-sophie.goffart@ulb.school.example",
        None,
        on_phone=False,
    ),
    Story(
        "application_en.eml",
        "Okeremi, Nwando",
        "nwando.okeremi@mail.example",
        "en",
        "Erasmushogeschool Brussel",
        "Communicatiemanagement",
        "Stijn Roggeman",
        "stijn.roggeman@ehb.school.example",
        None,
        on_phone=True,
    ),
]


def deliver(base_url, database, content):
    """Hand a mail to Odoo as a mail server does."""
    server = xmlrpc.client.ServerProxy(f"{base_url}/xmlrpc/2/object")
    server.execute_kw(
        database, 2, "admin", "mail.thread", "message_process",
        [False, xmlrpc.client.Binary(content)],
    )  # fmt: skip


# the website app brings another layout, languages and public user: on a phone with
# somebody who has a login, and with two people who sign up from their mail
WITH_WEBSITE = ("nl", "fr")


@pytest.fixture(
    params=[
        pytest.param(
            story,
            id=story.lang,
            marks=pytest.mark.website if story.lang in WITH_WEBSITE else (),
        )
        for story in STORIES
    ]
)
def story(request):
    return request.param


def test_from_mail_to_register(
    story, base_url, database, mailbox, new_context, desktop, phone, login, screenshot
):
    office, show = desktop, lambda page, name: screenshot(page, f"{story.lang}_{name}")
    deliver(base_url, database, (MAILS / story.mail).read_bytes())
    login(office, "coordinator", "coordinator")
    accept_application(office, story, show)
    prepare_internship(office, story, show)
    complete_folder(office, base_url, database, show)
    send_agreement(office, show)

    intern = phone if story.on_phone else new_context().new_page()
    enter_by_mail(intern, mailbox, story.address)
    sign_in_portal(intern, story.intern, show, "intern", drawn=True)
    supervisor = new_context().new_page()
    enter_by_mail(supervisor, mailbox, story.supervisor_address, story.supervisor_login)
    supervisor = without_script(new_context, supervisor)
    sign_in_portal(supervisor, story.supervisor, show, "school")
    director = new_context().new_page()
    login(director, "director", "director")
    sign_in_backend(director, mailbox, show)

    wait_for_signed_document(mailbox, story.address)
    run_internship(office, story, show)
    answer_survey(intern, mailbox, story, show)
    answer_survey(new_context().new_page(), mailbox, story, show, mentor=True)
    read_figures(office, story, show)
    backend.press(office, "action_issue_certificate")
    office.wait_for_selector(".o_field_widget[name=verification_code]")
    show(office, "certificate")
    pdf = download(office, lambda: backend.press(office, "action_download"))
    assert pdf[:5] == b"%PDF-"
    office.go_back()
    rows = register_rows(office)
    assert any(story.intern in row for row in rows), rows


def accept_application(page, story, show):
    backend.open_list(page, "internship-applications")
    show(page, "applications")
    backend.open_card(page, story.intern)
    backend.press(page, "action_start_review")
    backend.choose(page, "school_id", story.school)
    backend.choose(page, "programme_id", story.programme)
    show(page, "application")
    backend.press(page, "action_accept")
    backend.confirm(page)
    page.wait_for_selector(".o_field_widget[name=supervisor_id]")


def prepare_internship(page, story, show):
    show(page, "internship_draft")
    first, last = date.today() - timedelta(days=30), date.today() - timedelta(days=1)
    backend.choose(page, "supervisor_id", story.supervisor)
    backend.fill_period(page, first, last)
    backend.choose(page, "department_id", "ICT")
    backend.choose(page, "mentor_id", MENTOR)
    backend.choose(page, "backup_id", "Sophie Collignon")
    backend.write_text(page, "assignment", "Make the budget readable for citizens.")
    backend.save(page)
    backend.press(page, "action_prepare")
    backend.reach_state(page, "preparation")
    show(page, "internship_blockers")


def send_agreement(page, show):
    backend.press(page, "action_draw_up_agreement")
    page.wait_for_selector("button[name=action_send]")
    show(page, "agreement")
    backend.press(page, "action_send")
    backend.confirm(page)
    page.wait_for_selector("button[name=action_open_request]:visible")
    backend.reach_state(page, "to_sign")


def without_script(new_context, page):
    """The same page of the same person in a browser without JavaScript."""
    state = page.context.storage_state()
    plain = new_context(java_script_enabled=False, storage_state=state).new_page()
    plain.goto(page.url)
    return plain


def run_internship(page, story, show):
    open_internship(page, story)
    prepare_workplace(page, show)
    for button, state in (
        ("action_ready", "ready"),
        ("action_start", "ongoing"),
        ("action_evaluate", "evaluation"),
    ):
        show(page, f"internship_{state}")
        backend.press(page, button)
        backend.reach_state(page, state)


def open_internship(page, story):
    backend.open_list(page, "internships")
    backend.open_card(page, story.intern)


def answer_survey(page, mailbox, story, show, mentor=False):
    address, who = (MENTOR_ADDRESS, "mentor") if mentor else (story.address, "intern")
    page.goto(wait_for_link(mailbox, address, "/survey/"))
    show(page, f"{who}_survey")
    page.locator("button[type=submit]:visible").first.click()
    for _page in range(12):
        page.wait_for_timeout(1500)
        if page.locator(".o_survey_finished").count():
            break
        if page.locator(".modal-footer .btn-primary").count():
            page.locator(".modal-footer .btn-primary").click()
            continue
        answer_what_is_asked(page)
        page.locator("button[type=submit]:visible").last.click()
    page.wait_for_selector(".o_survey_finished")
    show(page, f"{who}_survey_done")


def read_figures(page, story, show):
    open_internship(page, story)
    backend.tab(page, "satisfaction")
    show(page, "figures")
    assert page.locator(".o_field_widget[name=satisfaction_intern_score]").inner_text()


def register_rows(page):
    """Rows of the register of this year, as tuples."""
    content = download(
        page,
        lambda: page.evaluate(
            "() => { window.location = '/internships/register.xlsx' }"
        ),
    )
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    return list(sheet.iter_rows(values_only=True))

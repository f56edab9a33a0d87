# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Agreements from the framework to the certificate, and whether others believe them.

The intern reads Dutch, the school French, who checks the certificate English too.
"""

from datetime import timedelta

import backend
import pytest
from agreement_story import (
    AGREEMENT,
    CASE,
    DEAN,
    DEAN_ADDRESS,
    ENDED,
    FIRST,
    INTERN,
    INTERN_ADDRESS,
    LAST,
    LATER,
    MENTOR,
    MENTOR_ADDRESS,
    PARTNER,
    SCHOOL,
    TODAY,
    create_dean,
    create_internship,
    spans,
)
from amendment_steps import amend, early_end, longer, other_mentor
from certificate_steps import issue_certificate, write_reference
from mail_reader import attachments
from office import Office
from preparation import complete_folder, prepare_workplace
from public_check import change_byte, check_code, check_file, text_pdf
from signing_steps import (
    enter_by_mail,
    keep,
    send,
    sign_by_link,
    sign_in_backend,
    sign_in_portal,
    words,
)
from steps import download, wait_for_fresh_link, wait_for_signed_document


@pytest.fixture
def office(base_url, database):
    return Office(base_url, database)


def test_from_framework_to_certificate(
    office, base_url, database, mailbox, new_context, desktop, phone, login, screenshot
):
    create_dean(office)
    case = create_internship(office)
    people = {
        "office": desktop,
        "intern": phone,
        "school": new_context(locale="fr-BE").new_page(),
        "director": new_context().new_page(),
    }
    login(desktop, "coordinator", "coordinator")
    login(people["director"], "director", "director")

    def show(page, name):
        return screenshot(page, f"agreements_{name}")

    sign_framework(office, people, mailbox, show)
    desktop.goto(f"/odoo/internships/{case}")
    desktop.wait_for_selector(backend.FORM)
    complete_folder(desktop, base_url, database, lambda *_args: None)
    sign_agreement(people, mailbox, show)
    begin(desktop, case)
    change_mentor(office, case, people, mailbox, show, new_context, login)
    extend(office, case, people, mailbox, show)
    end_early(office, case, people, mailbox, show)
    read_what_is_in_force(office, case, people, show)
    pdf = issue_certificate(desktop, case, show)
    write_reference(desktop, case, show)
    check_in_public(office, case, pdf, new_context, show)


def sign_framework(office, people, mailbox, show):
    """The school signs by a personal link in French, then the organisation."""
    page = people["office"]
    school = office.find(PARTNER, ("name", "=", SCHOOL))
    domain = [("kind", "=", "framework"), ("school_id", "=", school)]
    framework = office.find(AGREEMENT, *domain)
    page.goto(f"/odoo/internship-frameworks/{framework}")
    page.wait_for_selector(backend.FORM)
    backend.choose(page, "school_signatory_id", DEAN)
    backend.fill_day(page, "date_from", FIRST)
    backend.save(page)
    page.locator("button[name=action_fill]").click()
    backend.confirm(page)
    show(page, "framework_draft")
    send(page)
    sign_by_link(
        people["school"], mailbox, DEAN_ADDRESS, DEAN, show, "framework_school"
    )
    sign_in_backend(people["director"], mailbox, show)
    pdf = wait_for_signed_document(mailbox, DEAN_ADDRESS)
    text = keep("framework", pdf)
    for expected in ("Convention-cadre", SCHOOL, "2. Durée et résiliation", DEAN):
        assert expected in text, expected
    assert office.agreement(framework)["state"] == "signed"


def sign_agreement(people, mailbox, show):
    """In two languages, with two annexes; each signs in a way of his own."""
    page = people["office"]
    backend.press(page, "action_draw_up_agreement")
    page.wait_for_selector("button[name=action_send]")
    backend.choose(page, "school_signatory_id", DEAN)
    backend.choose(page, "second_template_id", "Convention de stage")
    add_annexes(page)
    backend.save(page)
    show(page, "agreement_annexes")
    send(page)
    enter_by_mail(people["intern"], mailbox, INTERN_ADDRESS)
    assert people["intern"].locator(".o_internship_annexes li").count() == 2
    sign_in_portal(people["intern"], INTERN, show, "agreement_intern")
    school = people["school"]
    sign_by_link(school, mailbox, DEAN_ADDRESS, DEAN, show, "agreement_school")
    annexes = school.locator(".o_internship_annexes a")
    assert annexes.count() == 1
    assert download(school, annexes.first.click).startswith(b"%PDF-")
    sign_in_backend(people["director"], mailbox, show)
    text = keep("agreement", wait_for_signed_document(mailbox, INTERN_ADDRESS))
    for expected in ("Stageovereenkomst", "Convention de stage", INTERN):
        assert expected in text, expected
    for words_of_law in ("vertegenwoordigd door", "représenté par"):
        assert f"{words_of_law} {DEAN}" in text, words_of_law


def add_annexes(page):
    """The risk analysis, and the assessment of health that the school never sees."""
    backend.tab(page, "annexes")
    for name in ("Risicoanalyse van de werkplek", "Gezondheidsbeoordeling"):
        page.locator("[name=annex_ids] .o_field_x2many_list_row_add a").click()
        page.locator(".o_selected_row [name=document_id] input").wait_for()
        backend.choose(page, "document_id", name)


def begin(page, case):
    """Let the internship begin."""
    page.goto(f"/odoo/internships/{case}")
    page.wait_for_selector(backend.FORM)
    prepare_workplace(page, lambda *_args: None)
    for button, state in (("action_ready", "ready"), ("action_start", "ongoing")):
        backend.press(page, button)
        backend.reach_state(page, state)


def change_mentor(office, case, people, mailbox, show, new_context, login):
    """The school only takes note: it doesn't sign, and gets the text."""
    page, day = people["office"], TODAY - timedelta(days=14)
    signs, reads = amend(
        page, case, day, "Andere mentor", other_mentor(MENTOR),
        lambda page, name: show(page, f"mentor_{name}"),
    )  # fmt: skip
    assert DEAN not in signs and DEAN in reads, (signs, reads)
    sign_next(people["intern"], mailbox, INTERN_ADDRESS, INTERN, show, "mentor_intern")
    mentor = new_context().new_page()
    login(mentor, "mentor", "mentor")
    sign_in_backend(mentor, mailbox, show, MENTOR_ADDRESS, "mentor")
    sign_in_backend(people["director"], mailbox, show)
    keep("mentor", wait_for_signed_document(mailbox, INTERN_ADDRESS))
    told = mailbox.wait_for(DEAN_ADDRESS, "Pour information")
    text = words(next(iter(attachments(told).values())))
    assert "Avenant 1" in text or "Addendum 1" in text, text
    assert spans(office, case) == [
        (FIRST, day - timedelta(days=1), "Sophie Collignon"),
        (day, LAST, MENTOR),
    ]


def extend(office, case, people, mailbox, show):
    """Everybody signs that it lasts longer."""
    amend(
        people["office"], case, TODAY - timedelta(days=7), "Langere periode",
        longer(LATER), lambda page, name: show(page, f"longer_{name}"),
    )  # fmt: skip
    sign_all(people, mailbox, show, "longer")
    first = LAST + timedelta(days=1)
    assert spans(office, case)[-1] == (first, LATER, MENTOR), "a term of its own"


def end_early(office, case, people, mailbox, show):
    """Agreed by all: the internship ended yesterday."""
    reason = "Andere keuze van studie"
    amend(
        people["office"], case, ENDED, "Voortijdig einde", early_end(ENDED, reason),
        lambda page, name: show(page, f"end_{name}"),
    )  # fmt: skip
    sign_all(people, mailbox, show, "end")
    found = office.call(CASE, "read", [case], ["state", "ended_on", "end_reason"])[0]
    assert (found["state"], found["ended_on"]) == ("terminated", str(ENDED))
    assert reason in found["end_reason"]
    assert spans(office, case)[-1][1] == ENDED


def sign_all(people, mailbox, show, what):
    sign_next(people["intern"], mailbox, INTERN_ADDRESS, INTERN, show, f"{what}_intern")
    school, name = people["school"], f"{what}_school"
    sign_by_link(school, mailbox, DEAN_ADDRESS, DEAN, show, name)
    sign_in_backend(people["director"], mailbox, show)
    keep(what, wait_for_signed_document(mailbox, INTERN_ADDRESS))


def sign_next(page, mailbox, address, name, show, who):
    """Sign the newest document with the account that the person has by now."""
    page.goto(wait_for_fresh_link(mailbox, address, "/my/signatures/"))
    sign_in_portal(page, name, show, who)


def read_what_is_in_force(office, case, people, show):
    """The text that holds after three amendments, on the screen and on paper."""
    page = people["office"]
    page.goto(f"/odoo/internships/{case}")
    page.wait_for_selector(backend.FORM)
    backend.open_stat(page, "action_open_in_force")
    page.wait_for_selector(".o_field_widget[name=in_force_html]")
    show(page, "in_force")
    text = page.locator(".o_field_widget[name=in_force_html]")
    assert MENTOR in text.inner_text()
    assert "Sophie Collignon" in text.locator("del").all_inner_texts()
    backend.tab(page, "differences")
    show(page, "differences")
    pdf = download(page, lambda: backend.press(page, "action_print_in_force"))
    assert MENTOR in keep("in_force", pdf)


def check_in_public(office, case, pdf, new_context, show):
    """Anybody, without an account and in three languages, on desktop and phone."""
    certificate = office.call(
        "hr.internship.certificate",
        "search_read",
        [("internship_id", "=", case)],
        ["verification_code"],
    )
    visitor = new_context().new_page()
    handheld = new_context(viewport={"width": 390, "height": 844}).new_page()
    code = certificate[0]["verification_code"]
    assert check_code(visitor, code, "nl") == "Authentiek"
    show(visitor, "check_code")
    assert check_code(handheld, "AAAA-BBBB-CCCC", "fr") == "Inconnu"
    assert check_file(handheld, pdf, "fr") == "Authentique"
    show(handheld, "check_file_phone")
    assert check_file(visitor, change_byte(pdf), "en") == "Altered"
    show(visitor, "check_altered")
    assert check_file(handheld, text_pdf("Not a document of ours"), "en") == "Unknown"
    show(handheld, "check_unknown_phone")

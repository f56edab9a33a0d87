# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How people sign: in the portal, by a personal link, in the backend, on paper."""

import re
import time
from io import BytesIO

import backend
from environment.paths import BUILD
from mail_reader import html
from pypdf import PdfReader
from steps import draw, wait_for_fresh_link

DIRECTOR = "director@fod-demo.example"
SCREENSHOTS = BUILD / "screenshots"
PASSWORD = "A-long-and-private-word-1"


def enter_by_mail(page, mailbox, address, login=None):
    """Follow the newest link that asks ``address`` to sign; log in, or sign up."""
    link = wait_for_fresh_link(mailbox, address, "/my/signatures/")
    page.goto(link)
    if page.locator("input[name=password]").count():
        if login:
            page.fill("input[name=login]", login)
        page.fill("input[name=password]", login or PASSWORD)
        if page.locator("input[name=confirm_password]").count():
            page.fill("input[name=confirm_password]", login or PASSWORD)
        page.locator("form:has(input[name=password]) .btn-primary").click()
    page.wait_for_selector("#signature_name")


def sign_in_portal(page, name, show, who, drawn=False):
    show(page, f"{who}_to_sign")
    page.check("#signature_agreed")
    page.fill("#signature_name", name)
    if drawn:
        draw(page)
    show(page, f"{who}_form")
    page.click(".o_internship_sign .btn-primary[type=submit]")
    page.wait_for_selector("#situation")
    assert not page.locator("#signature_name").count()
    show(page, f"{who}_signed")


def sign_in_backend(page, mailbox, show, address=DIRECTOR, who="director"):
    """Follow the newest mail to the form of the request and sign there."""
    page.goto(wait_for_fresh_link(mailbox, address, "/odoo/internship-signatures/"))
    page.wait_for_selector(backend.FORM)
    show(page, f"{who}_request")
    backend.press(page, "action_open_sign")
    page.wait_for_selector(".modal-dialog")
    show(page, f"{who}_sign")
    page.locator(".modal-dialog .o_field_widget[name=is_confirmed] input").check()
    page.locator(".modal-footer button[name=action_sign]").click()
    page.wait_for_selector(".modal-dialog", state="detached")
    if address == DIRECTOR:
        backend.reach_state(page, "completed")


def sign_by_link(page, mailbox, address, name, show, who):
    """Follow a personal link, give the code of the mail, read and sign."""
    page.goto(wait_for_fresh_link(mailbox, address, "/internships/sign/"))
    if not page.locator("#signature_name").count():
        count = len(mailbox.messages(address))
        show(page, f"{who}_link")
        page.click("form[action$='/code'] button")
        page.wait_for_selector("#signing_code")
        page.fill("#signing_code", wait_for_code(mailbox, address, after=count))
        show(page, f"{who}_code")
        page.click("form[action$='/check'] button")
    sign_in_portal(page, name, show, who)


def wait_for_code(mailbox, address, after):
    """The code of six digits in a mail that came after so many others."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for message in mailbox.messages(address)[after:]:
            found = re.search(r">\s*(\d{6})\s*<", html(message))
            if found:
                return found.group(1)
        time.sleep(0.3)
    raise AssertionError(f"no code was mailed to {address}")


def record_signature(page, who, how, name, content, show, **values):
    """Record on the form of the request what ``who`` signed elsewhere."""
    backend.press(page, "action_open_record")
    dialog = page.locator(".modal-dialog")
    dialog.wait_for()
    backend.choose(page, "signatory_id", who)
    dialog.locator(f"[name=channel] input[data-value={how}]").click()
    backend.attach(page, "file", name, content)
    if how == "paper":
        backend.fill_day(page, "paper_date", values["day"])
        dialog.locator(".o_field_widget[name=is_attested] input").check()
    if how == "on_behalf":
        backend.fill(page, "reason", values["reason"])
    show(page, f"record_{how}")
    dialog.locator("button[name=action_record]").click()
    dialog.wait_for(state="detached")
    backend.settle(page)


def send(page):
    """Send the agreement of the form for signature."""
    backend.press(page, "action_send")
    backend.confirm(page)
    backend.reach_state(page, "to_sign")


def words(pdf):
    """The text of a PDF on one line."""
    pages = PdfReader(BytesIO(pdf)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def keep(name, pdf):
    """Keep a PDF beside the pictures; return its words."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    (SCREENSHOTS / f"agreements_{name}.pdf").write_bytes(pdf)
    return words(pdf)

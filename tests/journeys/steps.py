# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Steps that journeys share: drawing, answering, downloading, reading mails."""

import re
import time
from pathlib import Path
from urllib.parse import unquote

from mail_reader import attachments, links

# in the subject of a mail that asks to sign, in Dutch, French and English
ASKS = re.compile(r"\b(ondertekenen|onderteken|signer|sign)\b", re.IGNORECASE)


def draw(page):
    """Draw a line on the pad with the mouse."""
    pad = page.locator(".o_internship_pad_canvas")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 40)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(box["x"] + 20 + step * 15, box["y"] + 40 + (step % 3) * 15)
    page.mouse.up()


def wait_for_signed_document(mailbox, address):
    """The newest signed document that was mailed and not asked for before."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for message in reversed(mailbox.messages(address)):
            for name, content in attachments(message).items():
                if name.endswith(".pdf") and (address, content) not in mailbox.used:
                    assert content.startswith(b"%PDF-")
                    mailbox.used.add((address, content))
                    return content
        time.sleep(0.5)
    raise AssertionError(f"the signed document did not reach {address}")


def answer_what_is_asked(page):
    """Give the mark 9, the first choice, and a few words."""
    page.evaluate(
        """() => {
            const visible = (element) => element.offsetParent;
            const all = (selector) => [...document.querySelectorAll(selector)];
            for (const scale of all("[data-question-type=scale]").filter(visible)) {
                scale.querySelectorAll("label")[9].click();
            }
            for (const choice of all("[data-question-type^=simple_choice]")) {
                choice.querySelector("label").click();
            }
            for (const row of all("table.o_survey_question_matrix tbody tr")) {
                row.querySelectorAll("label, input")[0]?.click();
            }
        }"""
    )
    for text in page.locator("textarea:visible").all():
        text.fill("We learned a lot from each other.")


def download(page, act):
    """Bytes of the file that ``act`` downloads."""
    with page.expect_download() as caught:
        act()
    return Path(caught.value.path()).read_bytes()


def wait_for_link(mailbox, address, containing):
    """The newest link with ``containing`` in a mail to ``address``."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for message in reversed(mailbox.messages(address)):
            found = [a for a in links(message) if containing in unquote(a)]
            if found:
                return found[0]
        time.sleep(0.3)
    raise AssertionError(f"no mail to {address} with a link to {containing}")


def wait_for_fresh_link(mailbox, address, containing):
    """The newest link that asks to sign and that was not followed by this yet."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        asked = [m for m in mailbox.messages(address) if ASKS.search(m["subject"])]
        for message in reversed(asked):
            for link in links(message):
                used = (address, link)  # colleagues get the same link
                if containing in unquote(link) and used not in mailbox.used:
                    mailbox.used.add(used)
                    return link
        time.sleep(0.3)
    raise AssertionError(f"no new mail to {address} with a link to {containing}")

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The public page on which anybody checks a document."""

from io import BytesIO

from pypdf import PdfWriter

PAGE = "/internships/verify"


def check_code(page, code, language):
    """What the page answers on a code: its heading."""
    page.goto(f"{PAGE}?lang={language}")
    page.fill("#code", code)
    page.locator("form:has(#code) button").click()
    return page.locator("#answer").inner_text()


def check_file(page, content, language):
    """What the page answers on a file: its heading."""
    page.goto(f"{PAGE}?lang={language}")
    file = {"name": "document.pdf", "mimeType": "application/pdf", "buffer": content}
    page.set_input_files("#file", file)
    page.locator("form:has(#file) button").click()
    return page.locator("#answer").inner_text()


def change_byte(pdf):
    """The same file with one digit changed inside."""
    place = len(pdf) // 2
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def text_pdf(text):
    """A PDF that somebody else made."""
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.add_metadata({"/Title": text})
    target = BytesIO()
    writer.write(target)
    return target.getvalue()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Write the application e-mails of ``mails/`` from the texts of ``sources/``.

Everything is fixed (dates, boundaries, message ids), so that the same texts give
the same bytes. Headers are written as a sender's mail program would have written
them, odd ones included: that is why the messages are put together by hand.
"""

import base64
import functools
import html
import io
import json
import quopri
import sys
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
MAILBOX = "stages@fod-demo.example"
REPLY_PLACEHOLDER = "<placeholder-message-id@fod-demo.example>"


# ---------------------------------------------------------------- CV


class CvPage:
    """One A4 page with a coloured column at the left and dated entries beside it."""

    SIDE = 64 * mm
    LEFT = 74 * mm
    WIDTH = A4[0] - LEFT - 14 * mm

    def __init__(self, cv):
        self.cv = cv
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, A4, pageCompression=0, invariant=1)
        self.colour = HexColor(cv["colour"])

    def render(self):
        """Return the PDF's bytes."""
        self.canvas.setTitle(f"CV {self.cv['name']}")
        self.canvas.setAuthor(self.cv["name"])
        self.canvas.setCreator("Writer")
        self.canvas.setProducer("Writer")
        self._draw_side()
        self._draw_main()
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def _text(self, x, y, text, font="Helvetica", size=9.5, colour="#222222"):
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.drawString(x, y, text)

    def _paragraph(self, x, y, text, width, size=9.5):
        """Write ``text`` in lines of ``width`` and return the y below it."""
        for line in simpleSplit(text, "Helvetica", size, width):
            self._text(x, y, line, size=size, colour="#333333")
            y -= size * 1.4
        return y

    def _draw_side(self):
        self.canvas.setFillColor(self.colour)
        self.canvas.rect(0, 0, self.SIDE, A4[1], stroke=0, fill=1)
        self._draw_initials()
        y = A4[1] - 72 * mm
        for title, lines in self.cv["side"]:
            y = self._side_title(title, y)
            for line in lines:
                size = 8.5 if len(line) < 32 else 7.6
                self._text(8 * mm, y, line, size=size, colour="#FFFFFF")
                y -= 5 * mm
            y -= 6 * mm
        self._draw_languages(y)

    def _draw_initials(self):
        x, y = self.SIDE / 2, A4[1] - 36 * mm
        self.canvas.setFillColor(HexColor("#FFFFFF"))
        self.canvas.circle(x, y, 19 * mm, stroke=0, fill=1)
        self.canvas.setFillColor(self.colour)
        self.canvas.setFont("Helvetica-Bold", 34)
        first, last = self.cv["name"].split()[0], self.cv["name"].split()[-1]
        self.canvas.drawCentredString(x, y - 4.2 * mm, first[0] + last[0])

    def _side_title(self, title, y):
        self._text(8 * mm, y, title.upper(), "Helvetica-Bold", 10, "#FFFFFF")
        self.canvas.setStrokeColor(HexColor("#FFFFFF"))
        self.canvas.line(8 * mm, y - 2 * mm, self.SIDE - 8 * mm, y - 2 * mm)
        return y - 8 * mm

    def _draw_languages(self, y):
        title, levels = self.cv["languages"]
        y = self._side_title(title, y)
        for language, level in levels.items():
            self._text(8 * mm, y, language, size=8.5, colour="#FFFFFF")
            for dot in range(5):
                x = 36 * mm + dot * 4.4 * mm
                self.canvas.circle(x, y + 1 * mm, 1.4 * mm, fill=dot < level)
            y -= 6 * mm

    def _draw_main(self):
        y = A4[1] - 28 * mm
        self._text(self.LEFT, y, self.cv["name"], "Helvetica-Bold", 23, "#111111")
        y -= 8 * mm
        self._text(self.LEFT, y, self.cv["title"], "Helvetica", 13, self.cv["colour"])
        title, text = self.cv["profile"]
        y = self._main_title(title, y - 15 * mm)
        y = self._paragraph(self.LEFT, y, text, self.WIDTH) - 5 * mm
        for title, entries in self.cv["main"]:
            y = self._main_title(title, y)
            for entry in entries:
                y = self._draw_entry(entry, y)
            y -= 3 * mm

    def _main_title(self, title, y):
        self._text(self.LEFT, y, title, "Helvetica-Bold", 13, self.cv["colour"])
        self.canvas.setStrokeColor(self.colour)
        self.canvas.line(self.LEFT, y - 2 * mm, self.LEFT + self.WIDTH, y - 2 * mm)
        return y - 8.5 * mm

    def _draw_entry(self, entry, y):
        period, what, where, detail = entry
        x = self.LEFT + 27 * mm
        self._text(self.LEFT, y, period, size=8.5, colour="#666666")
        for line in simpleSplit(what, "Helvetica-Bold", 10, self.WIDTH - 27 * mm):
            self._text(x, y, line, "Helvetica-Bold", 10)
            y -= 4.8 * mm
        self._text(x, y, where, "Helvetica-Oblique", 9.5, "#444444")
        return self._paragraph(x, y - 4.8 * mm, detail, self.WIDTH - 27 * mm) - 3 * mm


@functools.cache
def _cvs():
    return json.loads((SOURCES / "cvs.json").read_text(encoding="utf-8"))


@functools.cache
def cv_pdf(key):
    """Return the CV of the person with this key in ``sources/cvs.json``."""
    return CvPage(_cvs()[key]).render()


# ---------------------------------------------------------------- MIME


def encoded_words(text, charset="utf-8"):
    """Return ``text`` as folded RFC 2047 words of at most 75 characters."""
    words, chunk = [], ""
    for character in text:
        if len((chunk + character).encode(charset)) > 42:
            words.append(chunk)
            chunk = ""
        chunk += character
    words.append(chunk)
    encoded = (base64.b64encode(word.encode(charset)).decode() for word in words)
    return "\n ".join(f"=?{charset}?B?{word}?=" for word in encoded)


def source(name):
    """Return the text of a file in ``sources/``."""
    return (SOURCES / name).read_text(encoding="utf-8")


def text_part(text, subtype="plain", charset="utf-8"):
    """Return a quoted-printable text part."""
    body = quopri.encodestring(text.encode(charset)).decode("ascii")
    return (
        f"Content-Type: text/{subtype}; charset={charset}\n"
        "Content-Transfer-Encoding: quoted-printable\n"
        f"\n{body}"
    )


def alternative(text, boundary):
    """Return ``text`` as plain text and as the HTML that a mail program makes."""
    paragraphs = html.escape(text.strip(), quote=False).split("\n\n")
    body = "\n".join(f"<p>{p}</p>".replace("\n", "<br>\n") for p in paragraphs)
    page = f'<html><body><div dir="ltr">\n{body}\n</div></body></html>\n'
    return multipart(
        "alternative", boundary, [text_part(text), text_part(page, "html")]
    )


def attachment(content, filename, content_type="application/pdf"):
    """Return a base64 part; ``filename`` is a ready header parameter."""
    body = base64.encodebytes(content).decode("ascii")
    return (
        f"Content-Type: {content_type}\n"
        f"Content-Disposition: attachment; {filename}\n"
        "Content-Transfer-Encoding: base64\n"
        f"\n{body}"
    )


def multipart(subtype, boundary, parts):
    """Return the parts between boundaries."""
    body = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return (
        f'Content-Type: multipart/{subtype}; boundary="{boundary}"\n'
        f"\n{body}--{boundary}--\n"
    )


def message(headers, content, charset="ascii"):
    """Return a whole message with the line ends of RFC 5322."""
    text = f"{headers.strip()}\nMIME-Version: 1.0\n{content}"
    return text.replace("\n", "\r\n").encode(charset)


def headers(sender, subject, date, message_id, extra=""):
    """Return the usual headers; ``sender`` and ``subject`` are ready to send."""
    return (
        f"{extra}"
        f"Message-ID: <{message_id}>\n"
        f"Date: {date}\n"
        f"From: {sender}\n"
        f"To: {MAILBOX}\n"
        f"Subject: {subject}"
    )


# ---------------------------------------------------------------- MAILS

JORUNN = "Jorunn Vandermaelen <jorunn.vandermaelen@mail.example>"


def application_nl():
    """Dutch, text and HTML, signature, PDF CV."""
    return message(
        headers(
            JORUNN,
            "Kandidatuur stage Budget en Beheerscontrole (15/02 - 07/05/2027)",
            "Mon, 19 Oct 2026 18:42:07 +0200",
            "CAJv5k2Pq-19a7@mail.example",
            extra=(
                "Return-Path: <jorunn.vandermaelen@mail.example>\n"
                "Received: from smtp.mail.example (smtp.mail.example [192.0.2.25])\n"
                "\tby mx.fod-demo.example with ESMTPS id 4c8a1f\n"
                f"\tfor <{MAILBOX}>; Mon, 19 Oct 2026 18:42:11 +0200 (CEST)\n"
            ),
        ),
        multipart(
            "mixed",
            "000000000000a1b2c3d4",
            [
                alternative(source("application_nl.txt"), "000000000000a1b2c3d3"),
                attachment(
                    cv_pdf("vandermaelen"), 'filename="CV_Jorunn_Vandermaelen.pdf"'
                ),
            ],
        ),
    )


def application_duplicate():
    """The same person a week later, with another message id."""
    return message(
        headers(
            JORUNN,
            "Opnieuw: kandidatuur stage Budget en Beheerscontrole",
            "Mon, 26 Oct 2026 08:15:50 +0100",
            "CAJv5k2Pq-26c1@mail.example",
        ),
        multipart(
            "mixed",
            "000000000000e5f6a7b8",
            [
                alternative(
                    source("application_duplicate.txt"), "000000000000e5f6a7b7"
                ),
                attachment(
                    cv_pdf("vandermaelen"), 'filename="CV_Jorunn_Vandermaelen (1).pdf"'
                ),
            ],
        ),
    )


def application_reply(in_reply_to=REPLY_PLACEHOLDER):
    """The answer to a message of ours, whose id a test can give."""
    return message(
        headers(
            JORUNN,
            "Re: Uitnodiging voor een kennismakingsgesprek",
            "Tue, 27 Oct 2026 12:31:19 +0100",
            "CAJv5k2Pq-27d9@mail.example",
        )
        + f"\nIn-Reply-To: {in_reply_to}\nReferences: {in_reply_to}",
        alternative(source("application_reply.txt"), "000000000000c9d0e1f2"),
    )


def application_fr():
    """French: encoded subject, sender's name and file name."""
    name = encoded_words("Éloïse Grandfontaine")
    subject = encoded_words(
        "Candidature spontanée – stage au Service juridique, février à avril 2027"
    )
    return message(
        headers(
            f"{name} <eloise.grandfontaine@courriel.example>",
            subject,
            "Thu, 22 Oct 2026 10:03:44 +0200",
            "a3f1c2d4-77e0-4a0b-9b51-2d1f0c9e8a66@courriel.example",
        ),
        multipart(
            "mixed",
            "----=_Part_20261022_0001",
            [
                text_part(source("application_fr.txt")),
                attachment(
                    cv_pdf("grandfontaine"),
                    "filename*=UTF-8''CV%20%C3%89lo%C3%AFse%20Grandfontaine.pdf",
                ),
            ],
        ),
    )


def application_en():
    """English, plain text and PDF CV."""
    return message(
        headers(
            '"Okeremi, Nwando" <nwando.okeremi@mail.example>',
            "Internship application: data team, February - June 2027",
            "Fri, 30 Oct 2026 16:20:00 +0000",
            "20261030162000.77AB12@mail.example",
        )
        + "\nReply-To: nwando.okeremi@student.example",
        multipart(
            "mixed",
            "=-=kQ8xNw2026=-=",
            [
                text_part(source("application_en.txt")),
                attachment(cv_pdf("okeremi"), 'filename="Okeremi_CV.pdf"'),
            ],
        ),
    )


def application_no_cv():
    """A short mail from a phone, without a CV."""
    return message(
        headers(
            "Robbe Steurbaut <robbe.steurbaut@mail.example>",
            "stage ICT?",
            "Sun, 01 Nov 2026 21:55:12 +0100",
            "5E0C7A11-0B0F-4E55-A2B7-93C1D0F1A2B3@mail.example",
        ),
        text_part(source("application_no_cv.txt")),
    )


def application_html_only_odd_headers():
    """HTML only, windows-1252, a date and headers that no standard allows."""
    odd = (
        "Return-path:<maelle.dubuisseret@courriel.example>\n"
        "Received: from POSTE-14 (unknown\n [198.51.100.14]) by courriel.example\n"
        "X-Spam-Report: \n"
        "message-id: <!&!AAAAAAAAAAAYAAAAAAAAAD0=@courriel.example>\n"
        "date: mar., 3 nov. 2026 21:07 (heure normale d'Europe)\n"
        "from: maelle.dubuisseret@courriel.example\n"
        "\t(=?windows-1252?Q?Ma=EBlle_Dubuisseret?=)\n"
        f"TO: <{MAILBOX}>\n"
        "subject: =?windows-1252?Q?Stage_Comptabilit=E9_g=E9n=E9rale_=96?=\n"
        "\t=?windows-1252?Q?_15_semaines=2C_budget_de_12_500_=80?=\n"
        "X-MSMail-Priority: Normal\n"
        "Thread-Index: AdwAAAAA\n AAAAAAAA=="
    )
    page = source("application_html_only_odd_headers.html")
    body = (
        'Content-Type: text/html;\n\tcharset="Windows-1252"\n'
        f"Content-Transfer-Encoding: 8bit\n\n{page}"
    )
    name = (
        "\n\tfilename*0*=windows-1252''Curriculum%20vit%E6%20Ma%EBlle;"
        "\n\tfilename*1*=%20Dubuisseret%20%28d%E9finitif%29.pdf"
    )
    parts = [body, attachment(cv_pdf("dubuisseret"), name)]
    boundary = "----=_NextPart_000_0011_01DC4D00.0A1B2C30"
    return message(odd, multipart("mixed", boundary, parts), charset="windows-1252")


def application_no_name():
    """A bare address and no name anywhere."""
    return message(
        headers(
            "sk8.4.life.2009@mail.example",
            "stage",
            "Wed, 04 Nov 2026 17:01:33 +0100",
            "20261104160133.0001@mail.example",
        ),
        text_part(source("application_no_name.txt")),
    )


def application_executable_as_pdf():
    """A file that says it is a PDF and starts like a program (it is none)."""
    content = b"MZ" + bytes(510)
    return message(
        headers(
            "Kjell Van Oudenhaeven <kjell.van.oudenhaeven@mail.example>",
            "Sollicitatie stage Communicatie",
            "Thu, 05 Nov 2026 09:12:02 +0100",
            "0a9f33c1@mail.example",
        ),
        multipart(
            "mixed",
            "b1_5c0d7e20261105",
            [
                text_part(source("application_executable_as_pdf.txt")),
                attachment(
                    content, 'filename="cv.pdf"', 'application/pdf; name="cv.pdf"'
                ),
            ],
        ),
    )


def not_an_application():
    """A newsletter with an offer."""
    return message(
        headers(
            "Kantoorplus <nieuwsbrief@kantoorplus.example>",
            "Najaarsactie: tot 22 % korting op bureaustoelen",
            "Tue, 10 Nov 2026 06:00:01 +0100",
            "nb-2026-11.48812@kantoorplus.example",
            extra=(
                "List-Id: <nieuwsbrief.kantoorplus.example>\n"
                "List-Unsubscribe: <https://www.kantoorplus.example/uitschrijven>\n"
                "Precedence: bulk\n"
            ),
        ),
        alternative(source("not_an_application.txt"), "nb_2026_11"),
    )


def auto_reply():
    """An out of office message of a school's coordinator."""
    name = encoded_words("Géraldine Lhermitte-Doyen")
    return message(
        headers(
            f"{name} <g.lhermitte@hauteecole.example>",
            encoded_words("Réponse automatique : Appel à candidatures – stages 2027"),
            "Mon, 26 Oct 2026 09:30:05 +0100",
            "auto-7781a@hauteecole.example",
            extra=(
                "Return-Path: <>\n"
                "Auto-Submitted: auto-replied\n"
                "X-Auto-Response-Suppress: All\n"
                f"In-Reply-To: {REPLY_PLACEHOLDER}\n"
                f"References: {REPLY_PLACEHOLDER}\n"
            ),
        ),
        text_part(source("auto_reply.txt")),
    )


def two_persons_one_address():
    """A school's office that writes for two students."""
    sender = encoded_words("Secrétariat des stages")
    copy = "yanis.berkhouda@etudiant.example,\n clemence.pirotte@etudiant.example"
    return message(
        headers(
            f"{sender} <secretariat.stages@hauteecole.example>",
            encoded_words("Deux candidatures pour un stage (Assistant social)"),
            "Thu, 12 Nov 2026 14:48:30 +0100",
            "b7d2.20261112@hauteecole.example",
        )
        + f"\nCc: {copy}",
        multipart(
            "mixed",
            "_004_stages20261112_",
            [
                text_part(source("two_persons_one_address.txt")),
                attachment(cv_pdf("berkhouda"), 'filename="CV_Berkhouda_Yanis.pdf"'),
                attachment(cv_pdf("pirotte"), 'filename="CV_Pirotte_Clemence.pdf"'),
            ],
        ),
    )


def big_mail(size=30 * 1024 * 1024):
    """Return an application of at least ``size`` bytes, too big to be stored here.

    The attachment is a valid PDF: padding stands between its end and a second copy
    of the trailer that readers look for.
    """
    pdf = cv_pdf("vandermaelen")
    line = b"%" + b"0" * 62 + b"\n"
    trailer = pdf[pdf.rindex(b"startxref") :]
    missing = max(0, size * 57 // 78 - len(pdf) - len(trailer))
    content = pdf + line * (missing // len(line) + 1) + trailer
    return message(
        headers(
            JORUNN,
            "Kandidatuur stage, met portfolio",
            "Mon, 16 Nov 2026 20:10:00 +0100",
            "CAJv5k2Pq-16f0@mail.example",
        ),
        multipart(
            "mixed",
            "000000000000b1b1b1b1",
            [
                text_part(source("application_nl.txt")),
                attachment(content, 'filename="portfolio.pdf"'),
            ],
        ),
    )


MAILS = {
    "application_nl": application_nl,
    "application_same_message_id": application_nl,
    "application_duplicate": application_duplicate,
    "application_reply": application_reply,
    "application_fr": application_fr,
    "application_en": application_en,
    "application_no_cv": application_no_cv,
    "application_html_only_odd_headers": application_html_only_odd_headers,
    "application_no_name": application_no_name,
    "application_executable_as_pdf": application_executable_as_pdf,
    "not_an_application": not_an_application,
    "auto_reply": auto_reply,
    "two_persons_one_address": two_persons_one_address,
}


def write_mails(folder):
    """Write every mail in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in MAILS.items():
        (folder / f"{name}.eml").write_bytes(build())


if __name__ == "__main__":
    write_mails(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "mails")

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""HTML to an archival, tagged PDF (PDF/A-3a) with WeasyPrint.

Plain Python. ``pdf_engine`` runs it in another process with a time limit.
"""

import logging
import posixpath
from html import escape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

ADDON = Path(__file__).resolve().parent.parent
STATIC = "/stage_management/static/"
BASE_URL = "http://stage.invalid/"
STYLESHEET = f"{STATIC}src/document/document.css"
CODE_URN = "urn:stage-management:verification:"
VARIANT = "pdf/a-3a"
# seven lines per document otherwise
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)


class PdfDocumentError(Exception):
    """The document could not be made; the text says why."""


class ResourceRefusedError(PdfDocumentError):
    """The HTML asks for something else than data: or a file of this addon."""

    def __init__(self, url):
        self.url = url
        super().__init__(f"The document may not load {url!r}.")


def open_static(path):
    """Return the bytes of a file below ``/stage_management/static/``."""
    return (ADDON / path.removeprefix("/stage_management/")).read_bytes()


class StaticFetcher(URLFetcher):
    """Lets ``data:`` and our own static files through and refuses everything else.

    :param opener: callable, path below ``/stage_management/static/`` -> bytes
    """

    def __init__(self, opener=open_static):
        super().__init__(allowed_protocols=["data"], fail_on_errors=True)
        self._opener = opener
        self.refused = []

    def fetch(self, url, headers=None):
        if url.lower().startswith("data:"):
            return super().fetch(url, headers)
        path = unquote(urlsplit(url).path)
        is_ours = url.startswith(BASE_URL) and posixpath.normpath(path) == path
        if not is_ours or not path.startswith(STATIC):
            raise self._refusal(url)
        try:
            return URLFetcherResponse(url, self._opener(path))
        except OSError as error:
            raise self._refusal(url) from error

    def _refusal(self, url):
        """Remember what was refused: inside an SVG WeasyPrint hides the error."""
        self.refused.append(url)
        return ResourceRefusedError(url)


def document_html(body, lang="", title="", author="", code=""):
    """Wrap articles in a page with language and metadata.

    What is not given is read from the first ``<article>``: ``lang``, ``data-title``,
    ``data-author``, ``data-code``.
    """
    articles = lxml.html.fragments_fromstring(body or "<p/>")
    first = next((el for el in articles if getattr(el, "tag", "") == "article"), None)
    found = dict(first.attrib) if first is not None else {}
    keywords = code or found.get("data-code", "")
    head = [
        '<meta charset="utf-8"/>',
        f"<title>{escape(title or found.get('data-title', ''))}</title>",
        f'<meta name="author" content="{escape(author or _get(found, "author"))}"/>',
    ]
    if keywords:
        head.append(
            f'<meta name="keywords" content="{CODE_URN}{escape(keywords)}"/>',
        )
    language = escape((lang or found.get("lang") or "en").replace("_", "-"))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head>{"".join(head)}</head>'
        f"<body>{body}</body></html>"
    )


def render(html, opener=open_static):
    """Return the PDF/A-3a of a whole HTML page as bytes.

    :raises ResourceRefusedError: the page asks for a resource that it may not have
    :raises PdfDocumentError: WeasyPrint failed
    """
    fetcher = StaticFetcher(opener)
    try:
        data = _write_pdf(html, fetcher)
    except Exception as error:
        if fetcher.refused:
            raise ResourceRefusedError(fetcher.refused[0]) from error
        raise PdfDocumentError(f"{type(error).__name__}: {error}") from error
    except FatalURLFetchingError as error:  # a BaseException
        refused = fetcher.refused or [str(error)]
        raise ResourceRefusedError(refused[0]) from error
    if fetcher.refused:
        raise ResourceRefusedError(fetcher.refused[0])
    return data


def _write_pdf(html, fetcher):
    fonts = FontConfiguration()
    style = weasyprint.CSS(
        url=BASE_URL + STYLESHEET[1:], url_fetcher=fetcher, font_config=fonts
    )
    page = weasyprint.HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher)
    return page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)


def _get(attributes, name):
    return attributes.get(f"data-{name}", "")

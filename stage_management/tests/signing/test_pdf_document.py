# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
from unittest.mock import patch

from pypdf import PdfReader

from odoo.tests import BaseCase, tagged
from odoo.tools import mute_logger

from ...tools import pdf_document
from ...tools.pdf_document import (
    PdfDocumentError,
    ResourceRefusedError,
    document_html,
    render,
)

ARTICLE = (
    '<article lang="nl_BE" data-title="Overeenkomst" data-author="FOD Voorbeeld"'
    ' data-code="K7QF-2M9T-XW4H"><h1>Overeenkomst</h1><p>Élodie ß ĳ €</p></article>'
)


@tagged("post_install", "-at_install")
class TestPdfDocument(BaseCase):
    def test_the_file_says_pdf_a_3a_and_is_tagged(self):
        root = PdfReader(io.BytesIO(render(document_html(ARTICLE)))).trailer["/Root"]
        metadata = root["/Metadata"].get_data().decode()
        self.assertIn('part="3"', metadata)
        self.assertIn('conformance="A"', metadata)
        self.assertTrue(root["/MarkInfo"]["/Marked"])

    def test_language_title_author_and_code_come_from_the_article(self):
        reader = PdfReader(io.BytesIO(render(document_html(ARTICLE))))
        self.assertEqual(reader.trailer["/Root"]["/Lang"], "nl-BE")
        self.assertEqual(reader.metadata.title, "Overeenkomst")
        self.assertEqual(reader.metadata.author, "FOD Voorbeeld")

    def test_the_code_stands_in_the_metadata(self):
        reader = PdfReader(io.BytesIO(render(document_html(ARTICLE))))
        self.assertIn("K7QF-2M9T-XW4H", reader.metadata["/Keywords"])

    def test_only_our_fonts_are_embedded(self):
        page = PdfReader(io.BytesIO(render(document_html(ARTICLE)))).pages[0]
        fonts = [str(font.get_object()["/BaseFont"]) for font in _fonts(page)]
        self.assertTrue(fonts)
        self.assertTrue(all("Document-Sans" in font for font in fonts), fonts)

    def test_everything_but_data_and_our_static_files_is_refused_and_named(self):
        for url in (
            "file:///etc/passwd",
            "http://example.com/a.png",
            "https://example.com/a.png",
            "ftp://example.com/a.png",
            "/web/image/1",
            "/stage_management/static/../__manifest__.py",
            "/stage_management/static/%2e%2e/__manifest__.py",
            "/stage_management/static/no_such_file.png",
        ):
            with (
                self.subTest(url=url),
                self.assertRaises(ResourceRefusedError) as caught,
            ):
                render(document_html(f'<article><img src="{url}" alt="x"/></article>'))
            self.assertIn(url.split("/")[-1], caught.exception.url)

    def test_a_style_or_an_svg_can_not_load_more_than_the_page(self):
        svg = (
            "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
            "<image href='file:///etc/passwd'/></svg>"
        )
        for body in (
            '<article style="background: url(file:///etc/passwd)">x</article>',
            f'<article><img alt="x" src="{svg}"/></article>',
        ):
            with (
                self.subTest(body=body),
                mute_logger("weasyprint"),
                self.assertRaises(ResourceRefusedError),
            ):
                render(document_html(body))

    @mute_logger("weasyprint")
    def test_a_failing_engine_becomes_one_error(self):
        broken = patch.object(
            pdf_document.weasyprint.HTML, "write_pdf", side_effect=ValueError("broken")
        )
        with broken, self.assertRaisesRegex(PdfDocumentError, "broken"):
            render(document_html(ARTICLE))


def _fonts(page):
    return page["/Resources"]["/Font"].values()

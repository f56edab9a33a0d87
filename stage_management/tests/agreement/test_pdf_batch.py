# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Many documents from few engines: in order, and one that fails harms no other."""

import io
import sys
import textwrap
from unittest.mock import patch

import pypdf

from odoo.tests import BaseCase, tagged

from ...tools import pdf_batch, pdf_engine
from ...tools.pdf_document import PdfDocumentError, document_html


def _page(text):
    return document_html(
        f'<article lang="en" data-title="{text}"><p>{text}</p></article>'
    )


@tagged("post_install", "-at_install")
class TestPdfBatch(BaseCase):
    def test_results_come_in_the_order_of_the_pages(self):
        pages = [_page(f"Number {number}") for number in range(5)]
        files = pdf_batch.render_many(pages, engines=2)
        for number, file in enumerate(files):
            title = pypdf.PdfReader(io.BytesIO(file)).metadata.title
            self.assertEqual(title, f"Number {number}")

    def test_page_that_fails_leaves_the_others(self):
        bad = document_html('<p>x</p><img src="https://elsewhere.example/a.png"/>')
        files = pdf_batch.render_many([_page("A"), bad, _page("B")], engines=1)
        self.assertTrue(files[0].startswith(b"%PDF-"))
        self.assertIsInstance(files[1], PdfDocumentError)
        self.assertIn("elsewhere.example", str(files[1]))
        self.assertTrue(files[2].startswith(b"%PDF-"))

    def test_no_pages_no_files(self):
        self.assertEqual(pdf_batch.render_many([]), [])

    def test_engines_are_kept_until_the_block_ends(self):
        with pdf_batch.running(engines=1) as [engine]:
            self.assertTrue(pdf_batch.render_many([_page("A")])[0].startswith(b"%PDF-"))
            process = engine.process
            pdf_batch.render_many([_page("B"), _page("C")])
            self.assertIs(engine.process, process)
        self.assertIsNotNone(process.poll(), "it was stopped")

    def test_engine_that_hangs_or_dies_is_replaced(self):
        """An engine that hangs on one page, dies on another, and works otherwise."""
        program = textwrap.dedent(
            """
            import sys, time
            from pathlib import Path
            for line in sys.stdin:
                page = Path(line.strip())
                text = page.read_text()
                if text == "hang":
                    time.sleep(60)
                if text == "die":
                    sys.exit(1)
                page.with_suffix(".pdf").write_text(text)
                print("ok", flush=True)
            """
        )
        with patch.object(pdf_engine, "COMMAND", (sys.executable, "-c", program)):
            files = pdf_batch.render_many(
                ["one", "hang", "two", "die", "three"], timeout=2, engines=1
            )
        self.assertEqual([files[0], files[2], files[4]], [b"one", b"two", b"three"])
        self.assertIn("stopped after 2 seconds", str(files[1]))
        self.assertIn("gave no file", str(files[3]))

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The engine in its own process: one start for a batch, and an end to what hangs."""

import sys
import time
from unittest.mock import patch

from odoo.tests import BaseCase, tagged

from ...tools import pdf_engine
from ...tools.pdf_document import PdfDocumentError, document_html

ARTICLE = '<article lang="nl" data-title="Titel"><h1>Titel</h1></article>'


def program(code):
    """Replace the engine by another program."""
    return patch.object(pdf_engine, "COMMAND", (sys.executable, "-c", code))


@tagged("post_install", "-at_install")
class TestPdfEngine(BaseCase):
    def test_several_documents_are_made_by_one_process(self):
        with pdf_engine.running(60) as engine:
            first = engine.render(document_html(ARTICLE))
            process = engine.process
            with pdf_engine.running(1) as same:
                second = same.render(document_html(ARTICLE.replace("Titel", "é")))
            self.assertIs(engine.process, process)
        self.assertTrue(first.startswith(b"%PDF-") and second.startswith(b"%PDF-"))
        self.assertNotEqual(first, second)
        self.assertIsNotNone(process.poll(), "it ends with the block")
        self.assertIsNone(pdf_engine.current())

    def test_a_bad_document_is_told_and_the_next_one_is_made(self):
        bad = document_html('<article><img src="file:///x" alt="x"/></article>')
        with pdf_engine.running(60) as engine:
            with self.assertRaisesRegex(PdfDocumentError, "file:///x"):
                engine.render(bad)
            self.assertTrue(engine.render(document_html(ARTICLE)))

    def test_a_hanging_engine_is_stopped_and_the_next_document_is_made(self):
        with pdf_engine.running(1) as engine:
            with program("import time; time.sleep(60)"):
                start = time.monotonic()
                with self.assertRaisesRegex(PdfDocumentError, "stopped after 1 sec"):
                    engine.render(document_html(ARTICLE))
                self.assertLess(time.monotonic() - start, 10)
            engine.timeout = 60
            self.assertTrue(engine.render(document_html(ARTICLE)))

    def test_an_engine_that_dies_says_why(self):
        with (
            program("raise SystemExit('no Pango')"),
            pdf_engine.running(10) as engine,
            self.assertRaisesRegex(PdfDocumentError, "no Pango|Broken pipe"),
        ):
            engine.render(document_html(ARTICLE))

    def test_a_missing_program_is_said(self):
        with (
            patch.object(pdf_engine, "COMMAND", ("/no/such/program",)),
            pdf_engine.running(10) as engine,
            self.assertRaisesRegex(PdfDocumentError, "No such file"),
        ):
            engine.render(document_html(ARTICLE))

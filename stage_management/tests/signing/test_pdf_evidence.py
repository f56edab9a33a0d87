# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io

from pypdf import PdfReader
from reportlab.pdfgen import canvas

from odoo.tests import BaseCase, tagged

from ...tools.hash_chain import sha256
from ...tools.pdf_evidence import (
    PdfEvidenceError,
    append_pages,
    find_chain,
    find_code,
    prefix_hashes,
)
from .common import sample_pdf

CODE = "K7QF-2M9T-XW4H"
HEAD = "ab" * 32


def foreign_pdf():
    """Return a PDF that another program made: no tags, no XMP."""
    target = io.BytesIO()
    page = canvas.Canvas(target)
    page.drawString(100, 700, "Own agreement of the school")
    page.showPage()
    page.save()
    return target.getvalue()


@tagged("post_install", "-at_install")
class TestPdfEvidence(BaseCase):
    def test_the_frozen_file_stays_a_prefix(self):
        for frozen in (sample_pdf(), foreign_pdf()):
            signed = append_pages(frozen, sample_pdf("Evidence"), CODE, HEAD, 3)
            self.assertTrue(signed.startswith(frozen))
            self.assertEqual(len(PdfReader(io.BytesIO(signed)).pages), 2)
            self.assertIn(sha256(frozen), prefix_hashes(signed))

    def test_code_and_chain_are_found_again(self):
        for frozen in (sample_pdf(), foreign_pdf()):
            signed = append_pages(frozen, sample_pdf("Evidence"), CODE, HEAD, 3)
            self.assertEqual(find_code(signed), CODE)
            self.assertEqual(find_chain(signed), (3, HEAD))

    def test_the_code_is_found_in_a_damaged_file(self):
        signed = append_pages(sample_pdf(), sample_pdf("Evidence"), CODE, HEAD, 3)
        damaged = b"%PDX" + signed[4:-400]
        self.assertEqual(find_code(damaged), CODE)

    def test_the_added_page_is_tagged_when_the_file_is(self):
        signed = append_pages(sample_pdf(), sample_pdf("Evidence"), CODE)
        root = PdfReader(io.BytesIO(signed)).trailer["/Root"]
        document = root["/StructTreeRoot"]["/K"][0].get_object()
        self.assertEqual(document["/K"][-1].get_object()["/S"], "/Part")
        numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"][::2]
        self.assertEqual(list(numbers), sorted(set(numbers)))

    def test_a_file_that_can_not_be_read_is_refused(self):
        for data in (b"", b"%PDF-1.7 nothing", sample_pdf()[:900]):
            with self.assertRaises(PdfEvidenceError):
                append_pages(data, sample_pdf())

    def test_a_file_without_code_has_none(self):
        for data in (b"", b"\x00\xff", foreign_pdf()):
            self.assertEqual(find_code(data), "")
            self.assertIsNone(find_chain(data))

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Language, files and the rest of what needs no database."""

import zipfile
from io import BytesIO

from odoo.tests import BaseCase, tagged

from ...tools import file_check
from ...tools.language import guess_language


def _docx():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return buffer.getvalue()


@tagged("post_install", "-at_install")
class TestLanguage(BaseCase):
    def test_sentences_of_four_languages(self):
        samples = {
            "nl": "Geachte, ik ben op zoek naar een stage bij uw dienst.",
            "fr": "Madame, je suis étudiante et je cherche un stage chez vous.",
            "de": "Sehr geehrte Damen, ich suche ein Praktikum bei Ihnen.",
            "en": "Dear all, I would like to apply for an internship with you.",
        }
        for code, text in samples.items():
            with self.subTest(code):
                self.assertEqual(guess_language(text), code)

    def test_too_little_text_has_no_language(self):
        for text in (None, "", "CV", "1234 !!"):
            with self.subTest(text):
                self.assertIsNone(guess_language(text))


@tagged("post_install", "-at_install")
class TestFileCheck(BaseCase):
    def test_files_that_are_what_they_say(self):
        files = {
            "cv.pdf": b"%PDF-1.7 ...",
            "photo.PNG": b"\x89PNG\r\n\x1a\n...",
            "letter.docx": _docx(),
            "note.txt": b"hello",
        }
        for name, content in files.items():
            with self.subTest(name):
                self.assertIsNone(file_check.check_file(name, content))

    def test_files_that_are_not_taken(self):
        cases = [
            ("cv.pdf", b"", file_check.EMPTY),
            ("cv.pdf", b"MZ\x90\x00", file_check.NOT_WHAT_IT_SAYS),
            ("cv.docx", b"PK\x03\x04broken", file_check.NOT_WHAT_IT_SAYS),
            ("cv.txt", b"a\x00b", file_check.NOT_WHAT_IT_SAYS),
            ("cv.exe", b"MZ", file_check.KIND_NOT_ACCEPTED),
            ("cv", b"%PDF-1.7", file_check.KIND_NOT_ACCEPTED),
            ("", b"%PDF-1.7", file_check.KIND_NOT_ACCEPTED),
        ]
        for name, content, reason in cases:
            with self.subTest(name=name, reason=reason):
                self.assertEqual(file_check.check_file(name, content).reason, reason)

    def test_limit_counts_bytes(self):
        self.assertIsNone(file_check.check_file("a.txt", b"1234", max_size=4))
        problem = file_check.check_file("a.txt", b"12345", max_size=4)
        self.assertEqual((problem.reason, problem.size), (file_check.TOO_LARGE, 5))

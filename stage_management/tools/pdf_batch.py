# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Many documents with few starts of the PDF engine. Plain Python."""

import os
import tempfile
import threading
from pathlib import Path

from .pdf_document import PdfDocumentError
from .pdf_engine import Engine

# seconds that one document may take before its engine is stopped
TIME_LIMIT = 60


def render_many(pages, timeout=TIME_LIMIT, engines=None):
    """Make a PDF/A-3a of each whole HTML page.

    :param pages: HTML pages, a list
    :param timeout: seconds that one document may take; an engine that takes longer is
        stopped and the pages after it go to a new one
    :param engines: how many work at once; as many as there are processors, at most 2
    :returns: as many values as pages, each bytes or a :class:`PdfDocumentError`
    """
    pages = list(pages)
    engines = engines or min(2, os.cpu_count() or 1)
    results = [None] * len(pages)
    threads = [
        threading.Thread(
            target=_work,
            args=(pages, results, range(first, len(pages), engines), timeout),
            daemon=True,
        )
        for first in range(min(engines, len(pages)))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def _work(pages, results, numbers, timeout):
    """Make the pages of these numbers with one engine."""
    with tempfile.TemporaryDirectory(prefix="pdf-engine-") as folder:
        engine = Engine(timeout, Path(folder))
        try:
            for number in numbers:
                try:
                    results[number] = engine.render(pages[number])
                except PdfDocumentError as error:
                    results[number] = error
        finally:
            engine.stop()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Many documents with few starts of the PDF engine. Plain Python."""

import os
import tempfile
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path

from .pdf_document import PdfDocumentError
from .pdf_engine import Engine

# seconds that one document may take before its engine is stopped
TIME_LIMIT = 60
_local = threading.local()


@contextmanager
def running(timeout=TIME_LIMIT, engines=None):
    """Keep the engines of ``render_many`` in this thread until the block ends.

    They start with their first page. For the parameters see ``render_many``.
    """
    if getattr(_local, "engines", None):
        yield _local.engines
        return
    with ExitStack() as stack:
        _local.engines = []
        stack.callback(setattr, _local, "engines", None)
        for _index in range(engines or min(2, os.cpu_count() or 1)):
            folder = tempfile.TemporaryDirectory(prefix="pdf-engine-")
            engine = Engine(timeout, Path(stack.enter_context(folder)))
            stack.callback(engine.stop)
            _local.engines.append(engine)
        yield _local.engines


def render_many(pages, timeout=TIME_LIMIT, engines=None):
    """Make a PDF/A-3a of each whole HTML page.

    Inside ``running`` its engines make them.

    :param pages: HTML pages, a list
    :param timeout: seconds that one document may take; an engine that takes longer is
        stopped and the pages after it go to a new one
    :param engines: how many work at once; as many as there are processors, at most 2
    :returns: as many values as pages, each bytes or a :class:`PdfDocumentError`
    """
    pages = list(pages)
    results = [None] * len(pages)
    with running(timeout, engines) as found:
        threads = [
            threading.Thread(
                target=_work,
                args=(engine, pages, results, range(first, len(pages), len(found))),
                daemon=True,
            )
            for first, engine in enumerate(found[: len(pages)])
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return results


def _work(engine, pages, results, numbers):
    """Make the pages of these numbers with one engine."""
    for number in numbers:
        try:
            results[number] = engine.render(pages[number])
        except PdfDocumentError as error:
            results[number] = error

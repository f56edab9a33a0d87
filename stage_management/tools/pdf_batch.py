# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Many documents with few starts of the PDF engine.

Plain Python, runnable as a program: reads pages on stdin, writes a file or a reason
for each on stdout, in the same order. Each is its length in bytes, sixteen digits of
base 16, and its content; a file or reason has a letter before it that says which.
"""

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from pdf_document import PdfDocumentError, render
else:
    from .pdf_document import PdfDocumentError

_DIGITS = 16
_FILE, _REASON = b"F", b"R"
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
    """Make the pages of these numbers; start again behind one that fails to come."""
    todo = list(numbers)
    while todo:
        made = _run_engine(pages, results, todo, timeout)
        todo = todo[made:]


def _run_engine(pages, results, numbers, timeout):
    """Give pages to one engine; return how many numbers have a result now."""
    try:
        engine = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        for number in numbers:
            results[number] = PdfDocumentError(str(error))
        return len(numbers)
    with engine:
        try:
            for made, number in enumerate(numbers):
                results[number] = _ask(engine, pages[number].encode(), timeout)
                if engine.poll() is not None:
                    return made + 1
        finally:
            with contextlib.suppress(OSError):
                engine.stdin.close()
            _stop(engine, 5)
    return len(numbers)


def _ask(engine, page, timeout):
    """One document from a running engine."""
    watch = threading.Timer(timeout, engine.kill)
    watch.start()
    try:
        _write(engine.stdin, page)
        letter = engine.stdout.read(1)
        content = _read(engine.stdout) if letter else None
    except (OSError, ValueError):
        content = None
    finally:
        is_late = not watch.is_alive()
        watch.cancel()
    if content is not None:
        if letter == _FILE:
            return content
        return PdfDocumentError(content.decode(errors="replace"))
    _stop(engine, 0)
    if is_late:
        return PdfDocumentError(f"The PDF engine was stopped after {timeout} seconds.")
    return PdfDocumentError("The PDF engine gave no file.")


def _stop(engine, patience):
    try:
        engine.wait(patience)
    except subprocess.TimeoutExpired:
        engine.kill()
        engine.wait()


def _write(stream, content):
    stream.write(f"{len(content):0{_DIGITS}x}".encode() + content)
    stream.flush()


def _read(stream):
    head = stream.read(_DIGITS)
    if len(head) < _DIGITS:
        return None
    size = int(head, 16)
    content = stream.read(size)
    return content if len(content) == size else None


def _serve(source, target):
    """Work as an engine until the pages end."""
    while (page := _read(source)) is not None:
        try:
            letter, content = _FILE, render(page.decode())
        except PdfDocumentError as error:
            letter, content = _REASON, str(error).encode()
        target.write(letter)
        _write(target, content)


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)

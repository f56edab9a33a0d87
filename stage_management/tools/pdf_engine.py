# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The PDF engine in a process of its own, for one document after the other.

Plain Python. A document that takes longer than the time limit costs its process,
not the one that asked for it; the next document gets a new process. Used around a
batch, so that the engine starts once:

    with pdf_engine.running(60):
        …  # documents made in here are made by it
"""

import select
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

try:
    from . import pdf_document
except ImportError:  # as a program
    import pdf_document

COMMAND = (sys.executable, __file__)
_local = threading.local()


@contextmanager
def running(timeout):
    """Let the documents of this thread be made by one engine until the block ends.

    :param timeout: seconds that one document may take
    """
    if current():
        yield current()
        return
    with tempfile.TemporaryDirectory(prefix="pdf-engine-") as folder:
        _local.engine = Engine(timeout, Path(folder))
        try:
            yield _local.engine
        finally:
            _local.engine.stop()
            _local.engine = None


def current():
    """Return the engine that is running for this thread, or None."""
    return getattr(_local, "engine", None)


class Engine:
    """A process that reads names of HTML files and makes a PDF beside each.

    Only short lines go through the pipes: they never fill up, whatever hangs.
    """

    def __init__(self, timeout, folder):
        self.timeout = timeout
        self.folder = folder
        self.process = None
        self.count = 0

    def render(self, html):
        """Return the PDF of a whole HTML page as bytes.

        :raises PdfDocumentError: the engine failed or took too long
        """
        self.count += 1
        page = self.folder / f"{self.count}.html"
        page.write_text(html, encoding="utf-8")
        try:
            answer = self._ask(str(page))
            if answer != "ok":
                raise pdf_document.PdfDocumentError(answer)
            return _target(page).read_bytes()
        finally:
            page.unlink()
            _target(page).unlink(missing_ok=True)

    def stop(self):
        """End the process; what it works on is lost."""
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def _ask(self, line):
        try:
            if self.process is None:
                self._start()
            self.process.stdin.write(f"{line}\n".encode())
            self.process.stdin.flush()
        except OSError as error:
            self.stop()
            raise pdf_document.PdfDocumentError(str(error)) from error
        return self._read_line()

    def _start(self):
        with (self.folder / "errors").open("wb") as errors:
            self.process = subprocess.Popen(
                COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                bufsize=0,
            )

    def _read_line(self):
        """Return the answer of the process; stop it when it gives none in time."""
        deadline, answer = time.monotonic() + self.timeout, b""
        while not answer.endswith(b"\n"):
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                self.stop()
                raise pdf_document.PdfDocumentError(
                    f"The PDF engine was stopped after {self.timeout} seconds."
                )
            part = self.process.stdout.read(4096)
            if not part:
                self.stop()
                raise pdf_document.PdfDocumentError(self._last_words())
            answer += part
        return answer.decode(errors="replace").strip()

    def _last_words(self):
        text = (self.folder / "errors").read_text(errors="replace").strip()
        return text.splitlines()[-1] if text else "The PDF engine gave no file."


def _target(page):
    return Path(page).with_suffix(".pdf")


def serve():
    """Make documents until the standard input ends."""
    for line in sys.stdin:
        page = Path(line.strip())
        try:
            data = pdf_document.render(page.read_text(encoding="utf-8"))
            _target(page).write_bytes(data)
            answer = "ok"
        except (pdf_document.PdfDocumentError, OSError) as error:
            answer = " ".join(str(error).split()) or type(error).__name__
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()

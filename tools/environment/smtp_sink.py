# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A mail server that keeps every mail as a file and sends nothing on.

Run by the virtual environment's Python: ``smtp_sink.py FOLDER``. It prints the port
that it listens on, then one line for each mail.
"""

import contextlib
import itertools
import socket
import sys
import time
from email import message_from_bytes, policy
from pathlib import Path

from aiosmtpd.controller import Controller

HOST = "127.0.0.1"
LARGEST = 50 * 2**20


class Keeper:
    """Writes mails into a folder, in the order in which they arrive."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.count = itertools.count(len(list(self.folder.glob("*.eml"))) + 1)

    async def handle_DATA(self, server, session, envelope):
        """Keep one mail; the name is in place only when the file is whole."""
        content = envelope.content
        message = message_from_bytes(content, policy=policy.default)
        path = self.folder / f"{next(self.count):05d}.eml"
        partial = path.with_suffix(".part")
        partial.write_bytes(content)
        partial.rename(path)
        print(f"✉ {', '.join(envelope.rcpt_tos)} · {message['subject']}", flush=True)
        return "250 kept"


def _free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def main(folder):
    """Listen until the process is ended."""
    port = _free_port()
    controller = Controller(Keeper(folder), HOST, port, data_size_limit=LARGEST)
    controller.start()
    print(port, flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            time.sleep(3600)
    controller.stop()


if __name__ == "__main__":
    main(sys.argv[1])

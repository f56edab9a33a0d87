# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One address before an Odoo with several workers, as a reverse proxy gives it.

Workers answer ordinary requests; ``/websocket`` belongs to a process of its own on
another port. A browser opens a new connection for it, so looking at the first line of a
connection is enough.
"""

import asyncio
import contextlib
import threading

HOST = "127.0.0.1"
LONGEST_LINE = 2**16


async def _pump(reader, writer):
    """Copy bytes until one side closes."""
    with contextlib.suppress(ConnectionError):
        while block := await reader.read(LONGEST_LINE):
            writer.write(block)
            await writer.drain()
    with contextlib.suppress(ConnectionError, RuntimeError):
        writer.close()


class Front:
    """Listens on ``port`` and passes connections on to the right process of Odoo."""

    def __init__(self, port, web_port, live_port):
        self.port = port
        self.web_port = web_port
        self.live_port = live_port

    async def _serve(self, reader, writer):
        try:
            first = await reader.readline()
            live = first.startswith(b"GET /websocket")
            port = self.live_port if live else self.web_port
            odoo_reader, odoo_writer = await asyncio.open_connection(HOST, port)
        except (OSError, ValueError):
            writer.close()
            return
        odoo_writer.write(first)
        await asyncio.gather(_pump(reader, odoo_writer), _pump(odoo_reader, writer))

    async def _listen(self, ready, ended):
        server = await asyncio.start_server(self._serve, HOST, self.port)
        ready.set()
        await ended.wait()
        server.close()

    @contextlib.contextmanager
    def running(self):
        """Listen in a thread for the length of the block."""
        loop, ready, ended = (
            asyncio.new_event_loop(),
            threading.Event(),
            asyncio.Event(),
        )

        def work():
            loop.run_until_complete(self._listen(ready, ended))
            for task in asyncio.all_tasks(loop):
                task.cancel()

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        ready.wait(10)
        try:
            yield
        finally:
            loop.call_soon_threadsafe(ended.set)
            thread.join(10)

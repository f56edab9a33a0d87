# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Odoo and its mail server as running processes."""

import signal
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

from . import python_env, runtime
from .console import SetupError
from .paths import ROOT

PATIENCE = 90


def _end(process, sign=signal.SIGTERM):
    """Ask a process to end; insist after a while."""
    if process.poll() is not None:
        return
    process.send_signal(sign)
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def mail_sink(folder, output=subprocess.DEVNULL):
    """A mail server for the length of the block; gives its port.

    Mails stand in ``folder`` as numbered files; ``output`` gets a line for each.
    """
    script = ROOT / "tools" / "environment" / "smtp_sink.py"
    process = subprocess.Popen(
        [python_env.python(), "-u", script, folder],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        # Ctrl-C is for Odoo first: its last mails must still be taken
        start_new_session=True,
    )
    relay = None
    try:
        port = process.stdout.readline().strip()
        if not port:
            raise SetupError("The local mail server did not start.")
        relay = subprocess.Popen(["cat"], stdin=process.stdout, stdout=output)
        yield int(port)
    finally:
        _end(process)
        process.stdout.close()
        if relay:
            _end(relay)


@contextmanager
def odoo_server(database, *, port, mail_port, log=None, options=()):
    """Odoo serving a database for the length of the block; gives its process."""
    command = runtime.odoo(
        "server",
        "-d",
        database,
        "--db-filter",
        f"^{database}$",
        "--http-port",
        port,
        "--smtp",
        "127.0.0.1",
        "--smtp-port",
        mail_port,
        *options,
    )
    out = log.open("w", encoding="utf-8") if log else None
    process = subprocess.Popen(
        command,
        env=runtime.environment(),
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.STDOUT if out else None,
        start_new_session=True,
    )
    try:
        _wait(process, port, log)
        yield process
    finally:
        _end(process)
        if out:
            out.close()


def _wait(process, port, log):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SetupError(f"Odoo ended before it answered; see {log or 'above'}.")
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}/web/health", timeout=5
            ) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise SetupError(f"Odoo did not answer within {PATIENCE} s; see {log or 'above'}.")

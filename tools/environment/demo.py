# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A database with demonstration data, served until Ctrl-C."""

import csv
import os
import signal
import socket
import sys

from . import databases, postgres, runtime, serve
from .console import SetupError, say, step
from .paths import BUILD, LOGS, ROOT, modules

DATABASE = "demo"
BEFORE = "demo_before"
LOGINS = ROOT / "data" / "demo_logins.csv"


def run():
    """Set everything up, serve, and stop cleanly."""
    port = _port()
    version = runtime.ensure()
    say(f"Odoo {version}")
    if not modules():
        raise SetupError("There is no add-on in this folder yet.")
    with postgres.in_use():
        _have_database()
        # the links in mails lead to where it is served this time
        databases.set_parameter(DATABASE, "web.base.url", f"http://localhost:{port}")
        mails = BUILD / "mails"
        log = LOGS / "demo.log"
        with (
            serve.mail_sink(mails, sys.stdout) as mail_port,
            serve.odoo_server(
                DATABASE, port=port, mail_port=mail_port, log=log
            ) as odoo,
        ):
            _tell(port, mails, log)
            _wait_for_ctrl_c(odoo)
    say("Stopped.")
    return 0


def _port():
    named = os.environ.get("PORT") or "8069"
    if not (named.isdecimal() and 0 < int(named) < 65536):
        raise SetupError(f"PORT={named} is no port; try: make demo PORT=8070")
    port = int(named)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise SetupError(
                f"Port {port} is taken; choose another: make demo PORT={port + 1}"
            ) from error
    return port


def _have_database():
    """Keep the database of last time, unless the add-ons have changed since."""
    wanted = databases.DEMO.digest()
    present = databases.exists(DATABASE)
    known = databases.state_of(DATABASE).get("digest") == wanted
    if present and known and not os.environ.get("FRESH"):
        return
    source = databases.ensure(databases.DEMO)
    if present:
        say(f"· the add-ons have changed: the old database is kept as {BEFORE}")
        databases.rename(DATABASE, BEFORE)
    with step("making the demonstration database"):
        databases.copy(source, DATABASE)
    databases.remember(DATABASE, digest=wanted)


def _tell(port, mails, log):
    print(f"\n  http://localhost:{port}\n")
    if LOGINS.exists():
        with LOGINS.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        width = max((len(row["role"]) for row in rows), default=0)
        for row in rows:
            print(f"  {row['role']:{width}}  {row['login']}  /  {row['password']}")
    else:
        print("  administrator: admin / admin")
    print(f"\n  mails arrive in {mails}, the log is {log}")
    print("  Ctrl-C stops everything\n", flush=True)


def _wait_for_ctrl_c(odoo):
    def interrupt(*_arguments):
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    try:
        code = odoo.wait()
    except KeyboardInterrupt:
        say("\nStopping …")
        return
    raise SetupError(f"Odoo ended by itself with code {code}; see {LOGS / 'demo.log'}.")

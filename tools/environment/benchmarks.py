# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""``make bench``: our add-ons beside Odoo's recruitment, on a large volume.

The volume is made once by ``data/generate_volume.py`` and kept until the add-ons, the
generator or the month change: its states follow from the day.
"""

import os
import subprocess
from contextlib import contextmanager
from datetime import UTC, datetime

from . import databases, manifests, postgres, python_env, runtime
from .console import SetupError, digest_of, run, step
from .paths import LOGS, ROOT, TESTS, Stamp, locked

FOLDER = TESTS / "bench"
GENERATOR = ROOT / "data" / "generate_volume.py"
ROWS = 100_000
# alone: what installs itself beside recruitment would slow the peer down
PEER = databases.Template(
    "peer",
    base=databases.ADDONS,
    bake=False,
    # quotations: what signing is compared with
    install=("hr_recruitment", "sale"),
    options=("--skip-auto-install",),
)


def names():
    """Benchmarks that ``make bench B=`` can run alone."""
    found = FOLDER.glob("bench_*.py")
    return sorted(path.stem.removeprefix("bench_") for path in found)


def run_all():
    """Measure everything, or what ``B=`` names; 1 when a ratio is above its limit."""
    name, rows = os.environ.get("B") or "", _rows()
    if name and name not in names():
        raise SetupError(f"No benchmark {name}; choose from: {', '.join(names())}")
    runtime.ensure()
    with postgres.in_use(), _copy_of_volume(rows) as database:
        options = ["--only", name] if name else []
        command = [python_env.python(), FOLDER / "run.py", database, *options]
        return subprocess.run(
            command, env=runtime.environment(), check=False
        ).returncode


def _rows():
    named = os.environ.get("ROWS") or str(ROWS)
    if not (named.isdecimal() and int(named)):
        raise SetupError(f"ROWS={named} is no number; try: make bench ROWS=1000")
    return int(named)


@contextmanager
def _copy_of_volume(rows):
    databases.sweep()
    database = f"run_bench_{os.getpid()}"
    databases.copy(_volume(rows), database)
    try:
        yield database
    finally:
        databases.drop(database)


def _volume(rows):
    """Have a database with ``rows`` internships and applicants; return its name."""
    # no underscore before the number: it is no clone of a process
    name = f"volume{rows}"
    with locked(name):
        sources = [GENERATOR, *(ROOT / "data" / "volume").glob("*.py")]
        month = f"{datetime.now(UTC):%Y-%m}"
        digest = manifests.hash_words([PEER.digest(), digest_of(sources), month])
        stamp = Stamp(name)
        if stamp.matches(digest) and databases.exists(name):
            return name
        source = databases.ensure(PEER)
        stamp.clear()
        databases.drop(name)
        databases.copy(source, name)
        with step(f"making {rows:,} internships and as many applicants"):
            fill(name, rows)
        stamp.write(digest)
    return name


def fill(database, rows):
    """Let the generator fill a database that has our add-ons."""
    LOGS.mkdir(parents=True, exist_ok=True)
    run(
        [str(python_env.python()), str(GENERATOR), database, "--rows", str(rows)],
        log=LOGS / "volume.log",
        env=runtime.environment(),
        failure="The volume could not be made.",
    )

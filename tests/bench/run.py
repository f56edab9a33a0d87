# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Run the benchmarks on a database that ``data/generate_volume.py`` has filled."""

import argparse
import importlib
import sys
from pathlib import Path

import harness
import table
from volume_users import Users

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry
from odoo.tools import config

FOLDER = Path(__file__).resolve().parent


def _groups():
    """Those that create last: what they roll back lies in the way of searches.

    PostgreSQL keeps new words of a trigram index in an unsorted list, to be read
    whole by each search, until the next vacuum.
    """
    names = [path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py")]
    return sorted(names, key=lambda name: (name.startswith("batches"), name))


def main():
    """Measure, print the table, and return 1 when a ratio is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database")
    parser.add_argument("--only", choices=_groups())
    options = parser.parse_args()
    config.parse_config(["-d", options.database, "--no-http", "--log-level=warn"])
    registry = Registry(options.database)
    with registry.cursor() as cr:
        rows = api.Environment(cr, SUPERUSER_ID, {})["hr.internship"].search_count([])
    users = Users(registry)
    lines = []
    for name in [options.only] if options.only else _groups():
        module = importlib.import_module(f"bench_{name}")
        for measurement in module.measurements(users):
            print(f"· {measurement.what} …", file=sys.stderr, flush=True)
            lines.append(harness.measure(measurement))
    print(table.render(lines))
    if not options.only:
        with registry.cursor() as cr:
            table.write(lines, table.machine(cr), rows)
    return 0 if all(line.is_met for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())

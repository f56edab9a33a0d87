# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""``tools/env``: every command of the Makefile."""

import argparse
import os
import shutil
import subprocess
import sys

from . import (
    benchmarks,
    databases,
    demo,
    lint,
    postgres,
    runner,
    runtime,
    second_tier,
    suites,
    terms,
)
from .console import SetupError, run, say
from .paths import BUILD, ROOT, locked


def setup(_options):
    """Install everything, run nothing."""
    say(f"Odoo {runtime.ensure(checks=True)}")
    with postgres.in_use():
        say("ready")
    return 0


def test(options):
    """Run the first tier, the suites named, or only the Odoo tests of a tag."""
    say(f"Odoo {runtime.ensure(checks=True)}")
    with locked("test"), postgres.in_use():
        if options.tags:
            return runner.run([suites.tagged_suite(options.tags)])
        if options.suites:
            return runner.run(suites.named(options.suites))
        return runner.run(suites.first_tier())


def test_all(_options):
    """Run both tiers."""
    say(f"Odoo {runtime.ensure(checks=True)}")
    with locked("test"), postgres.in_use():
        return runner.run(suites.first_tier() + second_tier.second_suites())


def run_lint(_options):
    """Check the form of every file."""
    runtime.ensure(checks=True)
    return runner.run([suite for suite in suites.first_tier() if suite.name == "lint"])


def reformat(_options):
    """Lay out every file."""
    runtime.ensure(checks=True)
    return lint.reformat()


def i18n(_options):
    """Rewrite the terms, merge the translations, and say what is missing."""
    runtime.ensure(checks=True)
    with postgres.in_use():
        databases.sweep()
        terms.write()
        return runner.run([suites.Suite("i18n", terms.run)])


def shell(_options):
    """A Python shell of Odoo on a copy of the demonstration data."""
    runtime.ensure()
    with postgres.in_use(), databases.clone(databases.DEMO, "shell") as database:
        command = runtime.odoo("shell", "-d", database, "--no-http", "--log-level=warn")
        return subprocess.run(
            command, env=runtime.environment(), check=False
        ).returncode


def volume(options):
    """Fill a database that has the add-ons with many internships."""
    runtime.ensure()
    with postgres.in_use():
        benchmarks.fill(options.database, options.rows)
    return 0


def lock(_options):
    """Make the lock files anew, from requirements.in and package.json (needs uv)."""
    uv = shutil.which("uv")
    if not uv:
        raise SetupError("uv makes the lock file; run: pip install uv")
    tools = ROOT / "tools"
    env = {k: v for k, v in os.environ.items() if not k.startswith("PIP_")}
    compile_options = (
        "--universal --python-version 3.11 --upgrade --generate-hashes --no-header "
        "--no-annotate --no-emit-index-url --no-emit-find-links"
    )
    files = ["requirements.in", "-o", "requirements.lock"]
    run([uv, "pip", "compile", *compile_options.split(), *files], cwd=tools, env=env)
    npm = "npm install --package-lock-only --omit-lockfile-registry-resolved"
    run([*npm.split(), "--no-audit", "--no-fund"], cwd=ROOT)
    return 0


def clean(_options):
    """Remove everything that was made: databases, Odoo, packages, logs."""
    postgres.destroy()
    link = ROOT / "node_modules"
    link.unlink(missing_ok=True)
    shutil.rmtree(BUILD, ignore_errors=True)
    return 0


def stop(_options):
    """Stop the private PostgreSQL, unless somebody uses it."""
    postgres.stop_if_unused()
    return 0


COMMANDS = {
    "setup": setup,
    "demo": lambda _options: demo.run(),
    "test": test,
    "test-all": test_all,
    "lint": run_lint,
    "format": reformat,
    "i18n": i18n,
    "shell": shell,
    "bench": lambda _options: benchmarks.run_all(),
    "volume": volume,
    "lock": lock,
    "stop": stop,
    "clean": clean,
}


def _parse(arguments):
    parser = argparse.ArgumentParser(prog="tools/env", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, function in COMMANDS.items():
        sub = commands.add_parser(name, help=function.__doc__)
        if name == "test":
            sub.add_argument("--tags", help="Odoo test tags, such as /module:Class")
            sub.add_argument("suites", nargs="*", help="names of suites")
        if name == "volume":
            sub.add_argument("database", help="a database with the add-ons")
            sub.add_argument("--rows", type=int, default=benchmarks.ROWS)
    return parser.parse_args(arguments)


def main(arguments=None):
    """Run one command; a missing thing ends it with one sentence."""
    options = _parse(arguments)
    try:
        return COMMANDS[options.command](options)
    except SetupError as error:
        sys.stdout.flush()
        say(error)
    except KeyboardInterrupt:
        say("\nStopped.")
    return 1

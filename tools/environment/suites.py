# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The suites of the checks, and which of them make the two tiers."""

import re
import shutil
import socket
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from . import (
    databases,
    install_log,
    lint,
    odoo_source,
    postgres,
    python_env,
    results,
    runtime,
    terms,
)
from .console import SetupError
from .paths import BUILD, LOGS, ROOT, TESTS, modules

# classes of Odoo's own linter that hold for add-ons of others too
LINT_CLASSES = (
    "TestIndex",
    "TestNaming",
    "RoutesLinter",
    "TestI18n",
    "ManifestLinter",
    "TestOnchangeDomains",
    "TestDunderinit",
    "TestConflictMarkers",
    "TestTestHoles",
    "PotLinter",
    "TestLintOverrideSignatures",
)


@dataclass(frozen=True)
class Suite:
    """A name and the function that runs it and gives its result."""

    name: str
    run: Callable
    templates: tuple = ()

    @property
    def log(self):
        """File with everything that the suite printed."""
        return LOGS / f"{re.sub(r'[^A-Za-z0-9_]+', '-', self.name)}.log"


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _run_logged(command, log, env, cwd=None):
    LOGS.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as out:
        return subprocess.run(
            command,
            env=env,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        ).returncode


def odoo_tests(suite, tags, *, template=databases.ADDONS, install="", options=()):
    """Run Odoo tests by tag on a clone of a template."""
    with databases.clone(template, f"run_{suite.name}") as database:
        command = runtime.odoo(
            "server",
            "-d",
            database,
            "--test-tags",
            tags,
            "--stop-after-init",
            "--http-port",
            free_port(),
            "--max-cron-threads",
            "0",
            *(["-i", install] if install else []),
            *options,
        )
        code = _run_logged(command, suite.log, runtime.environment())
    text = suite.log.read_text(encoding="utf-8", errors="replace")
    return results.read_odoo(suite.name, text, code, allowed=install_log.patterns())


def _suite(name, tags, **options):
    """Suite of Odoo tests on a clone of the add-ons' template."""
    return Suite(
        name, lambda suite: odoo_tests(suite, tags, **options), (databases.ADDONS,)
    )


def addon_suite(module):
    """The tests that an add-on of ours brings."""
    return _suite(module, f"/{module}")


def tagged_suite(tags):
    """Only the tests that a person asked for."""
    return _suite("tests", tags)


def sweeps():
    """What every model and every route of ours must answer to every role."""
    addon = runtime.TEST_ADDON
    return _suite("sweeps", f"/{addon}", install=addon)


def test_lint():
    """Odoo's own linter, on Odoo's add-ons and on copies of ours.

    It walks through all that stands in an add-ons folder; the root of the repository
    holds more than add-ons.
    """
    tags = ",".join(f"/test_lint:{name}" for name in LINT_CLASSES)

    def run(suite):
        folder = _copy_add_ons(BUILD / "lint_addons")
        path = ",".join(map(str, [*odoo_source.addons_paths(), folder]))
        options = (f"--addons-path={path}",)
        return odoo_tests(suite, tags, install="test_lint", options=options)

    return Suite("test_lint", run, (databases.ADDONS,))


def _copy_add_ons(folder):
    """Copies of our add-ons, and of nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in modules():
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".*"))
    return folder


def pytest(name, folder, *arguments, template=None, **variables):
    """Tests of pytest in a folder; journeys get a served clone by themselves."""

    def run(suite):
        report = BUILD / f"junit-{suite.name}.xml"
        report.unlink(missing_ok=True)
        command = [python_env.python(), "-m", "pytest", "-q", f"--junitxml={report}"]
        env = runtime.environment(
            PYTHONDONTWRITEBYTECODE="1",
            STAGE_PREPARED=" ".join(databases.prepared()),
            **variables,
        )
        code = _run_logged([*command, *arguments, folder], suite.log, env, cwd=ROOT)
        return results.read_junit(suite.name, report, code)

    return Suite(name, run, (template,) if template else ())


def first_tier():
    """What `make test` runs, the longest first."""
    chosen = [Suite("lint", lint.run)]
    if (TESTS / "static").is_dir():
        chosen.append(pytest("static", "tests/static"))
    if not modules():
        return chosen
    if list((TESTS / "journeys").glob("test_*.py")):
        chosen.append(pytest("journeys", "tests/journeys", template=databases.DEMO))
    chosen += [
        addon_suite(name) for name in modules() if (ROOT / name / "tests").is_dir()
    ]
    if (TESTS / runtime.TEST_ADDON / "__manifest__.py").exists():
        chosen.append(sweeps())
    chosen += [test_lint(), Suite("i18n", terms.run)]
    templates = (databases.ADDONS, databases.DEMO)
    chosen.append(Suite("install_log", install_log.run, templates))
    return chosen


def named(words):
    """Suites of either tier by name."""
    from . import second_tier

    known = {suite.name: suite for suite in first_tier() + second_tier.second_suites()}
    unknown = [word for word in words if word not in known]
    if unknown:
        raise SetupError(
            f"No suite is called {', '.join(unknown)}; choose from {', '.join(known)}."
        )
    return [known[word] for word in words]


def prepare(chosen):
    """Build what the suites need, two databases at a time, before they run."""
    postgres.ensure()
    databases.sweep()
    templates = dict.fromkeys(made for suite in chosen for made in suite.templates)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(databases.ensure, templates))

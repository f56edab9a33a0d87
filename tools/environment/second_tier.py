# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What `make test-all` runs besides the first tier."""

import json

from . import (
    databases,
    install_log,
    manifests,
    postgres,
    results,
    runtime,
    suites,
    terms,
)
from .console import run as run_command
from .paths import BUILD, LOGS, TESTS, locked, modules

CORE = ("hr", "survey", "portal", "calendar")
CORE_TAGS = ",".join(f"/{name}" for name in CORE)
WEBSITE = databases.Template(
    "website", demo=True, base=databases.DEMO, install=("website",)
)


def second_suites():
    """Suites that only the second tier has."""
    if not modules():
        return []
    chosen = [
        suites.Suite("odoo_core", core),
        suites.Suite("install_matrix", install_matrix),
        suites.Suite("replica", replica),
    ]
    if list((TESTS / "journeys").glob("test_*.py")):
        chosen.append(
            suites.pytest(
                "website",
                "tests/journeys",
                "-m",
                "website",
                template=WEBSITE,
                STAGE_JOURNEY="website",
            )
        )
    return chosen


def replica(suite):
    """Our tests with reads sent where a replica would take them."""
    tags = ",".join(f"/{name}" for name in modules())
    return suites.odoo_tests(suite, tags, options=("--dev=replica",))


def _core_run(name, template):
    """Odoo's own tests of the apps that we extend, on a copy of a template."""
    probe = suites.Suite(name, None)
    # their tests run at installation too, so the apps are updated
    return suites.odoo_tests(
        probe, CORE_TAGS, template=template, options=("-u", ",".join(CORE))
    )


def _first_lines(problems):
    return {problem.splitlines()[0] for problem in problems}


def _baseline():
    """Failures of Odoo's own tests without our add-ons; kept per Odoo version."""
    path = BUILD / f"core-{databases.BASE.digest()}.json"
    with locked("core"):
        if not path.exists():
            found = _core_run("odoo_core_without", databases.BASE)
            facts = {"ran": found.passed + found.failed, "problems": found.problems}
            path.write_text(json.dumps(facts))
    return json.loads(path.read_text())


def core(suite):
    """Odoo's own tests fail no more with our add-ons than without."""
    before = _baseline()
    now = _core_run(suite.name, databases.ADDONS)
    known = _first_lines(before["problems"])
    result = results.Result(suite.name, passed=now.passed)
    for problem in now.problems:
        if problem.splitlines()[0] not in known:
            result.check("only with our add-ons", problem)
    if now.passed + now.failed < before["ran"]:
        result.check("count", f"{before['ran']} tests without ours, fewer with them")
    return result


def install_matrix(suite):
    """Each add-on alone: installed, uninstalled, installed again, without a warning."""
    result = results.Result(suite.name)
    for module in modules():
        for options in ((), terms.ALONE):
            _life(result, module, options)
    return result


def _template(module, options):
    if options:
        return terms.bare([module])
    foreign = tuple(manifests.foreign([module]))
    key = manifests.hash_words(foreign)[:8]
    return databases.Template(f"apps_{key}", install=foreign, bake=False)


def _life(result, module, options):
    label = f"{module} {'alone' if options else 'with what installs itself'}"
    with databases.clone(_template(module, options), f"life_{module}") as database:
        for action in ("install", "uninstall", "reinstall"):
            log = LOGS / f"life-{module}-{'alone' if options else 'auto'}-{action}.log"
            if action == "uninstall":
                _uninstall(database, module, log)
            else:
                databases.install(database, module, log=log, options=options)
            found = install_log.warnings(
                log.read_text(encoding="utf-8", errors="replace")
            )
            result.check(f"{label}: {action}", "\n".join(found))
            if action == "uninstall":
                result.check(f"{label}: left behind", _left_behind(database, module))


def _uninstall(database, module, log):
    command = runtime.odoo("module", "uninstall", "-d", database, module)
    failure = f"{module} could not be uninstalled."
    run_command(command, log=log, env=runtime.environment(), failure=failure)


def _left_behind(database, module):
    """Records and tables that an uninstalled add-on should have taken along."""
    ours = manifests.ours_closed([module])
    names = ", ".join(f"'{name}'" for name in ours if name == module)
    query = f"select count(*) from ir_model_data where module in ({names})"  # noqa: S608
    count = int(postgres.query(query, database))
    return f"{count} record(s) in ir.model.data" if count else ""

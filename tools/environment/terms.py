# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Translations: the template of terms is current, Dutch and French are complete.

Each add-on's terms are exported from a database that holds only the add-on and what it
depends on: another app would add terms of its own.
"""

import shutil

from . import databases, manifests, python_env, results, runtime
from .console import run as run_command
from .console import say, step
from .paths import BUILD, LOGS, ROOT, Stamp, locked, modules

LANGUAGES = ("nl", "fr")
ALONE = ("--skip-auto-install",)


def bare(names):
    """Template with Odoo's own modules that some of ours need, and nothing else."""
    foreign = tuple(manifests.foreign(names))
    key = manifests.hash_words(foreign)[:8]
    return databases.Template(f"bare_{key}", install=foreign, bake=False, options=ALONE)


def alone(module):
    """Template with one add-on of ours, and what it depends on."""
    return databases.Template(
        f"alone_{module}",
        base=bare([module]),
        install=(module,),
        bake=False,
        options=ALONE,
    )


def exported(module):
    """Fresh file of terms of an add-on; kept as long as its files do not change."""
    target = BUILD / "i18n" / f"{module}.pot"
    stamp = Stamp(f"i18n-{module}")
    digest = alone(module).digest()
    with locked(f"i18n-{module}"):
        if not (stamp.matches(digest) and target.exists()):
            with databases.clone(alone(module), f"i18n_{module}") as database:
                _export(module, database, target)
            stamp.write(digest)
    return target


def _export(module, database, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    command = runtime.odoo("i18n", "export", "-d", database, "-o", target, module)
    log = LOGS / f"i18n-{module}.log"
    failure = f"The terms of {module} could not be exported."
    run_command(command, log=log, env=runtime.environment(), failure=failure)


def _polib(action, *arguments):
    """Run the part that needs a package of the virtual environment."""
    script = ROOT / "tools" / "environment" / "po_files.py"
    return run_command(
        [python_env.python(), script, action, *map(str, arguments)],
        env=runtime.environment(),
    )


def _others(folder):
    """Translations that may be partial."""
    return sorted(path for path in folder.glob("*.po") if path.stem not in LANGUAGES)


def run(suite):
    """Fail on stale files of terms and on terms without translation."""
    result = results.Result(suite.name)
    for module in modules():
        fresh = exported(module)
        folder = ROOT / module / "i18n"
        result.check(
            f"{module}.pot", _polib("stale", fresh, folder / f"{module}.pot").strip()
        )
        for language in LANGUAGES:
            problems = _polib("incomplete", fresh, folder / f"{language}.po")
            result.check(f"{module} {language}", problems.strip())
        for path in _others(folder):
            problems = _polib("unused", fresh, path)
            result.check(f"{module} {path.stem}", problems.strip())
    return result


def write():
    """Rewrite the files of terms and merge them into the translations."""
    for module in modules():
        with step(f"terms of {module}"):
            fresh = exported(module)
            folder = ROOT / module / "i18n"
            folder.mkdir(exist_ok=True)
            shutil.copy(fresh, folder / f"{module}.pot")
            wanted = [folder / f"{language}.po" for language in LANGUAGES]
            for path in [*wanted, *_others(folder)]:
                say(_polib("merge", fresh, path, path.stem).strip())
    return 0

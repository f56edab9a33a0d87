# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Form: every check is one test of the suite `lint`."""

import os
import subprocess
from itertools import chain

from . import node, python_env, results
from .console import say
from .paths import BUILD, ROOT, TESTS, modules

# `sequence` as plain text and any order of attributes are what Odoo itself does
# a department is made before its manager and gets him in a second record
OCA_NOISE = "xml-field-numeric-without-eval,xml-tag-position,xml-duplicate-record-id"
# it empties a translation that reads as the source does, "Budget" in French
PO_NOISE = "po-pretty-format"
XML = ("views", "security", "data", "demo", "wizard", "report", "templates")


def python_folders():
    """What holds Python of ours."""
    names = [*modules(), "tools", "tests", "data"]
    return [name for name in names if (ROOT / name).exists()]


def prettier_files():
    """Files that prettier lays out."""
    groups = [
        (ROOT / module / folder).rglob("*.xml")
        for module in modules()
        for folder in XML
    ]
    for module in modules():
        static = ROOT / module / "static"
        groups += [static.rglob(f"*.{ending}") for ending in ("js", "xml", "scss")]
    groups += [TESTS.rglob("*.xml"), ROOT.glob("*.mjs"), ROOT.glob("package.json")]
    found = (str(path.relative_to(ROOT)) for path in chain(*groups))
    skipped = ("/static/lib/", "/static/description/")
    return sorted(p for p in found if not any(part in f"/{p}" for part in skipped))


def _eslint_files():
    found = chain(*((ROOT / m / "static").rglob("*.js") for m in modules()))
    return [str(p.relative_to(ROOT)) for p in found if "/static/lib/" not in str(p)]


def _pages():
    """Pages in reStructuredText that people read."""
    found = [*ROOT.glob("*.rst"), *ROOT.glob("data/*.rst"), *TESTS.glob("*.rst")]
    found += chain(*((ROOT / module).glob("README.rst") for module in modules()))
    return sorted(str(path.relative_to(ROOT)) for path in found)


def _terms():
    found = chain(*((ROOT / module / "i18n").glob("*.po*") for module in modules()))
    return sorted(str(path.relative_to(ROOT)) for path in found)


def commands():
    """Every check: its name and the command that fails when something is wrong."""
    tool = python_env.tool
    folders, ours = python_folders(), modules()
    checks = {
        "ruff check": [tool("ruff"), "check", "--quiet", *folders],
        "ruff format": [tool("ruff"), "format", "--check", "--quiet", *folders],
        "prettier": _with_files([node.tool("prettier"), "--check"], prettier_files()),
        "eslint": _with_files(
            [node.tool("eslint"), "--max-warnings=0"], _eslint_files()
        ),
        "pages": _with_files(
            [tool("doc8"), "--quiet", "--max-line-length=88"], _pages()
        ),
        "pages render": _with_files(
            [tool("rstcheck"), "--report-level=warning"], _pages()
        ),
        "terms": _with_files(
            [tool("oca-checks-po"), f"--disable={PO_NOISE}"], _terms()
        ),
    }
    if ours:
        checks["pylint-odoo"] = [tool("pylint"), "--rcfile=.pylintrc", *ours]
        readme = [python_env.python(), "tools/gen_readme.py", "--check", *ours]
        checks["readme"] = readme
    for module in ours:
        command = [tool("oca-checks-odoo-module"), f"--disable={OCA_NOISE}"]
        command.append(f"{module}/__manifest__.py")
        checks[f"oca checks {module}"] = command
    return {name: command for name, command in checks.items() if command}


def _with_files(command, files):
    """The command with its files, or nothing when there are none."""
    return [*command, *files] if files else None


def _environment():
    paths = f"{python_env.VENV / 'bin'}:{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": paths, "PYLINTHOME": str(BUILD / "pylint")}


def run(suite):
    """Run every check."""
    result = results.Result(suite.name)
    texts = []
    for name, command in commands().items():
        done = subprocess.run(
            list(map(str, command)),
            cwd=ROOT,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        output = (done.stdout + done.stderr).strip()
        texts.append(f"── {name}\n{output}")
        result.check(name, done.returncode and f"\n{output or 'failed'}")
    suite.log.write_text("\n".join(texts), encoding="utf-8")
    return result


def reformat():
    """Lay out every file as the checks want it."""
    tool = python_env.tool
    folders, ours = python_folders(), modules()
    todo = [
        [tool("ruff"), "check", "--fix", "--quiet", *folders],
        [tool("ruff"), "format", "--quiet", *folders],
        _with_files(
            [node.tool("prettier"), "--write", "--log-level=warn"], prettier_files()
        ),
        _with_files([node.tool("eslint"), "--fix"], _eslint_files()),
        _with_files([python_env.python(), "tools/gen_readme.py"], ours),
    ]
    for command in filter(None, todo):
        say(f"· {command[0].name if hasattr(command[0], 'name') else command[0]}")
        subprocess.run(
            list(map(str, command)), cwd=ROOT, env=_environment(), check=False
        )
    return 0

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The JavaScript tools, as locked in package-lock.json."""

import shutil

from .console import SetupError, digest_of, run, step
from .paths import BUILD, ROOT, Stamp, locked

FOLDER = BUILD / "node"
LISTS = (ROOT / "package.json", ROOT / "package-lock.json")
OLDEST = 18


def tool(name):
    """Program that a JavaScript package brought."""
    return FOLDER / "node_modules" / ".bin" / name


def ensure():
    """Have exactly the locked packages."""
    with locked("node"):
        stamp = Stamp("node")
        wanted = digest_of(LISTS, FOLDER)
        if stamp.matches(wanted) and FOLDER.exists():
            return
        stamp.clear()
        _check_version()
        with step("installing the locked JavaScript packages"):
            _install()
        stamp.write(wanted)


def _check_version():
    major = int(run(["node", "--version"]).strip().removeprefix("v").split(".")[0])
    if major < OLDEST:
        raise SetupError(f"Node.js {OLDEST} or newer is needed; this is {major}.")


def _install():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for path in LISTS:
        shutil.copy(path, FOLDER)
    # the configuration files at the root import these packages
    link = ROOT / "node_modules"
    if not link.exists():
        link.unlink(missing_ok=True)
        link.symlink_to((FOLDER / "node_modules").relative_to(ROOT))
    run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"],
        cwd=FOLDER,
        failure="npm could not install the packages; is its registry within reach?",
    )

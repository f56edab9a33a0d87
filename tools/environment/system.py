# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What must be on the machine itself: found, installed by root, or named."""

import ctypes.util
import importlib.util
import os
import shutil
from pathlib import Path

from .console import SetupError, run, step

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def is_root():
    """Whether packages can be installed."""
    return os.geteuid() == 0


def browser():
    """Path of the Chromium of this machine, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def postgres_bin():
    """Folder of the newest PostgreSQL server binaries of this machine, or None."""
    found = list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return max(found, key=lambda path: int(path.parts[-3])).parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def _library(name):
    return ctypes.util.find_library(name) is not None


def _runtime_packages():
    """Debian packages to run the add-ons, each with what shows it is there."""
    has_venv = all(map(importlib.util.find_spec, ("venv", "ensurepip")))
    server = os.environ.get("PGHOST") or postgres_bin()
    return {
        "python3-venv": has_venv,
        "libpango-1.0-0": _library("pango-1.0"),
        "libpangoft2-1.0-0": _library("pangoft2-1.0"),
        "fonts-dejavu-core": DEJAVU.exists(),
        "xz-utils": shutil.which("xz"),
        # an ordinary user gets the server from PyPI instead
        "postgresql": server or not is_root(),
        "postgresql-client": shutil.which("psql") or not os.environ.get("PGHOST"),
    }


def _check_packages():
    """Debian packages that only the checks need."""
    return {
        "chromium": browser(),
        "nodejs": shutil.which("node"),
        "npm": shutil.which("npm"),
        "poppler-utils": shutil.which("pdftoppm") and shutil.which("pdfsig"),
        "qpdf": shutil.which("qpdf"),
        "git": shutil.which("git"),
    }


def require(*, checks=False):
    """Have every system package; root installs it, others are told the command."""
    wanted = _runtime_packages()
    if checks:
        wanted |= _check_packages()
    missing = [name for name, present in wanted.items() if not present]
    if not missing:
        return
    if not is_root():
        raise SetupError(
            "Missing system packages; ask for: "
            f"sudo apt-get install --no-install-recommends {' '.join(missing)}"
        )
    with step(f"installing {', '.join(missing)}"):
        _install(missing)


def _install(packages):
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    try:
        run(install, env=env)
    except SetupError:
        # the lists may be missing or older than the mirror
        run(["apt-get", "update", "-q"], env=env)
        run(install, env=env, failure="apt-get could not install the packages.")

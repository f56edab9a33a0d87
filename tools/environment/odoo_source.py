# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Odoo 19 itself: an existing one, or Debian's package in a private prefix."""

import os
import re
import shutil
from pathlib import Path

from . import apt
from .console import SetupError, step
from .paths import BUILD, Stamp, cache_dir, locked

PACKAGE = "odoo-19"
# links in the package point to files of these
LINKED = (
    "libjs-jquery",
    "libjs-underscore",
    "libjs-jquery-form",
    "fonts-font-awesome",
    "fonts-roboto-unhinted",
    "fonts-inconsolata",
    "fonts-ocr-b",
    "fonts-montserrat",
)
PREFIX = BUILD / "odoo"
DIST = "usr/lib/python3/dist-packages"
LEFT_OUT = (
    f"./{DIST}/addons",  # the add-ons a second time
    "*/odoo/addons/l10n_*",
    "*/odoo/addons/theme_*",
    "*/i18n/[!dfn]*.po",  # keeps nl, fr and de
)
# the package leaves this file out; without it backend pages log an error
STUB = "odoo/addons/mail/static/lib/selfie_segmentation/selfie_segmentation.js"
RECIPE = "1"


def python_path():
    """Folder that holds the ``odoo`` package."""
    home = os.environ.get("ODOO_HOME")
    return Path(home).expanduser().resolve() if home else PREFIX / DIST


def addons_paths():
    """Odoo's own add-ons folders."""
    base = python_path()
    return [path for path in (base / "odoo/addons", base / "addons") if path.is_dir()]


def version():
    """Version that runs, with where it comes from."""
    release = (python_path() / "odoo/release.py").read_text()
    found = re.search(r"^version_info = \((.+?)\)", release, re.MULTILINE)
    numbers = found.group(1).replace("'", "").split(", ") if found else ["?"]
    series = ".".join(numbers[:2])
    source = "ODOO_HOME" if os.environ.get("ODOO_HOME") else _package_version()
    return f"{series} ({source})"


def _package_version():
    stamp = Stamp("odoo").path
    return stamp.read_text().split("|")[0] if stamp.exists() else "not installed"


def ensure():
    """Have Odoo 19; return the version."""
    if os.environ.get("ODOO_HOME"):
        return _check_home()
    with locked("odoo"):
        stamp = Stamp("odoo").path
        if not (stamp.exists() and stamp.read_text().endswith(f"|{RECIPE}")):
            with step("fetching Odoo 19 from Debian (122 MB the first time)"):
                _install(stamp)
    return version()


def _check_home():
    if not (python_path() / "odoo/release.py").exists():
        raise SetupError(
            f"ODOO_HOME={os.environ['ODOO_HOME']} holds no Odoo; "
            "name the folder that contains the package `odoo`."
        )
    found = version()
    if not found.startswith("19.0 "):
        raise SetupError(f"ODOO_HOME holds Odoo {found}; the add-ons need Odoo 19.0.")
    return found


def _install(stamp):
    with locked("download", cache_dir()):
        archive = apt.find(PACKAGE)
        files = archive.download([PACKAGE, *LINKED])
    shutil.rmtree(PREFIX, ignore_errors=True)
    for file in files:
        is_odoo = file.name.startswith(f"{PACKAGE}_")
        apt.unpack(file, PREFIX, excludes=LEFT_OUT if is_odoo else ())
    stub = python_path() / STUB
    if not stub.exists():
        stub.parent.mkdir(parents=True, exist_ok=True)
        stub.write_text("")
    release = archive.version(PACKAGE)
    stamp.write_text(f"Debian {PACKAGE} {release} from {archive.suite}|{RECIPE}")

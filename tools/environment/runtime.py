# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The finished environment: what must be there, and how Odoo is called in it."""

import os
import shutil

from . import node, odoo_source, postgres, python_env, system
from .paths import BUILD, DATA_DIR, ROOT, TESTS, modules

# not `python -m odoo`: several workers start the websocket process by this file's name
LAUNCHER = BUILD / "launch" / "odoo"
LAUNCH = "import odoo.cli\n\nodoo.cli.main()\n"
TEST_ADDON = "test_stage_management"


def ensure(*, checks=False):
    """Have everything; return the version of Odoo that runs."""
    BUILD.mkdir(exist_ok=True)
    system.require(checks=checks)
    python_env.ensure()
    version = odoo_source.ensure()
    if checks:
        node.ensure()
    return version


def addons_path():
    """Odoo's add-ons, ours, and the one that only tests."""
    paths = odoo_source.addons_paths()
    if modules():
        paths.append(ROOT)
    if (TESTS / TEST_ADDON / "__manifest__.py").exists():
        paths.append(TESTS)
    return ",".join(map(str, paths))


def environment(**extra):
    """Variables that make the ``odoo`` command ours, without a configuration file."""
    env = {**os.environ, **postgres.environment()}
    env.update(
        PYTHONPATH=str(odoo_source.python_path()),
        PYTHONUNBUFFERED="1",
        ODOO_RC=str(BUILD / "odoo.conf"),
        ODOO_ADDONS_PATH=addons_path(),
        ODOO_DATA_DIR=str(DATA_DIR),
        ODOO_HTTP_INTERFACE=os.environ.get("ODOO_HTTP_INTERFACE", "127.0.0.1"),
        PATH=_path(),
    )
    # dates read the same on every machine
    env.setdefault("TZ", "UTC")
    env.update(extra)
    return env


def _path():
    """PATH with our tools first, and without wkhtmltopdf, which nothing needs."""
    folders = [str(python_env.VENV / "bin"), *os.environ.get("PATH", "").split(":")]
    without = [
        path for path in folders if not os.access(f"{path}/wkhtmltopdf", os.X_OK)
    ]
    if len(without) == len(folders):
        return ":".join(folders)
    return ":".join([*without, str(_mirror_of(set(folders) - set(without)))])


def _mirror_of(folders):
    """Folder with links to all programs of ``folders`` but wkhtmltopdf."""
    mirror = BUILD / "bin"
    shutil.rmtree(mirror, ignore_errors=True)
    mirror.mkdir(parents=True)
    for folder in folders:
        for name in os.listdir(folder):
            link = mirror / name
            if not name.startswith("wkhtmlto") and not link.is_symlink():
                link.symlink_to(f"{folder}/{name}")
    return mirror


def odoo(*arguments):
    """Command line of Odoo."""
    conf = BUILD / "odoo.conf"
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    LAUNCHER.parent.mkdir(exist_ok=True)
    for path, text in ((conf, "[options]\n"), (LAUNCHER, LAUNCH)):
        if not path.exists():
            path.write_text(text)
    return [str(python_env.python()), str(LAUNCHER), *map(str, arguments)]

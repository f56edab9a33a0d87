# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The virtual environment with the locked Python packages."""

import os
import shutil
import sys

from .console import SetupError, digest_of, run, step
from .paths import BUILD, ROOT, Stamp, locked

VENV = BUILD / "venv"
LOCK = ROOT / "tools" / "requirements.lock"
# published as source only
SOURCE_ONLY = "docopt"
OLDEST = (3, 11)


def python():
    """Interpreter that runs Odoo and the checks."""
    return VENV / "bin" / "python"


def tool(name):
    """Program that a Python package brought."""
    return VENV / "bin" / name


def digest():
    """What the virtual environment is made from."""
    return digest_of([LOCK], sys.version, VENV)


def ensure():
    """Have the virtual environment with exactly the locked packages."""
    if sys.version_info < OLDEST:
        raise SetupError(
            f"Python {'.'.join(map(str, OLDEST))} or newer is needed; "
            f"this is {sys.version.split()[0]}."
        )
    with locked("venv"):
        stamp = Stamp("venv")
        wanted = digest()
        if stamp.matches(wanted) and python().exists():
            return
        stamp.clear()
        with step("installing the locked Python packages"):
            _install()
        stamp.write(wanted)


def _install():
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", VENV])
    options = "--quiet --disable-pip-version-check --require-hashes --no-deps"
    kinds = ["--only-binary", ":all:", "--no-binary", SOURCE_ONLY]
    run(
        [*pip("install"), *options.split(), *kinds, "--requirement", LOCK],
        env=pip_environment(),
        failure="pip could not install the locked packages; is PyPI within reach?",
    )


def pip(command):
    """Command line of pip in the virtual environment."""
    return [python(), "-m", "pip", command]


def pip_environment():
    """Environment for pip, without what would change the result."""
    return {
        k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PIP_TARGET")
    }

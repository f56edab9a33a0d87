# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""``tools/odoo``: the ``odoo`` command inside the environment."""

import os
import sys

from . import postgres, runtime
from .console import SetupError, say


def main():
    """Have the environment, then become Odoo."""
    try:
        runtime.ensure()
        os.chdir(os.environ.get("PWD") or ".")
        if not {"--version", "--help", "-h"} & set(sys.argv[1:]):
            postgres.take_share()
            postgres.ensure()
    except SetupError as error:
        say(error)
        return 1
    command = runtime.odoo(*sys.argv[1:])
    os.execve(command[0], command, runtime.environment())
    return 0

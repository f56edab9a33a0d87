# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Where things are."""

import fcntl
import hashlib
import os
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build"
LOGS = BUILD / "logs"
DATA_DIR = BUILD / "data"
TESTS = ROOT / "tests"
MODULES = ("stage_management", "stage_management_survey", "stage_management_portal")


def cache_dir():
    """Downloads that several clones on one machine share."""
    named = os.environ.get("STAGE_CACHE")
    return Path(named) if named else Path.home() / ".cache" / "stage-management"


def cluster_dir():
    """Folder of the private PostgreSQL: short, and within reach of its owner."""
    clone = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
    return Path(f"/var/tmp/stage-management-{os.getuid()}-{clone}")


def modules():
    """Our add-ons that exist in this tree, in the order of their dependencies."""
    return [name for name in MODULES if (ROOT / name / "__manifest__.py").exists()]


@contextmanager
def locked(name, folder=BUILD):
    """Hold a lock between processes while a shared thing is being made."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


class Stamp:
    """Remembers the inputs from which a thing was made."""

    def __init__(self, name):
        self.path = BUILD / f"{name}.stamp"

    def matches(self, digest):
        """Whether the thing was made from these inputs."""
        return self.path.exists() and self.path.read_text() == digest

    def write(self, digest):
        """Remember the inputs after the thing was made."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(digest)

    def clear(self):
        """Forget: the thing is being made anew."""
        self.path.unlink(missing_ok=True)

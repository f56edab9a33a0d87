# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Checks that read the sources."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from environment.paths import ROOT, modules


@pytest.fixture
def root():
    """Folder of the repository."""
    return ROOT


@pytest.fixture
def addons(root):
    """Folders of our add-ons."""
    return [root / name for name in modules()]

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What our add-ons say of themselves, and when their installation has changed."""

import ast
import hashlib
import re

from . import odoo_source
from .paths import ROOT, modules

# what an installed database does not depend on
OUTSIDE = re.compile(
    r"/(tests|readme|\.[^/]+)/|/README\.rst$|/__pycache__/|\.(pot|pyc)$"
)


def manifest(name):
    """Manifest of one of our add-ons, as a dict."""
    text = (ROOT / name / "__manifest__.py").read_text(encoding="utf-8")
    return ast.literal_eval(text)


def depends(name):
    """Names that an add-on of ours depends on."""
    return manifest(name).get("depends", [])


def foreign(names=None):
    """Odoo's own modules that ours (or ``names`` of them) depend on directly."""
    names = modules() if names is None else names
    needed = {other for name in ours_closed(names) for other in depends(name)}
    return sorted(needed - set(modules())) or ["base"]


def ours_closed(names):
    """``names`` and what they need of ours, in order of dependency."""
    ours = modules()
    closed = set(names)
    while more := {d for name in closed for d in depends(name) if d in ours} - closed:
        closed |= more
    return [name for name in ours if name in closed]


def ours_in(names):
    """Our add-ons among comma-separated names, with what they need of ours."""
    return ours_closed([name for name in names.split(",") if name in modules()])


def files(name):
    """Files of an add-on that an installed database depends on."""
    found = (path for path in (ROOT / name).rglob("*") if path.is_file())
    return sorted(
        path for path in found if not OUTSIDE.search(f"/{path.relative_to(ROOT)}")
    )


def digest(name):
    """Hash of the files of an add-on that an installed database depends on."""
    result = hashlib.sha256()
    for path in files(name):
        result.update(f"{path.relative_to(ROOT)}\0".encode())
        result.update(path.read_bytes())
    return result.hexdigest()


def hash_words(words):
    """Short hash of words."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:16]


def odoo_addon(name):
    """Folder of one of Odoo's own modules, or None."""
    found = (path / name for path in odoo_source.addons_paths())
    return next((path for path in found if path.is_dir()), None)

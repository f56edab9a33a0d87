# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""README.rst of an add-on from its manifest and the fragments in ``readme/``.

``gen_readme.py ADDON…`` writes; with ``--check`` it fails when a page is stale.
"""

import ast
import sys
from pathlib import Path

SECTIONS = {
    "DESCRIPTION": None,
    "INSTALL": "Installation",
    "CONFIGURE": "Configuration",
    "USAGE": "Usage",
    "ROADMAP": "Known issues and roadmap",
    "HISTORY": "History",
    "CONTRIBUTORS": "Contributors",
}
HEADER = """\
.. Made by tools/gen_readme.py from the manifest and the fragments in readme/.

{line}
{name}
{line}

{summary}
"""


def page(addon):
    """Text of the page of an add-on."""
    manifest = ast.literal_eval((addon / "__manifest__.py").read_text(encoding="utf-8"))
    name = manifest["name"]
    summary = " ".join(manifest.get("summary", "").split())
    parts = [HEADER.format(line="=" * len(name), name=name, summary=summary)]
    for fragment, title in SECTIONS.items():
        path = addon / "readme" / f"{fragment}.rst"
        if not path.exists():
            continue
        heading = f"{title}\n{'=' * len(title)}\n\n" if title else ""
        parts.append(heading + path.read_text(encoding="utf-8").strip() + "\n")
    return "\n".join(parts)


def main(arguments):
    """Write or check the pages."""
    check = "--check" in arguments
    stale = []
    for name in (word for word in arguments if not word.startswith("-")):
        target = Path(name) / "README.rst"
        text = page(Path(name))
        if check:
            if not target.exists() or target.read_text(encoding="utf-8") != text:
                stale.append(str(target))
        else:
            target.write_text(text, encoding="utf-8")
    if stale:
        print(f"stale, run tools/gen_readme.py: {', '.join(stale)}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

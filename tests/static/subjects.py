# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reads which subject of the main add-on knows which other.

Each folder of the add-on holds a package per subject. A file of a subject may import,
extend, point to or name only what its subject may know.
"""

import ast
import csv
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ADDON = "stage_management"
KNOWS = {
    "common": set(),
    "people": set(),
    "signing": set(),
    "place": {"people"},
    "case": {"people", "place"},
    "preparation": {"case", "signing"},
    "followup": {"case"},
    "agreement": {"case", "signing", "preparation"},
    "policy": {"people", "signing", "place", "case", "preparation", "followup"}
    | {"agreement"},
}
# a signature request carries real foreign keys, and knows nothing else of them
FOREIGN_KEYS = {("signing", "hr.internship")}
FOLDERS = ("models", "views", "security", "report", "wizard", "data", "demo")
CODE = ("models", "report", "wizard", "controllers")
XML_NAMES = re.compile(r"%\((?P<a>[\w.]+)\)d|ref\(\s*['\"](?P<b>[\w.]+)['\"]")
NAMING_FIELDS = ("model", "res_model", "model_name", "inherit_id")
NAMING_ATTRIBUTES = ("ref", "parent", "action", "t-call", "inherit_id", "template")


def allowed(subject):
    """All that a subject may know, itself included."""
    found, todo = {subject, "common"}, [subject]
    while todo:
        more = KNOWS[todo.pop()] - found
        found |= more
        todo += more
    return found


@dataclass(frozen=True)
class Use:
    """One place where a file names something."""

    path: Path
    line: int
    kind: str
    name: str


class Reader:
    """Everything that the files of an add-on define and name."""

    def __init__(self, addon):
        self.addon = Path(addon)
        self.owners = {}
        self.models = {}
        self.problems = []
        self.uses = []
        self._read_python()
        self._read_data()

    def subject(self, path):
        """Subject of a file, or None when it stands outside the subjects."""
        parts = path.relative_to(self.addon).parts
        named = parts[1] if len(parts) > 2 else None
        return named if named in KNOWS else None

    def _own(self, name, path):
        # what has the name of another add-on is only changed here
        self.owners.setdefault(name, self.subject(path))

    def _read_python(self):
        for folder in CODE:
            for path in sorted((self.addon / folder).rglob("*.py")):
                tree = ast.parse(path.read_text(encoding="utf-8"))
                self._check_place(path, tree)
                for node in ast.walk(tree):
                    self._visit(node, path)

    def _check_place(self, path, tree):
        if self.subject(path) is None and path.name != "__init__.py" and tree.body:
            self.problems.append(f"{self._shown(path)}: stands in no subject")

    def _visit(self, node, path):
        if isinstance(node, ast.ClassDef):
            self._visit_class(node, path)
        elif isinstance(node, ast.ImportFrom):
            self._visit_import(node, path)
        elif isinstance(node, ast.Subscript) and _last_name(node.value) == "env":
            self._use(path, node, "model", _text(node.slice))
        elif isinstance(node, ast.Call):
            self._visit_call(node, path)

    def _visit_class(self, node, path):
        attributes = {
            target.id: statement.value
            for statement in node.body
            if isinstance(statement, ast.Assign)
            for target in statement.targets
            if isinstance(target, ast.Name)
        }
        name = _text(attributes.get("_name"))
        inherited = _texts(attributes.get("_inherit"))
        if name and name not in inherited:
            self.models.setdefault(name, self.subject(path))
            self._own(name, path)
            self._own(f"{ADDON}.model_{name.replace('.', '_')}", path)
        for other in inherited:
            self._use(path, node, "model", other)

    def _visit_import(self, node, path):
        names = [alias.name for alias in node.names]
        if node.level:
            start = path.parents[node.level - 1]
            target = start.joinpath(*(node.module or "").split("."))
        elif (node.module or "").startswith(f"odoo.addons.{ADDON}"):
            target = self.addon.joinpath(*node.module.split(".")[3:])
        else:
            return
        if self.addon not in (target, *target.parents):
            return
        for full in (target / name / "_" for name in names):
            found = full.relative_to(self.addon).parts
            if len(found) > 2 and found[0] in CODE and found[1] in KNOWS:
                self.uses.append(Use(path, node.lineno, "import", found[1]))

    def _visit_call(self, node, path):
        function = _last_name(node.func)
        first = _text(node.args[0]) if node.args else None
        if function in ("ref", "_for_xml_id", "_xmlid_to_res_id"):
            self._use(path, node, "id", first)
        elif function in ("Many2one", "One2many", "Many2many"):
            keywords = {word.arg: _text(word.value) for word in node.keywords}
            kind = "key" if function == "Many2one" else "model"
            self._use(path, node, kind, keywords.get("comodel_name", first))

    def _use(self, path, node, kind, name):
        if name:
            self.uses.append(Use(path, node.lineno, kind, name))

    def _read_data(self):
        for folder in FOLDERS:
            for path in sorted((self.addon / folder).rglob("*.xml")):
                self._read_xml(path)
            for path in sorted((self.addon / folder).rglob("*.csv")):
                self._read_csv(path)

    def _read_xml(self, path):
        # the parser of the standard library knows no line numbers
        for node in ElementTree.parse(path).iter():
            if not isinstance(node.tag, str):
                continue
            if node.tag in ("record", "template", "menuitem") and node.get("id"):
                self._own(_full(node.get("id")), path)
            if node.tag == "record":
                self.uses.append(Use(path, 0, "model", node.get("model")))
            if node.tag == "field" and node.get("name") in NAMING_FIELDS and node.text:
                self.uses.append(Use(path, 0, "model", node.text.strip()))
            self._read_names(path, node)

    def _read_names(self, path, node):
        names = [node.get(key) for key in NAMING_ATTRIBUTES if node.get(key)]
        for text in (*node.attrib.values(), node.text or ""):
            names += [a or b for a, b in XML_NAMES.findall(text)]
        self.uses += [Use(path, 0, "id", _full(name)) for name in names]

    def _read_csv(self, path):
        with path.open(encoding="utf-8", newline="") as handle:
            for line, row in enumerate(csv.DictReader(handle), start=2):
                for column, value in row.items():
                    if column == "id":
                        self._own(_full(value), path)
                    elif column and column.endswith(":id") and value:
                        self.uses.append(Use(path, line, "id", _full(value)))

    def _shown(self, path):
        return path.relative_to(self.addon.parent)

    def arrows(self):
        """Sentences on what a subject names but may not know."""
        found = list(self.problems)
        for use in self.uses:
            subject = self.subject(use.path)
            owner = use.name if use.kind == "import" else self.owners.get(use.name)
            if not subject or not owner or owner in allowed(subject):
                continue
            if use.kind == "key" and (subject, use.name) in FOREIGN_KEYS:
                continue
            found.append(
                f"{self._shown(use.path)}:{use.line}: {subject} may not know "
                f"{owner} ({use.kind} {use.name})"
            )
        return found


def without_subject(addon):
    """Models that the add-on defines outside the subjects."""
    owners = Reader(addon).models
    return sorted(name for name, owner in owners.items() if owner is None)


def _full(name):
    return name if "." in name else f"{ADDON}.{name}"


def _last_name(node):
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None


def _text(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def _texts(node):
    if isinstance(node, ast.List | ast.Tuple):
        return [text for text in map(_text, node.elts) if text]
    text = _text(node)
    return [text] if text else []

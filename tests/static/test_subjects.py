# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The subjects of the main add-on know only what the design lets them know."""

import ast

import pytest
import subjects


def write(addon, files):
    """Make an add-on from texts."""
    for name, text in files.items():
        path = addon / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return addon


def model(name, body="pass", inherit=None):
    """Text of a model."""
    head = f'_inherit = "{inherit}"' if inherit else f'_name = "{name}"'
    return f"class X(models.Model):\n    {head}\n    {body}\n"


PEOPLE = {"models/people/mentor.py": model("hr.internship.mentor")}
CASE = {
    "models/case/hr_internship.py": model("hr.internship"),
    "views/case/v.xml": '<odoo><record id="act" model="ir.actions.act_window"/></odoo>',
}


def test_no_subject_knows_more_than_it_may(root):
    found = subjects.Reader(root / subjects.ADDON).arrows()
    assert not found, "\n".join(found)


def test_every_model_has_a_subject(root):
    found = subjects.without_subject(root / subjects.ADDON)
    assert not found, found


def test_plain_tools_do_not_import_odoo(root):
    found = []
    for path in sorted((root / subjects.ADDON / "tools").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [getattr(node, "module", None) or ""]
            names += [
                alias.name
                for alias in getattr(node, "names", [])
                if isinstance(node, ast.Import)
            ]
            if any(name.split(".")[0] == "odoo" for name in names):
                found.append(f"{path.relative_to(root)}:{node.lineno}")
    assert not found, found


VIEW = '<odoo><record id="a" model="ir.ui.view">%s</record></odoo>'
BAD = {
    "comodel": (
        "models/people/a.py",
        model("a", 'x = fields.Many2one("hr.internship")'),
    ),
    "comodel_name": (
        "models/people/a.py",
        model("a", 'x = fields.Many2many(comodel_name="hr.internship")'),
    ),
    "inherit": ("models/people/a.py", model("", inherit="hr.internship")),
    "env": ("models/place/a.py", model("a", 'y = self.env["hr.internship"]')),
    "ref": ("models/place/a.py", model("a", 'y = env.ref("stage_management.act")')),
    "import": ("models/place/a.py", "from ..case import hr_internship\n"),
    "import of a name": ("models/place/a.py", "from ..case.hr_internship import X\n"),
    "absolute import": (
        "models/place/a.py",
        "from odoo.addons.stage_management.models.case import hr_internship\n",
    ),
    "env in signing": (
        "models/signing/a.py",
        model("a", 'y = self.env["hr.internship"]'),
    ),
    "data": (
        "data/people/a.xml",
        '<odoo><record id="a" model="hr.internship"/></odoo>',
    ),
    "view": (
        "views/people/a.xml",
        VIEW % '<field name="model">hr.internship</field>',
    ),
    "button": (
        "views/people/a.xml",
        VIEW % '<field name="arch"><button name="%(act)d"/></field>',
    ),
    "access": (
        "security/people/ir.model.access-people.csv",
        "id,model_id:id\nx,model_hr_internship\n",
    ),
}


@pytest.mark.parametrize("planted", BAD.values(), ids=BAD)
def test_a_planted_arrow_is_caught(tmp_path, planted):
    addon = write(tmp_path / subjects.ADDON, PEOPLE | CASE | dict([planted]))
    found = subjects.Reader(addon).arrows()
    assert len(found) == 1, found
    assert "may not know case" in found[0]


def test_an_allowed_arrow_passes(tmp_path):
    body = 'x = fields.Many2one("hr.internship.mentor")'
    files = PEOPLE | {"models/case/a.py": model("hr.internship", body)}
    assert not subjects.Reader(write(tmp_path / subjects.ADDON, files)).arrows()


def test_a_foreign_key_of_signing_passes(tmp_path):
    key = {"models/signing/a.py": model("a", 'x = fields.Many2one("hr.internship")')}
    assert not subjects.Reader(write(tmp_path / subjects.ADDON, CASE | key)).arrows()


def test_a_model_outside_the_subjects_is_caught(tmp_path):
    addon = write(tmp_path / subjects.ADDON, {"models/a.py": model("a")})
    assert subjects.without_subject(addon) == ["a"]
    assert subjects.Reader(addon).arrows()

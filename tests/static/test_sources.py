# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the sources of the whole repository keep to."""

import ast
import json
import re

import pytest

HEADER = (
    "# Copyright 2026 Stage management contributors",
    "# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).",
)
LONGEST_FILE = 300
LONGEST_FUNCTION = 35
ADDRESS = re.compile(r"https?://")


def python_files(root, addons):
    """Python of ours."""
    folders = [*addons, root / "tools", root / "tests"]
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def functions(path):
    """Functions of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def test_every_file_names_its_licence(root, addons):
    found = []
    for path in python_files(root, addons):
        lines = path.read_text(encoding="utf-8").splitlines()
        start = 1 if lines and lines[0].startswith("#!") else 0
        if lines and tuple(lines[start : start + 2]) != HEADER:
            found.append(str(path.relative_to(root)))
    assert not found, found


def test_files_stay_short(root, addons):
    found = {
        str(path.relative_to(root)): count
        for path in python_files(root, addons)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not found, found


def test_functions_stay_short(root, addons):
    found = [
        f"{path.relative_to(root)}:{node.lineno} {node.name}"
        for path in python_files(root, addons)
        for node in functions(path)
        if node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert not found, found


def decorated(node):
    """Whether a test class says that it runs after the installation."""
    words = " ".join(ast.unparse(decorator) for decorator in node.decorator_list)
    return "post_install" in words and "-at_install" in words


def untagged(folder):
    """Test classes that no suite would run: a clone is tested without an update."""
    classes = {}
    for path in sorted(folder.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                bases = [ast.unparse(base).split(".")[-1] for base in node.bases]
                has_tests = any(
                    getattr(item, "name", "").startswith("test_") for item in node.body
                )
                classes[node.name] = (decorated(node), bases, has_tests)

    def tagged(name):
        known, bases, _has_tests = classes.get(name, (False, [], False))
        return known or any(tagged(base) for base in bases if base != name)

    return [name for name, facts in classes.items() if facts[2] and not tagged(name)]


def test_every_test_class_runs(addons, root):
    folders = [addon / "tests" for addon in addons]
    folders.append(root / "tests" / "test_stage_management")
    found = [name for folder in folders for name in untagged(folder)]
    assert not found, f'tag with "post_install", "-at_install": {found}'


def test_a_class_without_tags_is_caught(tmp_path):
    (tmp_path / "test_x.py").write_text(
        "class TestX(TransactionCase):\n    def test_y(self):\n        pass\n"
    )
    assert untagged(tmp_path) == ["TestX"]


@pytest.mark.parametrize("name", ["tools/requirements.lock", "package-lock.json"])
def test_lock_files_name_no_registry(root, name):
    text = (root / name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        packages = json.loads(text)["packages"].values()
        assert not [package for package in packages if "resolved" in package]
    else:
        assert not ADDRESS.search(text)
        assert "--index-url" not in text


def test_the_add_ons_name_their_python_packages(root, addons):
    listed = re.findall(
        r"^([\w.-]+)", (root / "requirements.txt").read_text(), re.MULTILINE
    )
    listed = {name.lower().replace("_", "-") for name in listed}
    needed = set()
    for addon in addons:
        manifest = ast.literal_eval((addon / "__manifest__.py").read_text())
        needed |= set(manifest.get("external_dependencies", {}).get("python", ()))
    missing = {n for n in needed if n.lower().replace("_", "-") not in listed}
    assert not missing, f"add to requirements.txt: {missing}"

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""``tests/access_matrix.csv``: who may what, as design §5 says."""

import csv
from pathlib import Path

from odoo.exceptions import AccessError, UserError

from .common import PORTAL_ROLES, ROLES
from .ownership import case_of, company_of, is_own

PATH = Path(__file__).resolve().parents[2] / "access_matrix.csv"
OPERATIONS = ("read", "write", "create", "unlink")
SCOPES = ("all", "own", "no")


def read_matrix():
    """The lines of the file, as dicts."""
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def find_gaps(lines, our_models, all_models):
    """Sentences on missing, double, unknown and unreadable lines."""
    keys = [(line["model"], line["role"]) for line in lines]
    models = {*our_models, *(model for model, _role in keys)}
    missing = {(m, r) for m in models if m in all_models for r in ROLES} - set(keys)
    return [
        *(f"{model}, {role}: no line" for model, role in sorted(missing)),
        *(f"{m}, {r}: more than one line" for m, r in keys if keys.count((m, r)) > 1),
        *(f"{model}: unknown model" for model in models if model not in all_models),
        *(f"{role}: unknown role" for _m, role in keys if role not in ROLES),
        *(
            f"{line['model']}, {line['role']}, {operation}: {line[operation]!r} is none"
            f" of {', '.join(SCOPES)}"
            for line in lines
            for operation in OPERATIONS
            if line[operation] not in SCOPES
        ),
    ]


class MatrixChecker:
    """Compares the cells of the matrix with what the users of the scenario may do."""

    def __init__(self, scenario):
        self.scenario = scenario

    def find_wrong_cells(self, lines, users=None, operations=OPERATIONS):
        """Sentences on cells that don't hold; ``users`` replaces the role's users."""
        users = users or self.scenario.users
        problems = []
        for line in lines:
            if line["role"] in users:
                user = users[line["role"]]
                problems += self._check_line(line, user, operations)
        return problems

    def _check_line(self, line, user, operations):
        samples = self.scenario.get_samples(line["model"])
        problems = []
        for operation in operations:
            sets = self._split(samples, line["role"], user, operation)
            problem = self._compare(sets, line[operation], user, operation)
            if problem:
                cell = f"{line['model']}, {line['role']}, {operation}"
                problems.append(f"{cell}: expected {line[operation]}, {problem}")
        return problems

    def _split(self, samples, role, user, operation):
        """The samples by scope: those that each answer would allow."""
        own = samples.filtered(
            lambda record: is_own(self.scenario, record, role, operation)
        )
        is_outside = role in PORTAL_ROLES
        here = samples.filtered(
            lambda record: (
                is_outside
                or not company_of(self.scenario, record)
                or company_of(self.scenario, record) in user.company_ids
            )
        )
        return {"all": here, "own": own, "no": samples.browse(), "every": samples}

    def _compare(self, sets, scope, user, operation):
        """Why the cell is wrong, or an empty string."""
        samples = sets["every"]
        samples.env.invalidate_all()
        allowed = self.get_allowed(samples, user, operation)
        if allowed != sets[scope]:
            return f"got {self._name(allowed, sets)}"
        if scope == "own" and not (sets["own"] and samples - sets["own"]):
            return "but no samples tell own records from others"
        if operation == "read":
            return self._check_read(samples, user, allowed)
        if operation == "write":
            return self._check_write(samples, user, allowed)
        return ""

    @staticmethod
    def get_allowed(samples, user, operation):
        """Those of ``samples`` that ACL and rules give the user.

        For *create* the rules are applied to existing records, as they are applied
        to a record after it was made.
        """
        records = samples.with_user(user).with_context(active_test=False)
        return records._filtered_access(operation).with_env(samples.env)

    def _name(self, allowed, sets):
        for scope in ("no", "own", "all"):
            if allowed == sets[scope]:
                return scope
        names = [self._label(record) for record in allowed]
        return f"{len(allowed)} of {len(sets['every'])}: {', '.join(names[:8])}"

    def _label(self, record):
        case = case_of(self.scenario, record)
        where = f" of {case.key}" if case else ""
        return f"{record.sudo().display_name}{where}"

    def _check_read(self, samples, user, allowed):
        """Searching shows the same records, and reading them works."""
        visible = search_as(samples, user)
        if visible != allowed:
            return f"but a search shows {len(visible)} of them, not {len(allowed)}"
        error = try_as(allowed, user, lambda records: records.read(["display_name"]))
        if error == "access":
            return "but reading their display name is refused"
        refused = samples - allowed
        if refused and try_as(refused, user, lambda r: r.read(["id"])) != "access":
            return "but the others are read without an access error"
        return ""

    def _check_write(self, samples, user, allowed):
        """Writing a value that stands there is refused exactly where it should be.

        A business rule that says no (UserError, ValidationError) is no access error.
        """
        name = find_harmless_field(samples)
        for record in samples if name else ():
            value = record.sudo()[name]
            result = try_as(record, user, lambda r, v=value: r.write({name: v}))
            if record in allowed and result == "access":
                return f"but writing {name} of {self._label(record)} is refused"
            if record not in allowed and result == "":
                return f"but {name} of {self._label(record)} is written"
        return ""


def search_as(samples, user):
    """Those of ``samples`` that a search of the user finds."""
    model = samples.browse().with_user(user).with_context(active_test=False)
    if not model.has_access("read"):
        return samples.browse()
    return model.search([("id", "in", samples.ids)]).with_env(samples.env) & samples


def find_harmless_field(samples):
    """A stored field of plain text or figures that every role may name."""
    for name in ("color", "note", "sequence", "subject", "phone", "name", "reason"):
        field = samples._fields.get(name)
        if field and field.store and not (field.compute or field.groups):
            return name
    return ""


def try_as(records, user, call):
    """Run ``call`` as the user and undo it: ``""``, ``"access"`` or ``"business"``."""
    env = records.env
    try:
        with env.cr.savepoint() as savepoint:
            call(records.with_user(user))
            env.flush_all()
            savepoint.rollback()
    except AccessError:
        return "access"
    except UserError:
        return "business"
    finally:
        env.invalidate_all()
    return ""

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Every model of ours × every role × read, write, create, delete."""

from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

from .common import InternshipScenario, our_models
from .matrix import MatrixChecker, find_gaps, read_matrix
from .ownership import PERSONAL

QUIET_LOGGERS = (
    "odoo.addons.base.models.ir_model",
    "odoo.addons.base.models.ir_rule",
    "odoo.models.unlink",
)


@tagged("post_install", "-at_install")
class TestAccessMatrix(InternshipScenario, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lines = read_matrix()
        cls.checker = MatrixChecker(cls)

    def setUp(self):
        super().setUp()
        muted = mute_logger(*QUIET_LOGGERS)
        muted.__enter__()
        self.addCleanup(muted.__exit__)

    def _find_gaps(self, lines):
        return find_gaps(lines, our_models(self.env), self.env.registry)

    def _assert_none(self, problems, title):
        if problems:
            self.fail("\n".join([f"{len(problems)} × {title}:", *problems]))

    def test_every_model_and_role_has_a_line(self):
        gaps = self._find_gaps(self.lines)
        self._assert_none(gaps, "access_matrix.csv")

    def test_every_model_has_samples(self):
        models = {line["model"] for line in self.lines}
        empty = [model for model in sorted(models) if not self.get_samples(model)]
        self._assert_none([*self.sample_problems, *empty], "models without samples")

    def test_roles_may_what_the_matrix_says(self):
        wrong = self.checker.find_wrong_cells(self.lines)
        self._assert_none(wrong, "wrong cells")

    def test_managers_of_the_parent_department_read_the_same(self):
        manager = {"manager": self.cases["a"].director_user}
        lines = [
            line
            for line in self.lines
            if line["model"] in our_models(self.env)
            and line["model"] not in PERSONAL
            and not self.env[line["model"]]._transient
            and line["model"] not in PERSONAL
        ]
        wrong = self.checker.find_wrong_cells(lines, manager, ["read"])
        self._assert_none(wrong, "wrong cells for the parent department's manager")

    def test_other_company_is_invisible_to_a_coordinator(self):
        case = self.cases["c"]
        foreign = [
            case.internship,
            case.place,
            case.application,
            case.agreement,
            case.request,
            case.internship.term_ids,
            case.internship.participant_ids,
            case.request.signatory_ids,
            case.request.signature_ids,
        ]
        user = self.users["coordinator"]
        seen = [
            records._name
            for records in foreign
            for operation in ("read", "write", "create", "unlink")
            if self.checker.get_allowed(records, user, operation)
        ]
        self.assertFalse(seen, "a coordinator reaches the other company")

    def test_date_of_birth_is_for_coordinators(self):
        partner = self.cases["a"].intern
        birthdate = partner._fields["birthdate"]
        may = {
            role
            for role, user in self.users.items()
            if partner.with_user(user)._has_field_access(birthdate, "read")
        }
        self.assertEqual(may, {"coordinator"})

    def test_missing_line_is_noticed(self):
        gone = next(line for line in self.lines if line["model"] == "hr.internship")
        gaps = self._find_gaps([line for line in self.lines if line is not gone])
        self.assertEqual(gaps, [f"hr.internship, {gone['role']}: no line"])

    def test_unknown_model_and_value_are_noticed(self):
        line = {**self.lines[0], "model": "hr.nothing", "read": "maybe"}
        gaps = "\n".join(self._find_gaps([*self.lines, line]))
        self.assertIn("hr.nothing: unknown model", gaps)
        self.assertIn("'maybe' is none of", gaps)

    def test_wrong_cell_is_noticed(self):
        line = next(
            line
            for line in self.lines
            if (line["model"], line["role"]) == ("hr.internship", "mentor")
        )
        wrong = self.checker.find_wrong_cells([{**line, "read": "all"}], None, ["read"])
        self.assertEqual(wrong, ["hr.internship, mentor, read: expected all, got own"])

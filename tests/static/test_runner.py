# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The runner tells failures, and never takes silence for success."""

import pytest
from environment import install_log, lint, results, runner, suites
from environment.console import SetupError

LINE = "2026-11-24 00:00:00,000 1 {level} db {logger}: {text}\n"


def log(*lines):
    """Text of an Odoo log."""
    return "".join(
        LINE.format(level=level, logger=logger, text=text)
        for level, logger, text in lines
    )


def total(failed, errors, count):
    """The line with which Odoo ends its tests."""
    text = f"{failed} failed, {errors} error(s) of {count} tests when loading database"
    return ("ERROR" if failed or errors else "INFO", "odoo.tests.result", text)


@pytest.fixture
def quiet(monkeypatch):
    """A runner that builds nothing."""
    monkeypatch.setattr(suites, "prepare", lambda chosen: None)


def suite_that(**counts):
    """A suite with given counts."""
    return suites.Suite("probe", lambda suite: results.Result(suite.name, **counts))


def test_passing_tests_are_counted():
    result = results.read_odoo("probe", log(total(0, 0, 7)), 0)
    assert (result.passed, result.failed) == (7, 0)


def test_failing_tests_are_counted_and_told():
    text = log(("ERROR", "odoo.addons.x", "FAIL: TestX.test_y"), total(1, 0, 7))
    result = results.read_odoo("probe", text, 1)
    assert (result.passed, result.failed) == (6, 1)
    assert result.problems == ["FAIL: TestX.test_y"]


def test_an_error_in_the_log_fails_a_green_suite():
    text = log(("ERROR", "odoo.http", "Exception during request"), total(0, 0, 7))
    assert results.read_odoo("probe", text, 0).failed == 1


def test_a_crash_without_a_failing_test_fails():
    assert results.read_odoo("probe", log(total(0, 0, 7)), 1).failed == 1


def test_a_run_without_a_test_fails():
    assert results.read_odoo("probe", log(total(0, 0, 0)), 0).failed == 1
    assert results.read_odoo("probe", "", 0).failed == 1


def test_an_empty_suite_fails_the_whole(quiet, capsys):
    assert runner.run([suite_that(passed=3), suite_that()]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "3 passed, 1 failed"


def test_a_broken_suite_fails_the_whole_and_the_others_run(quiet, capsys):
    def broken(suite):
        raise SetupError("no server")

    assert runner.run([suites.Suite("broken", broken), suite_that(passed=3)]) == 1
    out = capsys.readouterr().out
    assert "no server" in out
    assert out.splitlines()[-1] == "3 passed, 1 failed"


def test_the_last_line_counts_all_suites(quiet, capsys):
    assert runner.run([suite_that(passed=3), suite_that(passed=4)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "7 passed, 0 failed"


def test_a_pytest_run_without_a_test_fails(tmp_path):
    report = tmp_path / "junit.xml"
    report.write_text('<testsuites><testsuite tests="0"/></testsuites>')
    assert results.read_junit("probe", report, 5).failed == 1
    assert results.read_junit("probe", tmp_path / "none.xml", 4).failed == 1


def test_a_warning_of_the_installation_is_told():
    text = log(
        ("INFO", "odoo", "fine"), ("WARNING", "odoo.fields", "unknown parameter")
    )
    assert install_log.warnings(text) == ["WARNING odoo.fields: unknown parameter"]


def test_an_expected_warning_is_not_told():
    text = log(("WARNING", "odoo.addons.base.x", "Unable to import pdfminer"))
    assert not install_log.warnings(text)


def test_a_failing_lint_command_is_a_failed_check(monkeypatch, tmp_path):
    monkeypatch.setattr(lint, "commands", lambda: {"no": ["false"], "yes": ["true"]})
    monkeypatch.setattr(suites, "LOGS", tmp_path)
    result = lint.run(suites.Suite("lint", lint.run))
    assert (result.passed, result.failed) == (1, 1)

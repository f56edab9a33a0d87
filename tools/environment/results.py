# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a suite found, and how it is read from the logs of the test programs."""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

ODOO_TOTAL = re.compile(
    r"odoo\.tests\.result: (\d+) failed, (\d+) error\(s\) of (\d+) tests"
)
LOG_LINE = re.compile(
    r"^\d{4}-\d\d-\d\d [\d:,]+ \d+ (?P<level>[A-Z]+) \S+ "
    r"(?P<logger>[^:]+): (?P<text>.*)"
)
FAILURE = re.compile(r"^(FAIL|ERROR): (?P<test>.*)")
# lines of the runner itself that repeat a failure told before
REPEATED = re.compile(
    r"^Module \S+: \d+ failures|^\d+ failed, |tests? failed|^Test failed"
)


@dataclass
class Result:
    """Counts of one suite, and a line or more for each failure."""

    suite: str
    passed: int = 0
    failed: int = 0
    problems: list = field(default_factory=list)
    seconds: float = 0
    log: object = None

    def check(self, name, problem):
        """Count one check: ``problem`` is empty when it passed."""
        if problem:
            self.failed += 1
            self.problems.append(f"{name}: {problem}".rstrip())
        else:
            self.passed += 1

    def refuse_empty(self):
        """A suite that ran nothing proves nothing: count that as a failure."""
        if not self.passed and not self.failed:
            self.check(self.suite, "no test ran")
        return self


@dataclass(frozen=True)
class LogEntry:
    """One entry of an Odoo log with the lines that follow it."""

    level: str
    logger: str
    text: str

    @property
    def first(self):
        """First line of the message."""
        return self.text.splitlines()[0] if self.text else ""


def log_entries(text):
    """Entries of an Odoo log."""
    entries, current = [], None
    for line in text.splitlines():
        found = LOG_LINE.match(line)
        if found:
            current = [found["level"], found["logger"], [found["text"]]]
            entries.append(current)
        elif current:
            current[2].append(line)
    return [
        LogEntry(level, logger, "\n".join(lines)) for level, logger, lines in entries
    ]


def read_odoo(suite, text, exit_code, *, allowed=()):
    """Counts of an Odoo test run from its log."""
    result = Result(suite)
    totals = ODOO_TOTAL.findall(text)
    ran = sum(int(total[2]) for total in totals)
    entries = [e for e in log_entries(text) if e.level in ("ERROR", "CRITICAL")]
    failures = [entry for entry in entries if FAILURE.match(entry.first)]
    result.problems = [_shorten(entry.text) for entry in failures]
    result.failed = max(sum(int(t[0]) + int(t[1]) for t in totals), len(failures))
    result.passed = max(ran - result.failed, 0)
    for entry in entries:
        if entry in failures or REPEATED.search(entry.first):
            continue
        if not any(pattern.search(entry.first) for pattern in allowed):
            result.check(f"{entry.level} in the log", _shorten(entry.text))
    if exit_code and not result.failed:
        result.check("Odoo", f"ended with code {exit_code}")
    if not ran:
        result.check(suite, "no test ran")
    return result


def _shorten(text, lines=30):
    rows = text.splitlines()
    if len(rows) <= lines:
        return text
    return "\n".join([*rows[:4], "    […]", *rows[-(lines - 5) :]])


def read_junit(suite, path, exit_code):
    """Counts of a pytest run from its XML report."""
    result = Result(suite)
    if not path.exists():
        result.check("pytest", f"ended with code {exit_code} before any test")
        return result
    for case in ElementTree.parse(path).iter("testcase"):
        name = f"{case.get('classname')}::{case.get('name')}"
        bad = [node for node in case if node.tag in ("failure", "error")]
        if case.find("skipped") is None:
            text = "\n".join(node.text or node.get("message", "") for node in bad)
            result.check(name, text and _shorten(text))
    if exit_code and not result.failed:
        result.check("pytest", f"ended with code {exit_code}")
    return result.refuse_empty()

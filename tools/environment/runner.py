# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Runs suites two at a time and counts over all of them."""

import time
from concurrent.futures import ThreadPoolExecutor

from . import results, suites
from .console import SetupError, say
from .paths import LOGS

SIDE_BY_SIDE = 2


def run(chosen):
    """Run suites; print the counts last; return the exit code."""
    LOGS.mkdir(parents=True, exist_ok=True)
    if not chosen:
        raise SetupError("There is nothing to test yet.")
    broken = _prepare(chosen)
    if broken:
        done = [broken]
    else:
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            done = list(pool.map(_run_one, chosen))
    for result in done:
        _tell_problems(result)
    passed = sum(result.passed for result in done)
    failed = sum(result.failed for result in done)
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed or not passed else 0


def _prepare(chosen):
    """Build what the suites share; a result when that fails."""
    result = results.Result("set-up")
    try:
        suites.prepare(chosen)
    except SetupError as error:
        result.check("set-up", str(error))
        return result
    return None


def _run_one(suite):
    start = time.monotonic()
    say(f"▶ {suite.name}")
    try:
        result = suite.run(suite)
    except SetupError as error:
        result = results.Result(suite.name)
        result.check(suite.name, str(error))
    except Exception as error:
        # a fault of the runner is a failure of the suite, not the end of the others
        result = results.Result(suite.name)
        result.check(suite.name, f"{type(error).__name__}: {error}")
    result.refuse_empty()
    result.log = suite.log
    result.seconds = time.monotonic() - start
    mark = "✘" if result.failed else "✔"
    say(
        f"{mark} {suite.name}: {result.passed} passed, {result.failed} failed "
        f"({result.seconds:.0f} s)"
    )
    return result


def _tell_problems(result):
    if not result.failed:
        return
    print(f"\n══ {result.suite}: {result.failed} failed ═══════════════════════════")
    for problem in result.problems:
        print(problem)
    if result.log and result.log.exists():
        if not result.problems:
            lines = result.log.read_text(
                encoding="utf-8", errors="replace"
            ).splitlines()
            print("\n".join(lines[-30:]))
        print(f"(all of it: {result.log})")
    print(flush=True)

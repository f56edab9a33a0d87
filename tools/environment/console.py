# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a person sees, and how other programs are run."""

import hashlib
import subprocess
import sys
import time
from contextlib import contextmanager


class SetupError(Exception):
    """Something is missing; the text is one sentence that says what to do."""


def say(text):
    """Print one line of progress at once (never into the output of a command)."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


@contextmanager
def step(text):
    """Announce a step and say how long it took."""
    say(f"· {text} …")
    start = time.monotonic()
    yield
    say(f"  {text}: done in {time.monotonic() - start:.0f} s")


def run(command, *, log=None, env=None, cwd=None, failure=None, text=""):
    """Run ``command``; return its standard output.

    :param log: file that receives the output instead
    :param text: what the command reads
    :param failure: sentence to raise when the command fails; its last lines follow
    """
    if log is not None:
        return _run_logged(command, log, env, cwd, failure, text)
    done = subprocess.run(
        command,
        env=env,
        cwd=cwd,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetupError(_explain(failure, command, done.stderr or done.stdout))
    return done.stdout


def _run_logged(command, log, env, cwd, failure, text):
    with log.open("w", encoding="utf-8") as out:
        done = subprocess.run(
            command,
            env=env,
            cwd=cwd,
            input=text.encode(),
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        output = log.read_text(encoding="utf-8", errors="replace")
        raise SetupError(_explain(failure, command, output) + f"\n(all of it: {log})")
    return ""


def _explain(failure, command, output):
    sentence = failure or f"`{' '.join(map(str, command[:3]))} …` failed."
    tail = "\n".join(f"    {line}" for line in output.strip().splitlines()[-12:])
    return f"{sentence}\n{tail}"


def digest_of(paths, *extra):
    """Hash of the contents of ``paths`` and of ``extra`` words, for stamps."""
    digest = hashlib.sha256()
    for word in extra:
        digest.update(f"{word}\0".encode())
    for path in sorted(paths):
        digest.update(f"{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]

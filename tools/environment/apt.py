# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Debian packages from another suite than the machine's, without touching the machine.

A private apt state asks the mirrors that this machine already uses for the suites
*sid*, *testing* and *experimental*; apt checks the archive's signature and every hash.
"""

import hashlib
import os
import re
import subprocess
from pathlib import Path

from .console import SetupError, run, say
from .paths import cache_dir

SUITES = ("sid", "testing", "experimental")
KEYRINGS = (
    "/usr/share/keyrings/debian-archive-keyring.gpg",
    "/usr/share/keyrings/debian-archive-keyring.pgp",
    "/etc/apt/trusted.gpg.d/debian-archive-keyring.gpg",
)


def mirrors():
    """Addresses of the archives that this machine takes its packages from."""
    form = "$(REPO_URI)|$(COMPONENT)|$(RELEASE)"
    lines = run(
        ["apt-get", "indextargets", "--format", form, "Created-By: Packages"],
        failure="apt does not tell its mirrors; configure apt on this machine first.",
    ).splitlines()
    found = [line.split("|") for line in lines]
    uris = [
        uri for uri, part, release in found if part == "main" and "-" not in release
    ]
    return list(dict.fromkeys(uris))


def _keyring():
    for path in KEYRINGS:
        if Path(path).exists():
            return path
    raise SetupError(
        "The Debian archive's keys are missing; run: "
        "apt-get install debian-archive-keyring"
    )


class Archive:
    """One suite of one mirror, seen through a private apt state."""

    def __init__(self, suite, mirror):
        self.suite = suite
        self.mirror = mirror
        name = hashlib.sha256(mirror.encode()).hexdigest()[:8]
        self.state = cache_dir() / "apt" / f"{suite}-{name}"

    def _options(self):
        state = self.state
        options = {
            "Dir::State": state,
            "Dir::State::Lists": state / "lists",
            "Dir::State::status": state / "status",
            "Dir::Cache": state / "cache",
            "Dir::Etc::sourcelist": state / "sources.list",
            "Dir::Etc::sourceparts": "/dev/null",
            "Dir::Etc::preferencesparts": "/dev/null",
            "Acquire::Languages": "none",
            "Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled": "false",
            "Acquire::AllowInsecureRepositories": "false",
            "APT::Get::AllowUnauthenticated": "false",
            "APT::Sandbox::User": "root",
        }
        return [
            arg for pair in options.items() for arg in ("-o", "=".join(map(str, pair)))
        ]

    def update(self):
        """Fetch and verify the lists; False when the mirror lacks the suite."""
        for folder in ("lists/partial", "cache/archives/partial"):
            (self.state / folder).mkdir(parents=True, exist_ok=True)
        (self.state / "status").touch()
        # experimental holds only what differs from sid
        suites = dict.fromkeys(
            ["sid", self.suite] if self.suite == "experimental" else [self.suite]
        )
        sources = [
            f"deb [signed-by={_keyring()}] {self.mirror} {suite} main"
            for suite in suites
        ]
        (self.state / "sources.list").write_text("\n".join(sources) + "\n")
        command = ["apt-get", *self._options(), "-q", "update", "--error-on=any"]
        done = subprocess.run(command, capture_output=True, check=False)
        return done.returncode == 0

    def version(self, package):
        """Newest version of ``package`` here, or None."""
        done = subprocess.run(
            ["apt-cache", *self._options(), "show", package],
            capture_output=True,
            text=True,
            check=False,
        )
        found = re.search(r"^Version: (.+)$", done.stdout, re.MULTILINE)
        return found.group(1) if found else None

    def download(self, packages):
        """Verified files of ``packages``, by name; taken from the cache when there."""
        listed = run(
            ["apt-get", *self._options(), "--print-uris", "download", *packages],
            failure=f"Suite {self.suite} does not offer {', '.join(packages)}.",
        )
        return [
            self._fetch(*line.split()[1:4:2]) for line in listed.splitlines() if line
        ]

    def _fetch(self, filename, checksum):
        expected = checksum.removeprefix("SHA256:")
        folder = cache_dir() / "debs" / expected[:16]
        target = folder / filename
        if target.exists() and _sha256(target) == expected:
            return target
        folder.mkdir(parents=True, exist_ok=True)
        package = filename.split("_", 1)[0]
        say(f"  downloading {package}")
        run(
            ["apt-get", *self._options(), "-q", "download", package],
            cwd=folder,
            failure=f"{package} could not be downloaded; try again later.",
        )
        if _sha256(target) != expected:
            target.unlink()
            raise SetupError(f"{filename} is not what the archive signed; try again.")
        return target


def _sha256(path):
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        while block := handle.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def find(package):
    """The first suite of the machine's mirrors that has ``package``."""
    tried = []
    uris = mirrors()
    for suite in SUITES:
        for uri in uris:
            archive = Archive(suite, uri)
            if not archive.update():
                continue
            if version := archive.version(package):
                say(f"  {package} {version} is in suite {suite}")
                return archive
        tried.append(suite)
        say(f"  no {package} in suite {suite}")
    raise SetupError(
        f"{package} is in none of the suites tried ({', '.join(tried)}) of the "
        f"{len(uris)} mirror(s) of this machine; "
        "name a folder with Odoo 19 in ODOO_HOME instead."
    )


def unpack(package_file, target, *, excludes=(), only=()):
    """Unpack a package into ``target``, leaving out what matches ``excludes``."""
    target.mkdir(parents=True, exist_ok=True)
    stream = subprocess.Popen(
        ["dpkg", "--fsys-tarfile", package_file], stdout=subprocess.PIPE
    )
    command = ["tar", "-xf", "-", "-C", target, "--wildcards", "--no-same-owner"]
    command += [f"--exclude={pattern}" for pattern in excludes]
    done = subprocess.run([*command, *only], stdin=stream.stdout, check=False)
    stream.stdout.close()
    if stream.wait() not in (0, -13) or done.returncode:
        raise SetupError(
            f"{os.fspath(package_file)} could not be unpacked; is the disk full?"
        )

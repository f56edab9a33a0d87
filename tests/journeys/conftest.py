# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Browser journeys: Odoo on a clone of the demonstration data, mails and Chromium.

A test that leaves an error in the browser's console, an exception in a page or an
answer of 5xx fails, whatever it asserts; ``expected_errors`` lists exceptions to that.
"""

import os
import re
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent))

from environment import databases, front, postgres, second_tier, serve, suites, system
from environment.paths import BUILD, LOGS
from mail_reader import Mailbox

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
    "--no-first-run",
    "--disable-quic",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
TEMPLATES = {"demo": databases.DEMO, "website": second_tier.WEBSITE}
JOURNEY = os.environ.get("STAGE_JOURNEY", "demo")
# the theme of the website app asks Google for its fonts; a closed network has none
ALWAYS_EXPECTED = {"demo": (), "website": (r"https://fonts\.googleapis\.com/",)}
# both tiers may run side by side: each keeps pictures and logs of its own
SCREENSHOTS = BUILD / "screenshots" / ("" if JOURNEY == "demo" else JOURNEY)


@pytest.fixture(scope="session")
def database():
    """A clone of the demonstration data (or of the one with the website app)."""
    template = TEMPLATES[JOURNEY]
    with postgres.in_use(), databases.clone(template, f"run_{JOURNEY}") as name:
        yield name


@pytest.fixture(scope="session")
def mailbox(tmp_path_factory):
    """What arrived by mail."""
    return Mailbox(tmp_path_factory.mktemp("mails"))


@pytest.fixture(scope="session")
def base_url(database, mailbox):
    """Address of an Odoo with two workers that serves the clone."""
    front_port, port, live_port = (suites.free_port() for _ in range(3))
    url = f"http://127.0.0.1:{front_port}"
    for key, value in (("web.base.url", url), ("web.base.url.freeze", "True")):
        databases.set_parameter(database, key, value)
    options = ("--workers", "2", "--max-cron-threads", "1")
    options += ("--gevent-port", str(live_port), "--log-level", "info")
    with (
        serve.mail_sink(mailbox.folder) as mail_port,
        serve.odoo_server(
            database,
            port=port,
            mail_port=mail_port,
            log=LOGS / f"journeys-odoo-{JOURNEY}.log",
            options=options,
        ),
        front.Front(front_port, port, live_port).running(),
    ):
        yield url


@pytest.fixture(scope="session")
def browser():
    """Chromium of this machine."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=system.browser(), args=FLAGS
        )
        yield chromium
        chromium.close()


@pytest.fixture
def expected_errors():
    """Expressions for console errors that a test provokes on purpose: append to it."""
    return list(ALWAYS_EXPECTED[JOURNEY])


@pytest.fixture
def new_context(browser, base_url, expected_errors, request):
    """Function that opens a browser window of a person of his own."""
    contexts, problems = [], []

    def open_context(**options):
        options = {"viewport": DESKTOP, "accept_downloads": True, **options}
        context = browser.new_context(base_url=base_url, **options)
        context.set_default_timeout(20_000)
        _watch(context, problems)
        contexts.append(context)
        return context

    yield open_context
    _keep_last_pages(contexts, request)
    for context in contexts:
        context.close()
    allowed = [re.compile(text) for text in expected_errors]
    left = [p for p in problems if not any(e.search(p) for e in allowed)]
    assert not left, "the browser saw errors:\n" + "\n".join(left)


def _keep_last_pages(contexts, request):
    """Pictures of what the persons saw last, for a test that failed."""
    report = getattr(request.node, "call_report", None)
    if report is None or report.passed:
        return
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"\W+", "_", request.node.name)
    pages = [page for context in contexts for page in context.pages]
    for index, page in enumerate(pages):
        page.screenshot(path=SCREENSHOTS / f"failed_{name}_{index}.png")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    if call.when == "call":
        item.call_report = outcome.get_result()


def _watch(context, problems):
    """Collect what no page may do."""

    def on_console(message):
        if message.type == "error":
            problems.append(f"console: {message.text} ({message.location.get('url')})")

    def on_response(response):
        if response.status >= 500:
            problems.append(f"{response.status} {response.url}")

    context.on("console", on_console)
    context.on("response", on_response)
    context.on("weberror", lambda failure: problems.append(f"page: {failure.error}"))


@pytest.fixture
def desktop(new_context):
    """A page of 1280 by 900."""
    return new_context().new_page()


@pytest.fixture
def phone(new_context):
    """A page of a telephone: 390 by 844, touched with a finger."""
    options = {"is_mobile": True, "has_touch": True, "device_scale_factor": 2}
    return new_context(viewport=PHONE, **options).new_page()


@pytest.fixture
def login():
    """Function that logs in a person: ``login(page, login, password)``."""

    def log_in(page, user, password):
        page.goto("/web/login")
        page.fill("input[name=login]", user)
        page.fill("input[name=password]", password)
        page.click("form.oe_login_form button[type=submit]")
        page.wait_for_url(re.compile(r"/(odoo|my|web(?!/login))"))

    return log_in


@pytest.fixture
def screenshot(request):
    """Function that keeps a picture: ``screenshot(page, name)``."""

    def keep(page, name, full_page=False):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        try:
            page.screenshot(path=path, full_page=full_page)
        except Error:  # the viewer of a PDF in the page is just starting
            page.wait_for_timeout(2000)
            page.screenshot(path=path, full_page=full_page)
        return path

    return keep

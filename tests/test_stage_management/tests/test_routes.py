# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Every route of ours × who asks × what is asked: no 5xx, no leak, no hint."""

import logging
from types import SimpleNamespace
from unittest.mock import patch

from odoo.http import Request
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from odoo.addons.stage_management.controllers.signing import verify

from .common import InternshipScenario, our_models
from .routes import (
    NOWHERE,
    SAMPLES,
    Call,
    Route,
    build_calls,
    collect_routes,
    find_fault,
    find_unknown_arguments,
    fingerprint,
    text_of,
)

_logger = logging.getLogger(__name__)

QUIET_LOGGERS = (
    "odoo.http",
    "odoo.addons.base.models.ir_http",
    "odoo.addons.base.models.ir_model",
    "odoo.addons.base.models.ir_qweb",
    "odoo.addons.base.models.ir_rule",
    "odoo.addons.http_routing.models.ir_http",
    "odoo.sql_db",
    "werkzeug",
    "py.warnings",
)
# Odd requests are sent by these; the others ask for each other's records.
ODD_VISITORS = ("anonymous", "intern", "coordinator")
# Pages of core that show records of ours: {} is an id.
CORE_PAGES = (
    "/my",
    "/my/home",
    "/mail/view?model=hr.internship&res_id={internship_id}",
    "/mail/view?model=hr.internship.agreement&res_id={agreement_id}",
)
HOME_COUNTERS = {"counters": ["internship_count", "signature_count", "nothing"]}


class LastTrouble(logging.Handler):
    """Keeps the last traceback, so that a 5xx can be told with its cause."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.cause = ""

    def emit(self, record):
        error = record.exc_info and record.exc_info[1]
        self.cause = repr(error) if error else record.getMessage()


@tagged("post_install", "-at_install")
class TestRoutes(InternshipScenario, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # else all that the sweep sees of the public check is that it asks too often
        cls.enterClassContext(patch.object(verify, "LIMIT", 10**9))
        cls.routes = collect_routes(cls.env)
        other = cls.cases["b"]
        # who asks: (user, cases that the one may know of)
        cls.visitors = {
            "anonymous": (None, ""),
            "employee": (cls.users["employee"], ""),
            "intern": (cls.users["intern"], "a"),
            "other intern": (other.intern_user, "b"),
            "other school": (other.supervisor_user, "b"),
            "coordinator": (cls.users["coordinator"], "ab"),
        }
        cls.visitor = ""
        cls.counts = {"sent": 0, "refused": 0, "own shown": 0}

    @classmethod
    def tearDownClass(cls):
        counts = ", ".join(f"{number} {name}" for name, number in cls.counts.items())
        _logger.info("Route sweep: %s routes, requests: %s", len(cls.routes), counts)
        super().tearDownClass()

    def setUp(self):
        super().setUp()
        muted = mute_logger(*QUIET_LOGGERS)
        muted.__enter__()
        self.addCleanup(muted.__exit__)
        self.trouble = LastTrouble()
        for name in ("odoo.http", "odoo.addons.base.models.ir_http"):
            logger = logging.getLogger(name)
            logger.addHandler(self.trouble)
            self.addCleanup(logger.removeHandler, self.trouble)

    def _log_in(self, visitor):
        user, allowed = self.visitors[visitor]
        self.visitor = visitor
        login = user.login if user else None
        self.authenticate(login, login)
        return allowed

    def _send(self, call):
        options = dict(call.options)
        if call.with_csrf:
            token = Request.csrf_token(self)
            data = options.get("data") or ""
            options["data"] = f"{data}&csrf_token={token}"
            options["headers"] = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = self.url_open(
            call.url, method=call.method, allow_redirects=False, timeout=30, **options
        )
        self.counts["sent"] += 1
        self.counts["refused"] += answer.status_code in (400, 403, 404, 405, 415)
        return answer

    def _sweep(self, calls, visitor):
        """Sentences on all answers to ``visitor`` that are wrong."""
        allowed = self._log_in(visitor)
        faults = []
        for call in calls:
            if call.is_odd and visitor not in ODD_VISITORS:
                continue
            answer = self._send(call)
            fault = find_fault(call, answer, allowed)
            if fault:
                cause = self.trouble.cause if answer.status_code >= 500 else ""
                faults.append(f"{visitor}: {fault} {cause[:200]}")
            elif call.case in tuple(allowed):
                self._note_own(call, answer)
        return faults

    def _sweep_as_all(self, calls):
        return [fault for name in self.visitors for fault in self._sweep(calls, name)]

    def _note_own(self, call, answer):
        own = self.cases[call.case].internship.subject
        self.counts["own shown"] += own in text_of(answer)

    def _fail_on(self, faults):
        if faults:
            self.fail("\n".join([f"{len(faults)} wrong answers:", *faults]))

    def test_every_route_has_samples(self):
        self.assertTrue(self.routes)
        self._fail_on(find_unknown_arguments(self.routes))

    def test_the_public_check_is_among_them(self):
        urls = {route.url for route in self.routes}
        self.assertLessEqual({verify.PAGE, f"{verify.PAGE}/<string:code>"}, urls)
        self._log_in("anonymous")
        code = self.cases["a"].request.verification_code
        answer = self._send(Call("", "code", "GET", f"{verify.PAGE}/{code}"))
        self.assertIn("v_authentic", answer.text)

    def test_routes_answer_everybody_and_tell_nothing(self):
        calls = [
            call
            for route in self.routes
            if not find_unknown_arguments([route])
            for call in build_calls(route, self.cases)
        ]
        self._fail_on(self._sweep_as_all(calls))
        pages = [route for route in self.routes if "internship_id" in route.arguments]
        if pages:
            self.assertTrue(self.counts["own shown"], "no page shows what it is for")

    def test_what_is_not_yours_looks_like_what_is_not_there(self):
        faults = []
        for visitor in self.visitors:
            allowed = self._log_in(visitor)
            for route in self.routes:
                if route.kind == "http" and self._get_id_arguments(route):
                    faults += self._find_hints(route, allowed)
        self._fail_on(faults)

    def _get_id_arguments(self, route):
        known = set(route.arguments) <= set(SAMPLES)
        return known and [name for name in route.arguments if name.endswith("_id")]

    def _find_hints(self, route, allowed):
        names = self._get_id_arguments(route)
        missing = route.fill(self.cases["a"], **dict.fromkeys(names, NOWHERE))
        faults = []
        for method in route.methods:
            options = {"with_csrf": method == "POST"}
            nothing = self._send(Call(route.url, "missing", method, missing, **options))
            for key, case in self.cases.items():
                if key in allowed:
                    continue
                call = Call(route.url, "hint", method, route.fill(case), **options)
                if fingerprint(self._send(call)) != fingerprint(nothing):
                    faults.append(f"{self.visitor}: {call} is not as for a missing id")
        return faults

    def test_pages_of_core_tell_nothing(self):
        calls = [
            Call(page, f"id of {key}", "GET", page.format(**ids), key)
            for key, case in self.cases.items()
            for ids in [{name: sample(case) for name, sample in SAMPLES.items()}]
            for page in CORE_PAGES
        ]
        options = {"json": {"jsonrpc": "2.0", "params": HOME_COUNTERS}}
        calls.append(Call("", "counters", "POST", "/my/counters", options=options))
        self._fail_on(self._sweep_as_all(calls))

    def test_reports_and_files_of_others_stay_closed(self):
        calls = [*self._report_calls(), *self._file_calls()]
        self.assertTrue(calls)
        faults = []
        for visitor, (_user, allowed) in self.visitors.items():
            others = [call for call in calls if call.case not in tuple(allowed)]
            faults += self._sweep(others, visitor)
        self._fail_on(faults)

    def _report_calls(self):
        reports = self.env["ir.actions.report"].search(
            [("model", "in", our_models(self.env))]
        )
        return [
            Call(url, f"report of {key}", "GET", url, key)
            for report in reports
            for key, record in self._get_records(report.model).items()
            for kind in ("html", "pdf", "text")
            for url in [f"/report/{kind}/{report.report_name}/{record.id}"]
        ]

    def _file_calls(self):
        return [
            Call(url, f"file of {key}", "GET", url, key)
            for model in our_models(self.env)
            for name, field in self.env[model]._fields.items()
            if field.type == "binary"
            for key, record in self._get_records(model).items()
            for url in [f"/web/content/{model}/{record.id}/{name}"]
        ]

    def _get_records(self, model):
        known = {
            sample._name: {key: getattr(case, name) for key, case in self.cases.items()}
            for name in ("internship", "agreement", "request", "place", "application")
            for sample in [getattr(self.cases["a"], name)]
        }
        known["hr.internship.signature"] = {
            key: case.request.sudo().signature_ids[:1]
            for key, case in self.cases.items()
        }
        return known.get(model, {})

    # the sweep itself can fail

    def _answer(self, status=200, content=b"", kind="text/html"):
        return SimpleNamespace(
            status_code=status, content=content, headers={"Content-Type": kind}
        )

    def test_server_error_is_noticed(self):
        call = Call("/x", "self-test", "GET", "/x")
        self.assertIn("500", find_fault(call, self._answer(500), "a"))
        self.assertFalse(find_fault(call, self._answer(404), "a"))

    def test_error_of_a_jsonrpc_route_is_noticed(self):
        call = Call("/x", "self-test", "POST", "/x")
        answer = self._answer(kind="application/json")
        answer.json = lambda: {"error": {"data": {"name": "builtins.TypeError"}}}
        self.assertIn("TypeError", find_fault(call, answer, "a"))

    def test_canary_is_noticed(self):
        call = Call("/x", "self-test", "GET", "/x", "b")
        page = f"<p>{self.cases['b'].internship.subject}</p>".encode()
        self.assertIn("tells Boomvalk", find_fault(call, self._answer(200, page), "a"))
        self.assertFalse(find_fault(call, self._answer(200, page), "b"))

    def test_file_of_somebody_else_is_noticed(self):
        call = Call("/x", "self-test", "GET", "/x", "b")
        answer = self._answer(200, b"%PDF", "application/pdf")
        self.assertTrue(find_fault(call, answer, "a"))

    def test_route_with_an_unknown_argument_is_noticed(self):
        route = Route("/x/<int:y_id>", "http", ("GET",), {"y_id": "int"}, (), "x")
        self.assertIn("no sample for <y_id>", find_unknown_arguments([route])[0])

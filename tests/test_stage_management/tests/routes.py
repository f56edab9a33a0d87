# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which requests the sweep sends to a route of ours, and what it makes of answers."""

import inspect
import io
import re
import zipfile
from dataclasses import dataclass, field
from urllib.parse import quote

from .common import CANARIES, OURS

ARGUMENT = re.compile(r"<(?:(?P<kind>\w+)[^<>]*:)?(?P<name>\w+)>")
NOWHERE = 2**31 - 7
# What stands in a URL for an argument: from the case of the scenario. A new kind of
# argument gets a line here; a route with an unknown one fails the sweep.
SAMPLES = {
    "internship_id": lambda case: case.internship.id,
    "request_id": lambda case: case.request.id,
    "annex_id": lambda case: case.request.annex_ids[:1].id,
    "signatory_id": lambda case: case.request.signatory_ids[:1].id,
    "participant_id": lambda case: case.internship.participant_ids[:1].id,
    "agreement_id": lambda case: case.agreement.id,
    "place_id": lambda case: case.proposal.id,
    "application_id": lambda case: case.application.id,
    "partner_id": lambda case: case.intern.id,
    "company_id": lambda case: case.company.id,
    "page": lambda case: 1,
    "code": lambda case: case.request.verification_code,
    "token": lambda case: "wrong",
    "access_token": lambda case: "wrong",
    "answer_token": lambda case: "wrong",
    "filename": lambda case: "file.pdf",
}
ODD_SEGMENTS = {
    "wrong id": str(NOWHERE),
    "text": "abc",
    "huge id": "9" * 30,
    "beyond int4": str(2**31),
    "negative id": "-1",
    "zero": "0",
    "float": "1.5",
    "unicode": quote("é✓"),
    "nul": "%00",
    "quote": quote("1'--"),
}
ODD_VALUES = {
    "empty": "",
    "text": "x",
    "negative": "-1",
    "huge": "9" * 21,
    "long": "a" * 4000,
    "unicode": quote("é✓ \u202e"),
    "nul": "a%00b",
    "quote": quote("'; --"),
    "markup": quote("<script>{{7*7}}</script>"),
    "dunder": "__class__",
}
ODD_QUERIES = (
    "sortby=nothing",
    "filterby=nothing",
    "filterby[]=",
    "filterby=a&filterby=b",
    "page=-1",
    "page=999999999999999999999",
    "page=x",
    "search=%25&search_in=nothing",
    "date_from=x",
    "date_from=2026-99-99&date_to=0000-00-00",
    "date_from=9999-12-31&date_to=0001-01-01",
    "access_token=wrong&pid=x&hash=x",
    "report_type=pdf&download=true",
    "redirect=https://elsewhere.example/",
    "lang=xx_XX",
    "%00=%00",
    "debug=assets&db=nothing",
    "unknown=1",
)
ODD_BODIES = (
    b"",
    b"[]",
    b"null",
    b"{",
    b'"text"',
    b'{"params": []}',
    b'{"params": {"unknown": 1}}',
    b'{"jsonrpc": "2.0", "method": "call", "params": {}}',
)
REFUSALS = ("odoo.exceptions.", "odoo.http.", "werkzeug.exceptions.")
FILE_TYPES = ("application/pdf", "application/octet-stream", "spreadsheetml")


@dataclass
class Route:
    """One URL of the routing map."""

    url: str
    kind: str
    methods: tuple
    arguments: dict  # name -> kind of converter
    parameters: tuple
    module: str

    def fill(self, case, **instead):
        """The path for ``case``; ``instead`` replaces arguments by name."""
        return ARGUMENT.sub(
            lambda match: str(
                instead.get(match["name"]) or SAMPLES[match["name"]](case)
            ),
            self.url,
        )


@dataclass
class Call:
    """One request of the sweep; ``case`` is the case whose id stands in the URL."""

    route: str
    label: str
    method: str
    url: str
    case: str = ""
    options: dict = field(default_factory=dict)
    with_csrf: bool = False
    is_odd: bool = False

    def __str__(self):
        return f"{self.method} {self.url[:120]} ({self.label})"


def parse_arguments(url):
    """The arguments in a URL of the routing map, with the kind of each."""
    return {found["name"]: found["kind"] or "" for found in ARGUMENT.finditer(url)}


def collect_routes(env):
    """All routes of ours, also those of core that we override."""
    routes = []
    for rule in env["ir.http"].routing_map().iter_rules():
        endpoint = rule.endpoint
        module = endpoint.__module__.removeprefix("odoo.addons.").split(".")[0]
        if module not in OURS:
            continue
        names = inspect.signature(endpoint.original_endpoint).parameters.values()
        routes.append(
            Route(
                url=rule.rule,
                kind=endpoint.routing["type"],
                methods=tuple(endpoint.routing.get("methods") or ("GET", "POST")),
                arguments=parse_arguments(rule.rule),
                parameters=tuple(
                    name.name
                    for name in names
                    if name.kind is not name.VAR_KEYWORD and name.name != "self"
                ),
                module=module,
            )
        )
    return sorted(routes, key=lambda route: route.url)


def find_unknown_arguments(routes):
    """Sentences on routes whose URL can't be filled in."""
    return [
        f"{route.url}: no sample for <{name}>, add one to SAMPLES in routes.py"
        for route in routes
        for name in route.arguments
        if name not in SAMPLES
    ]


def build_calls(route, cases):
    """The requests to one route: ids, methods, parameters, bodies."""
    if route.kind != "http":
        return _jsonrpc_calls(route, cases)
    calls = []
    for key, case in cases.items():
        calls += _method_calls(route, f"id of {key}", route.fill(case), key)
        if not route.arguments:
            break
    return [*calls, *_odd_calls(route, cases["a"])]


def _odd_calls(route, case):
    """Requests that nobody makes by clicking."""
    calls = []
    for name, kind in route.arguments.items():
        for label, text in ODD_SEGMENTS.items():
            # Core looks up an attachment of that name when no route matches, and
            # fails by itself on every such path.
            if label != "nul" or kind not in ("int", "float", "model"):
                url = route.fill(case, **{name: text})
                calls += _method_calls(route, label, url)
    for label, query in _odd_queries(route).items():
        calls += _query_calls(route, label, route.fill(case), query)
    for call in calls:
        call.is_odd = True
    return calls


def _method_calls(route, label, url, case=""):
    """The methods that the route takes and those that it should not take."""
    yield Call(route.url, label, "GET", url, case)
    yield Call(route.url, f"{label}, no CSRF", "POST", url, case)
    if "POST" in route.methods:
        yield Call(route.url, f"{label}, CSRF", "POST", url, case, with_csrf=True)


def _query_calls(route, label, url, query):
    if "GET" in route.methods:
        yield Call(route.url, label, "GET", f"{url}?{query}", "a")
    if "POST" in route.methods:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        options = {"data": query, "headers": headers}
        yield Call(route.url, label, "POST", url, "a", options, with_csrf=True)


def _odd_queries(route):
    queries = {query: query for query in ODD_QUERIES}
    for name in route.parameters:
        if name in route.arguments:
            continue
        for label, value in ODD_VALUES.items():
            queries[f"{name} {label}"] = f"{name}={value}"
        queries[f"{name} array"] = f"{name}=1&{name}=2&{name}[]=3&{name}[a]=4"
    return queries


def _jsonrpc_calls(route, cases):
    headers = {"Content-Type": "application/json"}
    for key, case in cases.items():
        for body in ODD_BODIES:
            options = {"data": body, "headers": headers}
            label = body[:30].decode()
            yield Call(route.url, label, "POST", route.fill(case), key, options)
    for name in route.parameters:
        for value in (None, -1, 2**70, "x", "a\0b", [], {}, [1], True, 1.5):
            options = {"json": {"jsonrpc": "2.0", "params": {name: value}}}
            url, label = route.fill(cases["a"]), f"{name}={value!r}"
            yield Call(route.url, label, "POST", url, "a", options)
    yield Call(route.url, "GET", "GET", route.fill(cases["a"]), "a")


def text_of(answer):
    """What somebody could read in an answer: headers, page, or content of a file."""
    parts = [str(dict(answer.headers))]
    content = answer.content or b""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts += [
                archive.read(name).decode(errors="replace")
                for name in archive.namelist()
            ]
    else:
        parts.append(content.decode(errors="replace"))
    return "\n".join(parts)


def find_fault(call, answer, allowed_cases):
    """Why an answer is wrong, or an empty string.

    :param allowed_cases: keys of the cases that the one who asks may know of
    """
    if answer.status_code >= 500:
        return f"{call}: {answer.status_code}"
    text = text_of(answer)
    name = _get_rpc_error(answer)
    if name and not name.startswith(REFUSALS):
        return f"{call}: {name}"
    leaked = [
        canary
        for key, canary in CANARIES.items()
        if key not in allowed_cases and canary in text
    ]
    if leaked:
        return f"{call}: {answer.status_code} tells {', '.join(leaked)}"
    kind = answer.headers.get("Content-Type", "")
    is_file = answer.status_code == 200 and any(name in kind for name in FILE_TYPES)
    if is_file and call.case and call.case not in tuple(allowed_cases):
        return f"{call}: a file of somebody else"
    return ""


def _get_rpc_error(answer):
    """Name of the exception of a jsonrpc answer, or an empty string."""
    if "application/json" not in answer.headers.get("Content-Type", ""):
        return ""
    try:
        error = answer.json().get("error") or {}
    except (ValueError, AttributeError):
        return ""
    return (error.get("data") or {}).get("name", "")


def fingerprint(answer):
    """What an answer tells: the same for what is not there and what is not yours."""
    page = re.sub(r"[0-9a-f]{16,}(o\d+)?|\d+", "#", answer.text)
    where = re.sub(r"\d+", "#", answer.headers.get("Location", ""))
    return answer.status_code, where, page

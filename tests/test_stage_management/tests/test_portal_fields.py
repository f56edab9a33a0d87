# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a portal user gets of an own record by RPC, report and download."""

from odoo.http import root
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import InternshipScenario, our_models
from .matrix import search_as

QUIET_LOGGERS = (
    "odoo.http",
    "odoo.addons.base.models.ir_model",
    "odoo.addons.base.models.ir_rule",
    "odoo.addons.base.models.ir_qweb",
)

# A rule of business may say no before the access rights do.
REFUSALS = ("odoo.exceptions.AccessError", "odoo.exceptions.UserError")


@tagged("post_install", "-at_install")
class TestPortalFields(InternshipScenario, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = cls.users["intern"]
        cls.portal_models = [
            name
            for name in our_models(cls.env)
            if cls.env[name].with_user(cls.user).has_access("read")
        ]

    def setUp(self):
        super().setUp()
        self.authenticate(self.user.login, self.user.login)
        muted = mute_logger(*QUIET_LOGGERS)
        muted.__enter__()
        self.addCleanup(muted.__exit__)

    def _rpc(self, model, method, args=(), **kwargs):
        """The result of a call of the intern; ``None`` when it was refused."""
        params = {"model": model, "method": method, "args": args, "kwargs": kwargs}
        answer = self.url_open(
            "/web/dataset/call_kw", json={"id": 0, "jsonrpc": "2.0", "params": params}
        ).json()
        if "error" in answer:
            name = answer["error"]["data"]["name"]
            self.assertIn(name, REFUSALS, answer["error"])
            return None
        return answer["result"]

    def _own(self, model):
        records = search_as(self.get_samples(model), self.user)
        self.assertTrue(records, f"the intern has no {model} to try it on")
        return records[0]

    def test_portal_models_have_the_mixin(self):
        mixin = self.env.registry["hr.internship.portal.mixin"]
        self.assertIn("hr.internship", self.portal_models)
        bare = [m for m in self.portal_models if not isinstance(self.env[m], mixin)]
        self.assertFalse(bare, "portal users read every field of these by RPC")

    def test_fields_outside_the_list_are_refused(self):
        leaks = []
        for model in self.portal_models:
            allowed = self.env[model]._portal_readable_fields()
            for name, field in self.env[model]._fields.items():
                if name not in allowed:
                    leaks += self._find_leaks(self._own(model), field)
        if leaks:
            self.fail("\n".join(["Portal users get:", *leaks]))

    def _find_leaks(self, record, field):
        """Ways by which the intern gets at a field of an own record."""
        model, name = record._name, field.name
        calls = {
            "read": ([record.ids, [name]], {}),
            "search_read": ([[("id", "=", record.id)], [name]], {}),
            "web_read": ([record.ids, {name: {}}], {}),
        }
        if field.store and field.column_type:
            # a condition on the real value: would answer by its count
            value = record.sudo()[name]
            value = value.id if field.relational else value
            is_json = isinstance(value, str | int | float)
            domain = [(name, "=", value if is_json else str(value))]
            calls["search_count"] = ([domain], {})
            calls["search"] = ([[]], {"order": name})
            calls["formatted_read_group"] = ([[], [name], ["__count"]], {})
        return [
            f"{model}.{name} by {method}"
            for method, (args, kwargs) in calls.items()
            if self._rpc(model, method, args, **kwargs) is not None
        ]

    def test_fields_on_the_list_are_read(self):
        for model in self.portal_models:
            record = self._own(model)
            names = sorted(record._portal_readable_fields() & set(record._fields))
            result = self._rpc(model, "read", [record.ids, names])
            self.assertTrue(result, f"{model}: {', '.join(names)}")

    def test_nothing_is_written(self):
        for model in self.portal_models:
            record = self._own(model)
            for method, args in (
                ("write", [record.ids, {}]),
                ("unlink", [record.ids]),
                ("create", [{}]),
                ("copy", [record.ids]),
            ):
                self.assertIsNone(self._rpc(model, method, args), f"{model}.{method}")

    def test_reports_are_closed(self):
        leaks = []
        for report in self.env["ir.actions.report"].search(
            [("model", "in", our_models(self.env))]
        ):
            record = self.get_samples(report.model)[:1]
            for kind in ("html", "pdf", "text"):
                url = f"/report/{kind}/{report.report_name}/{record.id}"
                answer = self.url_open(url, allow_redirects=False)
                # the page that refuses greets the intern by name
                is_shown = self.cases["a"].internship.subject in answer.text
                if answer.status_code == 200 or is_shown:
                    leaks.append(f"{url}: {answer.status_code}")
        self.assertFalse(leaks)

    def test_files_are_closed(self):
        leaks = []
        for model in our_models(self.env):
            allowed = set()
            if model in self.portal_models:
                allowed = self.env[model]._portal_readable_fields()
            files = [
                name
                for name, field in self.env[model]._fields.items()
                if field.type == "binary" and name not in allowed
            ]
            for record in self.get_samples(model):
                leaks += self._find_open_files(record, files)
        self.assertFalse(leaks)

    def _find_open_files(self, record, names):
        urls = [f"/web/content/{record._name}/{record.id}/{name}" for name in names]
        attachments = (
            self.env["ir.attachment"]
            .sudo()
            .search(
                [
                    ("res_model", "=", record._name),
                    ("res_id", "=", record.id),
                    ("res_field", "in", [False, *names]),
                ]
            )
        )
        urls += [f"/web/content/{attachment.id}" for attachment in attachments]
        return [url for url in urls if self.url_open(url).status_code == 200]

    def test_sessions_are_those_of_the_intern(self):
        """The refusals above are not those of a visitor without login."""
        session = root.session_store.get(self.session.sid)
        self.assertEqual(session.uid, self.user.id)
        self.assertTrue(
            self._rpc("hr.internship", "search_count", [[]]), "no RPC as the intern"
        )

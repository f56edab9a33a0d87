# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import JsonRpcException, tagged
from odoo.tools import mute_logger

from .common import InternshipPortalCase

OPEN_MODELS = (
    "hr.internship",
    "hr.internship.participant",
    "hr.internship.signature.request",
    "hr.internship.signatory",
)


@tagged("post_install", "-at_install")
class TestPortalRpc(InternshipPortalCase):
    """Portal users get nothing by RPC that the record layer does not name."""

    def setUp(self):
        super().setUp()
        self.request = self._create_request(
            ("intern", 1, self.intern.partner_id),
            ("school", 2, self._create_person("Nora New", "nora")),
        )
        self._log_in(self.intern)

    def _call(self, model, method, *args, **kwargs):
        return self.make_jsonrpc_request(
            f"/web/dataset/call_kw/{model}/{method}",
            {"model": model, "method": method, "args": args, "kwargs": kwargs},
        )

    def test_readable_fields_are_those_of_the_mixin(self):
        for model in OPEN_MODELS:
            shown = set(self._call(model, "fields_get"))
            self.assertLessEqual(shown, self.env[model]._portal_readable_fields())

    @mute_logger("odoo.http")
    def test_other_fields_are_refused(self):
        secrets = {
            "hr.internship": "assignment",
            "hr.internship.participant": "invited_on",
            "hr.internship.signature.request": "datas",
            "hr.internship.signatory": "signing_url",
        }
        for model, name in secrets.items():
            with self.assertRaises(JsonRpcException, msg=model):
                self._call(model, "search_read", [], [name])

    @mute_logger("odoo.http")
    def test_buttons_of_the_backend_are_refused(self):
        participant = self.internship.participant_ids[:1]
        calls = [
            ("hr.internship", "action_invite_to_portal", self.internship.ids),
            ("hr.internship.participant", "action_invite_to_portal", participant.ids),
            ("hr.internship.signature.request", "action_send", self.request.ids),
        ]
        for model, method, ids in calls:
            with self.assertRaises(JsonRpcException, msg=method):
                self._call(model, method, ids)

    def test_file_is_not_served_past_the_page(self):
        url = f"/web/content/hr.internship.signature.request/{self.request.id}/datas"
        self.assertEqual(self.url_open(url).status_code, 404)

    def test_mail_to_the_next_signatory_stays_closed(self):
        """Whoever signs sets off the next mail; its key is not for him."""
        page = f"/my/signatures/{self.request.id}"
        self._post(page, name="Ida Intern", agreed="1")
        nora = self.request.signatory_ids[1].partner_id
        self.assertIn("/internships/sign/", self._mails_to(nora)[:1].body_html)
        messages = self._call("mail.message", "search_read", [], ["body"])
        self.assertNotIn("/internships/sign/", str(messages))

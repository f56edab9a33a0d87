# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A request with three signatories in two rounds, and how they act."""

import base64
import functools

from odoo.fields import Command
from odoo.tests import TransactionCase, new_test_user, tagged

from ...tools.pdf_document import document_html, render

PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)


@functools.cache
def sample_pdf(text="Agreement"):
    """Return a real document of ours; made once per text."""
    body = f'<article lang="en" data-title="{text}"><h1>{text}</h1></article>'
    return render(document_html(body))


@tagged("post_install", "-at_install")
class SigningCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True})
        cls.intern = cls._user("sg_intern", "Noor Intern", "base.group_portal")
        cls.school = cls._user("sg_school", "Sam School", "base.group_portal")
        contributor = "stage_management.group_contributor"
        cls.head = cls._user("sg_head", "Hilde Head", contributor)
        cls.coordinator = cls._user(
            "sg_coordinator", "Carl Coordinator", "stage_management.group_coordinator"
        )

    @classmethod
    def _user(cls, login, name, group, **values):
        return new_test_user(
            cls.env,
            login,
            groups=group,
            name=name,
            email=f"{login}@x.example",
            **values,
        )

    def _request(self, is_sent=True, **values):
        """Return a request as the coordinator makes it, sent unless told otherwise."""
        people = [(self.intern, "intern", 1), (self.school, "school", 1)]
        people.append((self.head, "organisation", 2))
        request = self.env["hr.internship.signature.request"].with_user(
            self.coordinator
        )
        request = request.create(
            {
                "name": "Agreement ST/2026/0001",
                "datas": base64.b64encode(sample_pdf()),
                "lang": "en_US",
                "signatory_ids": [
                    Command.create(
                        {"partner_id": user.partner_id.id, "role": role, "order": order}
                    )
                    for user, role, order in people
                ],
                **values,
            }
        )
        if is_sent:
            request.action_send()
        return request.sudo()

    def _signatory(self, request, user):
        return request.sudo().signatory_ids.filtered(
            lambda signatory: signatory.partner_id == user.partner_id
        )

    def _sign(self, request, *users, **values):
        """Let users sign one after the other; return the last act."""
        act = None
        for user in users:
            act = (
                request.with_user(user)
                .sudo()
                ._sign(
                    self._signatory(request, user),
                    values.get("channel", "portal"),
                    values.get("typed_name", user.name),
                    image=values.get("image"),
                    ip="192.0.2.7",
                    user_agent="Browser",
                )
            )
        return act

    def _completed(self, **values):
        """Return a request that all three signed."""
        request = self._request(**values)
        self._sign(request, self.intern, self.school, self.head)
        return request

    def _run_cron(self):
        cron = self.env.ref("stage_management.ir_cron_signature_finish")
        with self.enter_registry_test_mode():
            cron.method_direct_trigger()
        self.env.invalidate_all()

    def assertAltered(self, request, *fragments):
        """Assert that verification fails and each fragment stands in its sentences."""
        verification = request._verify()[request.id]
        self.assertEqual(verification.status, "altered")
        text = "\n".join(verification.findings)
        for fragment in fragments:
            self.assertIn(fragment, text)

    def assertAuthentic(self, request):
        self.assertEqual(request._verify()[request.id].findings, ())

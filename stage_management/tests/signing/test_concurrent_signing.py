# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two signatories at the same moment, with two real transactions."""

import base64
import threading
import uuid
from contextlib import closing

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.fields import Command
from odoo.modules.registry import Registry
from odoo.tests import BaseCase, get_db_name, tagged
from odoo.tools import mute_logger

from .common import sample_pdf


@tagged("post_install", "-at_install")
class TestConcurrentSigning(BaseCase):
    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        mark = uuid.uuid4().hex
        with closing(self.registry.cursor()) as cr:
            env = api.Environment(cr, SUPERUSER_ID, {"no_reset_password": True})
            people = env["res.users"].create(
                [
                    {
                        "name": f"Signer {number}",
                        "login": f"{mark}{number}",
                        "email": f"{number}@x.example",
                        "group_ids": [Command.set(env.ref("base.group_portal").ids)],
                    }
                    for number in (1, 2)
                ]
            )
            request = env["hr.internship.signature.request"].create(
                {
                    "name": "Concurrent",
                    "datas": base64.b64encode(sample_pdf()),
                    "signatory_ids": [
                        Command.create(
                            {"partner_id": user.partner_id.id, "role": "intern"}
                        )
                        for user in people
                    ],
                }
            )
            request.action_send()
            self.request_id, self.user_ids = request.id, people.ids
            self.partner_ids = people.partner_id.ids
            cr.commit()  # pylint: disable=invalid-commit
        self.addCleanup(self._clean)

    def _clean(self):
        """Take away what was committed; the acts themselves allow no deletion."""
        with closing(self.registry.cursor()) as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            for table in ("signature", "signatory"):
                cr.execute(
                    f"DELETE FROM hr_internship_{table} WHERE request_id = %s",  # noqa: S608
                    [self.request_id],
                )
            cr.execute(
                "DELETE FROM hr_internship_signature_request WHERE id = %s",
                [self.request_id],
            )
            env["mail.mail"].search(
                [("recipient_ids", "in", self.partner_ids)]
            ).mail_message_id.unlink()
            env["ir.attachment"].search(
                [
                    ("res_model", "=", "hr.internship.signature.request"),
                    ("res_field", "!=", False),
                    ("res_id", "=", self.request_id),
                ]
            ).unlink()
            env["res.users"].browse(self.user_ids).unlink()
            env["res.partner"].browse(self.partner_ids).unlink()
            cr.commit()  # pylint: disable=invalid-commit

    def _env(self, cr, index):
        return api.Environment(cr, self.user_ids[index], {}, su=True)

    def _sign(self, env, index):
        request = env["hr.internship.signature.request"].browse(self.request_id)
        signatory = request.signatory_ids.filtered(
            lambda s: s.partner_id.id == self.partner_ids[index]
        )
        return request._sign(signatory, "portal", f"Signer {index + 1}")

    def _sign_behind(self, env, result):
        try:
            self._sign(env, 1)
        except SerializationFailure as error:
            result["error"] = error

    def _sign_together(self):
        """Let the second sign while the first has not committed; return its error."""
        result = {}
        with (
            closing(self.registry.cursor()) as first,
            closing(self.registry.cursor()) as second,
        ):
            # here and not in the thread: a new environment waits for the registry
            env = self._env(second, 1)
            self._sign(self._env(first, 0), 0)
            thread = threading.Thread(target=self._sign_behind, args=[env, result])
            thread.start()
            thread.join(1)
            self.assertTrue(thread.is_alive(), "the second waits for the first")
            first.commit()  # pylint: disable=invalid-commit
            thread.join(20)
        return result.get("error")

    @mute_logger("odoo.sql_db")
    def test_the_second_starts_again_and_the_chain_does_not_fork(self):
        self.assertIsInstance(self._sign_together(), SerializationFailure)
        with closing(self.registry.cursor()) as cr:  # what Odoo's retry does
            self._sign(self._env(cr, 1), 1)
            cr.commit()  # pylint: disable=invalid-commit
        with closing(self.registry.cursor()) as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            request = env["hr.internship.signature.request"].browse(self.request_id)
            self.assertEqual(request.state, "completed")
            self.assertEqual(request.signature_ids.mapped("sequence"), [1, 2])
            self.assertEqual(request._verify()[request.id].status, "authentic")

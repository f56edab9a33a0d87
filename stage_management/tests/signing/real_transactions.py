# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A request with two signatories that other transactions see, and its removal."""

import base64
import uuid
from contextlib import closing

from odoo import SUPERUSER_ID, api
from odoo.fields import Command
from odoo.modules.registry import Registry
from odoo.tests import BaseCase, get_db_name

from .common import sample_pdf

REQUEST = "hr.internship.signature.request"


class RealTransactionsCase(BaseCase):
    """Commits what it makes and takes it away again."""

    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        with closing(self.registry.cursor()) as cr:
            env = api.Environment(cr, SUPERUSER_ID, {"no_reset_password": True})
            people = self._create_people(env)
            request = self._create_request(env, people)
            self.request_id, self.user_ids = request.id, people.ids
            self.partner_ids = people.partner_id.ids
            cr.commit()  # pylint: disable=invalid-commit
        self.addCleanup(self._clean)

    def _create_people(self, env):
        mark = uuid.uuid4().hex
        return env["res.users"].create(
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

    def _create_request(self, env, people):
        request = env[REQUEST].create(
            {
                "name": "Real",
                "datas": base64.b64encode(sample_pdf()),
                "signatory_ids": [
                    Command.create({"partner_id": user.partner_id.id, "role": "intern"})
                    for user in people
                ],
            }
        )
        request.action_send()
        return request

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
            mails = env["mail.mail"].search([("recipient_ids", "in", self.partner_ids)])
            mails.attachment_ids.unlink()
            mails.mail_message_id.unlink()
            env["ir.attachment"].search(
                [
                    ("res_model", "=", REQUEST),
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
        request = env[REQUEST].browse(self.request_id)
        signatory = request.signatory_ids.filtered(
            lambda s: s.partner_id.id == self.partner_ids[index]
        )
        return request._sign(signatory, "portal", f"Signer {index + 1}")

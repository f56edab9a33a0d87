# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two signatories at the same moment, with two real transactions."""

import threading
from contextlib import closing

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.tests import tagged
from odoo.tools import mute_logger

from .real_transactions import REQUEST, RealTransactionsCase


@tagged("post_install", "-at_install")
class TestConcurrentSigning(RealTransactionsCase):
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
            request = env[REQUEST].browse(self.request_id)
            self.assertEqual(request.state, "completed")
            self.assertEqual(request.signature_ids.mapped("sequence"), [1, 2])
            self.assertEqual(request._verify()[request.id].status, "authentic")

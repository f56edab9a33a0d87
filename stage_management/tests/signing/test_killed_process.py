# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A worker that is killed costs no act, and the next cron repairs what is half done."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from odoo import SUPERUSER_ID, api
from odoo.tests import get_db_name, tagged
from odoo.tools import config

from .real_transactions import REQUEST, RealTransactionsCase

PROGRAM = Path(__file__).with_name("killed_process.py")
SERVER_OPTIONS = ("db_host", "db_port", "db_user", "db_password", "data_dir")


@tagged("post_install", "-at_install")
class TestKilledProcess(RealTransactionsCase):
    def setUp(self):
        super().setUp()
        with closing(self.registry.cursor()) as cr:
            self._sign(self._env(cr, 0), 0)
            cr.commit()  # pylint: disable=invalid-commit

    def _options(self):
        paths = ",".join(map(str, config["addons_path"]))
        options = ["-d", get_db_name(), f"--addons-path={paths}", "--no-http"]
        options += ["--log-level=error", "--max-cron-threads=0"]
        return options + [
            f"--{name.replace('_', '-') if name == 'data_dir' else name}={config[name]}"
            for name in SERVER_OPTIONS
            if config[name]
        ]

    def _kill_at(self, moment):
        """Let another process sign for the second person and kill it at a moment."""
        values = (moment, str(self.request_id), str(self.user_ids[1]), "Signer 2")
        process = subprocess.Popen(
            [sys.executable, str(PROGRAM), *self._options(), "--", *values],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        line = process.stdout.readline().strip()
        process.send_signal(signal.SIGKILL)
        _rest, errors = process.communicate()
        self.assertEqual(line, "READY", errors[-2000:])
        self.assertEqual(process.returncode, -signal.SIGKILL)

    def _look(self, cr):
        return api.Environment(cr, SUPERUSER_ID, {})[REQUEST].browse(self.request_id)

    def _finish(self):
        with closing(self.registry.cursor()) as cr:
            self._look(cr)._cron_finish()
            cr.commit()  # pylint: disable=invalid-commit

    def assertFinished(self):
        """Both acts are there once, and state and file agree with them."""
        with closing(self.registry.cursor()) as cr:
            request = self._look(cr)
            self.assertEqual(request.state, "completed")
            self.assertEqual(request.signature_count, 2)
            self.assertEqual(request.signature_ids.mapped("sequence"), [1, 2])
            self.assertEqual(request.evidence_state, "done")
            self.assertTrue(request.is_notified)
            self.assertEqual(request._verify()[request.id].findings, ())
            mails = request.env["mail.mail"].search(
                [
                    ("recipient_ids", "in", self.partner_ids),
                    ("body_html", "like", request.head_hash),
                ]
            )
            self.assertEqual(sorted(mails.recipient_ids.ids), sorted(self.partner_ids))
            self.assertEqual(len(mails), 2, "each is told once")

    def test_killed_between_the_act_and_the_file(self):
        self._kill_at("at_evidence")
        with closing(self.registry.cursor()) as cr:
            request = self._look(cr)
            self.assertEqual(request.state, "completed")
            self.assertEqual(request.signature_count, 2)
            self.assertEqual(request.evidence_state, "pending")
            self.assertFalse(request.signed_datas)
            self.assertEqual(request._verify()[request.id].findings, ())
        self._finish()
        self.assertFinished()
        self._finish()
        self.assertFinished()

    def test_killed_before_the_act_is_committed(self):
        self._kill_at("before_commit")
        with closing(self.registry.cursor()) as cr:
            request = self._look(cr)
            self.assertEqual(request.state, "signing")
            self.assertEqual(request.signature_count, 1)
            self.assertEqual(request._verify()[request.id].findings, ())
            self._sign(self._env(cr, 1), 1)
            cr.commit()  # pylint: disable=invalid-commit
        self._finish()
        self.assertFinished()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mentor and intern report the same absence at once, in two real transactions."""

import threading
import uuid
from contextlib import closing

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import ValidationError
from odoo.modules.registry import Registry
from odoo.tests import BaseCase, get_db_name, tagged
from odoo.tools import mute_logger

QUIET = {"tracking_disable": True, "mail_create_nolog": True}


@tagged("post_install", "-at_install")
class TestConcurrentAbsence(BaseCase):
    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        with closing(self.registry.cursor()) as cr:
            self._create_case(self._env(cr))
            cr.commit()  # pylint: disable=invalid-commit
        self.addCleanup(self._clean)

    def _env(self, cr):
        return api.Environment(cr, SUPERUSER_ID, QUIET)

    def _create_case(self, env):
        mark = uuid.uuid4().hex
        intern = env["res.partner"].create({"name": mark, "email": f"{mark}@x.example"})
        case = env["hr.internship"].create(
            {
                "partner_id": intern.id,
                "date_start": "2027-02-01",
                "date_end": "2027-04-30",
            }
        )
        self.case_id, self.intern_id = case.id, intern.id

    def _clean(self):
        """Take away what was committed."""
        with closing(self.registry.cursor()) as cr:
            env = self._env(cr)
            env["hr.internship"].browse(self.case_id).unlink()
            env["res.partner"].browse(self.intern_id).unlink()
            cr.commit()  # pylint: disable=invalid-commit

    def _report(self, env, first, last):
        env["hr.internship.absence"].create(
            {
                "internship_id": self.case_id,
                "kind": "lessons",
                "date_from": first,
                "date_to": last,
            }
        )
        env.flush_all()

    def _behind(self, env, days, result):
        try:
            self._report(env, *days)
        except SerializationFailure as error:
            result["error"] = error

    def _together(self, first_days, second_days):
        """Report the second while the first has not committed; return its error."""
        result = {}
        with (
            closing(self.registry.cursor()) as first,
            closing(self.registry.cursor()) as second,
        ):
            # here and not in the thread: a new environment waits for the registry
            env = self._env(second)
            env["hr.internship"].browse(self.case_id).mapped("state")
            self._report(self._env(first), *first_days)
            thread = threading.Thread(
                target=self._behind, args=[env, second_days, result]
            )
            thread.start()
            thread.join(1)
            self.assertTrue(thread.is_alive(), "the second waits for the first")
            first.commit()  # pylint: disable=invalid-commit
            thread.join(20)
            self.assertFalse(thread.is_alive())
        return result.get("error")

    def _check(self, days):
        error = self._together(days, days)
        self.assertIsInstance(error, SerializationFailure)
        with (
            closing(self.registry.cursor()) as cr,  # what Odoo's retry does
            self.assertRaisesRegex(ValidationError, "known in part already"),
        ):
            self._report(self._env(cr), *days)

    @mute_logger("odoo.sql_db")
    def test_the_same_days_are_reported_once(self):
        self._check(("2027-03-01", "2027-03-03"))

    @mute_logger("odoo.sql_db")
    def test_days_without_hours_count_as_well(self):
        """A weekend changes no hours of the internship."""
        self._check(("2027-03-06", "2027-03-07"))

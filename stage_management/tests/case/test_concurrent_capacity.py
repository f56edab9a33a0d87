# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The last place with a mentor, in two real transactions."""

import threading
import uuid
from contextlib import closing

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.tests import BaseCase, get_db_name, tagged
from odoo.tools import mute_logger

QUIET = {"tracking_disable": True, "mail_create_nolog": True}
MODELS = ("hr.internship", "hr.internship.mentor", "hr.employee")


@tagged("post_install", "-at_install")
class TestConcurrentCapacity(BaseCase):
    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        mark = uuid.uuid4().hex
        with closing(self.registry.cursor()) as cr:
            env = self._env(cr)
            company = env["res.company"].create(
                {"name": mark, "internship_capacity_policy": "block"}
            )
            env = api.Environment(
                cr, SUPERUSER_ID, {**QUIET, "allowed_company_ids": company.ids}
            )
            people = env["res.partner"].create(
                [{"name": f"{mark} {n}", "email": f"{n}@x.example"} for n in (1, 2)]
            )
            school = env["res.partner"].create(
                {"name": f"School {mark}", "is_company": True, "is_school": True}
            )
            employee = env["hr.employee"].create({"name": f"Mentor {mark}"})
            mentor = env["hr.internship.mentor"].create(
                {"employee_id": employee.id, "capacity": 1}
            )
            cases = env["hr.internship"].create(
                [
                    {
                        "partner_id": person.id,
                        "school_id": school.id,
                        "mentor_id": employee.id,
                        "date_start": "2027-02-01",
                        "date_end": "2027-04-30",
                        "company_id": company.id,
                    }
                    for person in people
                ]
            )
            self.company_id = company.id
            self.case_ids, self.mentor_id = cases.ids, mentor.id
            self.records = [
                ("hr.internship", cases.ids),
                ("hr.internship.mentor", mentor.ids),
                ("hr.employee", employee.ids),
                ("res.partner", (people + school + employee.work_contact_id).ids),
            ]
            cr.commit()  # pylint: disable=invalid-commit
        self.addCleanup(self._clean)

    def _clean(self):
        """Take away what was committed; the company stays, archived and nameless."""
        with closing(self.registry.cursor()) as cr:
            env = self._env(cr)
            cr.execute(
                "UPDATE hr_internship SET state = 'draft' WHERE id IN %s",
                [tuple(self.case_ids)],
            )
            for model, ids in self.records:
                env[model].browse(ids).unlink()
            env["res.company"].browse(self.company_id).active = False
            cr.commit()  # pylint: disable=invalid-commit

    def _env(self, cr):
        return api.Environment(cr, SUPERUSER_ID, QUIET)

    def _prepare(self, env, index):
        env["hr.internship"].browse(self.case_ids[index]).action_prepare()
        env.flush_all()

    def _behind(self, action, result):
        try:
            action()
        except SerializationFailure as error:
            result["error"] = error

    def _together(self, first_action, second_action):
        """Let the second act while the first has not committed; return its error."""
        result = {}
        with (
            closing(self.registry.cursor()) as first,
            closing(self.registry.cursor()) as second,
        ):
            # here and not in the thread: a new environment waits for the registry
            env = self._env(second)
            env["hr.internship"].browse(self.case_ids).mapped("state")
            first_action(self._env(first))
            thread = threading.Thread(
                target=self._behind, args=[lambda: second_action(env), result]
            )
            thread.start()
            thread.join(1)
            self.assertTrue(thread.is_alive(), "the second waits for the first")
            first.commit()  # pylint: disable=invalid-commit
            thread.join(20)
            self.assertFalse(thread.is_alive())
        return result.get("error")

    @mute_logger("odoo.sql_db")
    def test_the_last_place_is_given_once(self):
        error = self._together(
            lambda env: self._prepare(env, 0), lambda env: self._prepare(env, 1)
        )
        self.assertIsInstance(error, SerializationFailure)
        with closing(self.registry.cursor()) as cr:  # what Odoo's retry does
            with self.assertRaisesRegex(UserError, "room for 1"):
                self._prepare(self._env(cr), 1)

    def _lower(self, env):
        env["hr.internship.mentor"].browse(self.mentor_id).capacity = 0
        env.flush_all()

    @mute_logger("odoo.sql_db")
    def test_capacity_is_not_lowered_behind_a_place_that_is_being_taken(self):
        error = self._together(lambda env: self._prepare(env, 0), self._lower)
        self.assertIsInstance(error, SerializationFailure)
        with closing(self.registry.cursor()) as cr:
            with self.assertRaisesRegex(UserError, "has room for 0"):
                self._lower(self._env(cr))

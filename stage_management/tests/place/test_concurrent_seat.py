# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two candidates accepted for the last seat, with two real transactions."""

import threading
import uuid
from contextlib import closing

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.tests import BaseCase, get_db_name, tagged
from odoo.tools import mute_logger


@tagged("post_install", "-at_install")
class TestLastSeat(BaseCase):
    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        mark = uuid.uuid4().hex
        with closing(self.registry.cursor()) as cr:
            env = api.Environment(cr, SUPERUSER_ID, {"tracking_disable": True})
            department = env["hr.department"].create({"name": mark})
            place = env["hr.internship.place"].create(
                {
                    "name": mark,
                    "seats": 1,
                    "department_id": department.id,
                    "type_id": env["hr.internship.type"].search([], limit=1).id,
                }
            )
            candidates = env["hr.internship.application"].create(
                [
                    {"partner_name": f"{mark} {number}", "place_id": place.id}
                    for number in (1, 2)
                ]
            )
            self.place_id, self.department_id = place.id, department.id
            self.candidate_ids = candidates.ids
            cr.commit()  # pylint: disable=invalid-commit
        self.addCleanup(self._clean)

    def _clean(self):
        """Take away what was committed."""
        with closing(self.registry.cursor()) as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            cr.execute(
                "UPDATE hr_internship_application SET state = 'new' WHERE id IN %s",
                [tuple(self.candidate_ids)],
            )
            env["hr.internship.application"].browse(self.candidate_ids).unlink()
            cr.execute(
                "UPDATE hr_internship_place SET state = 'proposed' WHERE id = %s",
                [self.place_id],
            )
            env["hr.internship.place"].browse(self.place_id).unlink()
            env["hr.department"].browse(self.department_id).unlink()
            cr.commit()  # pylint: disable=invalid-commit

    def _env(self, cr):
        return api.Environment(cr, SUPERUSER_ID, {"tracking_disable": True})

    def _accept(self, env, index):
        candidate = env["hr.internship.application"].browse(self.candidate_ids[index])
        candidate._transition("accepted")
        env.flush_all()

    def _accept_behind(self, env, result):
        try:
            self._accept(env, 1)
        except (SerializationFailure, UserError) as error:
            result["error"] = error

    def _accept_together(self):
        """Let the second accept while the first has not committed; its error."""
        result = {}
        with (
            closing(self.registry.cursor()) as first,
            closing(self.registry.cursor()) as second,
        ):
            # here and not in the thread: a new environment waits for the registry
            env = self._env(second)
            env.cr.execute("SELECT 1")
            self._accept(self._env(first), 0)
            thread = threading.Thread(target=self._accept_behind, args=[env, result])
            thread.start()
            thread.join(1)
            self.assertTrue(thread.is_alive(), "the second waits for the first")
            first.commit()  # pylint: disable=invalid-commit
            thread.join(20)
        return result.get("error")

    @mute_logger("odoo.sql_db")
    def test_only_one_gets_the_last_seat(self):
        self.assertIsInstance(self._accept_together(), SerializationFailure)
        with (
            closing(self.registry.cursor()) as cr,  # what Odoo's retry does
            self.assertRaisesRegex(UserError, "seats of .* are taken"),
        ):
            self._accept(self._env(cr), 1)
        with closing(self.registry.cursor()) as cr:
            env = self._env(cr)
            place = env["hr.internship.place"].browse(self.place_id)
            self.assertEqual(place.seats_taken, 1)
            self.assertEqual(
                place.application_ids.sorted("id").mapped("state"),
                ["accepted", "new"],
            )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestEquipment(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.member = cls._user("ict-1")
        cls.service = cls.env.ref("stage_management.hr_internship_service_ict")
        cls.service.member_ids = cls.member
        cls.internship = cls._internship()
        cls.laptop = cls.env["hr.internship.equipment"].create(
            {
                "internship_id": cls.internship.id,
                "name": "Laptop 17",
                "service_id": cls.service.id,
            }
        )

    def test_asked_granted_given_back(self):
        laptop = self.laptop.with_user(self.member)
        self.assertEqual(laptop.state, "asked")
        laptop.action_grant()
        self.assertEqual(laptop.state, "granted")
        self.assertEqual(self.internship.equipment_out_count, 1)
        laptop.action_return()
        self.assertEqual(laptop.state, "returned")
        self.assertEqual(self.internship.equipment_out_count, 0)

    def test_what_is_kept_blocks_closing(self):
        self.laptop.action_grant()
        guards = self.internship._get_guards("closed")[self.internship.id]
        found = [g for g in guards if g.sentence == "Not given back: Laptop 17."]
        self.assertEqual([guard.provider for guard in found], ["ICT"])
        self.laptop.ends_with_internship = False
        guards = self.internship._get_guards("closed")[self.internship.id]
        self.assertFalse([g for g in guards if "Laptop" in g.sentence])

    def test_service_fills_in_days_and_nothing_else(self):
        with self.assertRaises(AccessError) as refused:
            self.laptop.with_user(self.member).name = "My laptop"
        self.assertSentence(refused.exception, "granted and given back", "coordinator")
        other = self.laptop.copy({"service_id": False})
        with self.assertRaises(AccessError):
            other.with_user(self.member).action_grant()

    def test_service_learns_no_names_by_asking(self):
        Equipment = self.env["hr.internship.equipment"].with_user(self.member)
        with self.assertRaises(AccessError):
            Equipment.create(
                {
                    "internship_id": self.internship.id,
                    "name": "Anything",
                    "service_id": self.service.id,
                }
            )
        other = self._internship(partner_id=self._partner("Other").id)
        stranger = other.with_user(self.mentor.user_id)
        other.mentor_id = self.manager
        with self.assertRaises(AccessError):
            self.laptop.with_user(self.mentor.user_id).internship_id = stranger

    def test_mentor_asks_for_an_access(self):
        mentor = self.mentor.user_id
        access = self.env["hr.internship.equipment"].with_user(mentor).create(
            {
                "internship_id": self.internship.id,
                "kind": "access",
                "name": "Case files",
                "level": "Read",
                "approver_id": self.manager.user_id.id,
            }
        )  # fmt: skip
        access.level = "Read and write"
        self.assertEqual(access.state, "asked")

    def test_given_back_before_granted_is_refused(self):
        days = {"granted_on": "2027-03-02", "returned_on": "2027-03-01"}
        with mute_logger("odoo.sql_db"), self.assertRaises(CheckViolation):
            self.laptop.write(days)
            self.env.flush_all()

    def test_granted_stays_on_record(self):
        self.laptop.action_grant()
        with self.assertRaises(UserError) as refused:
            self.laptop.with_user(self.coordinator).unlink()
        self.assertSentence(refused.exception, "stays on record")

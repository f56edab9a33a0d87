# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Access ends at once, in the same process, and comes back.

No cache is cleared here: each change is made by its normal method, and the next
question is asked of the same registry.
"""

from datetime import timedelta

from odoo import fields
from odoo.tests import TransactionCase, tagged

from .common import InternshipScenario, case_env
from .matrix import search_as


@tagged("post_install", "-at_install")
class TestRevocation(InternshipScenario, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own, cls.foreign = cls.cases["a"], cls.cases["b"]
        cls.internship = cls.own.internship
        # What is being signed keeps mentor and dates: take it back first.
        for case in cls.cases.values():
            case.request.action_withdraw("Sweep")

    def _sees(self, user, records=None):
        """Whether the user reaches the records, by search as well as by rule."""
        records = (records or self.internship).sudo()
        self.env.flush_all()
        self.env.invalidate_all()
        found = search_as(records, user)
        self.env.invalidate_all()
        allowed = records.with_user(user)._filtered_access("read")
        self.assertEqual(found.ids, allowed.ids, "search and rule disagree")
        return bool(found)

    def assertLosesAndRegains(self, user, take, give, records=None):
        """``user`` has access, loses it by ``take`` and gets it back by ``give``."""
        self.assertTrue(self._sees(user, records), "no access to begin with")
        take()
        self.assertFalse(self._sees(user, records), "access survives its revocation")
        give()
        self.assertTrue(self._sees(user, records), "access does not come back")

    def _writer(self, record, field, value):
        return lambda: record.write({field: value.id})

    def test_mentor_is_replaced(self):
        internship, mentor = self.internship, self.own.mentor
        new = self.foreign.mentor
        self.assertFalse(self._sees(new.user_id))
        self.assertLosesAndRegains(
            mentor.user_id,
            self._writer(internship, "mentor_id", new),
            self._writer(internship, "mentor_id", mentor),
        )
        self.assertFalse(self._sees(new.user_id), "the replacement keeps access")

    def test_backup_is_replaced(self):
        internship, backup = self.internship, self.own.backup
        self.assertLosesAndRegains(
            backup.user_id,
            self._writer(internship, "backup_id", self.foreign.backup),
            self._writer(internship, "backup_id", backup),
        )

    def test_department_gets_another_manager(self):
        department, manager = self.own.department, self.own.manager
        self.assertLosesAndRegains(
            manager.user_id,
            self._writer(department, "manager_id", self.foreign.manager),
            self._writer(department, "manager_id", manager),
        )

    def test_internship_moves_to_another_department(self):
        internship, department = self.internship, self.own.department
        self.assertLosesAndRegains(
            self.own.manager_user,
            self._writer(internship, "department_id", self.foreign.department),
            self._writer(internship, "department_id", department),
        )

    def test_portal_access_of_intern_runs_out(self):
        self._check_portal_until(self.own.intern_user)

    def test_portal_access_of_supervisor_runs_out(self):
        self._check_portal_until(self.own.supervisor_user)

    def _check_portal_until(self, user):
        today = fields.Date.today()
        participant = self.internship.participant_ids.filtered(
            lambda participant: participant.partner_id == user.partner_id
        )
        self.assertLosesAndRegains(
            user,
            lambda: participant.write({"portal_until": today - timedelta(days=1)}),
            lambda: participant.write({"portal_until": today}),
        )

    def test_own_document_stays_when_the_internship_is_gone(self):
        user = self.own.intern_user
        participant = self.internship.participant_ids.filtered(
            lambda participant: participant.partner_id == user.partner_id
        )
        participant.portal_until = fields.Date.today() - timedelta(days=1)
        self.assertFalse(self._sees(user))
        self.assertTrue(self._sees(user, self.own.request))

    def test_supervisor_is_replaced(self):
        internship, supervisor = self.internship, self.own.supervisor
        new = self.foreign.supervisor
        self.assertLosesAndRegains(
            self.own.supervisor_user,
            self._writer(internship, "supervisor_id", new),
            self._writer(internship, "supervisor_id", supervisor),
        )
        self.assertFalse(self._sees(self.foreign.supervisor_user))

    def test_employee_gets_another_user(self):
        mentor, old = self.own.mentor, self.own.mentor_user
        new = self._create_user(self.own, "successor")
        self.assertFalse(self._sees(new))
        self.assertLosesAndRegains(
            old,
            self._writer(mentor, "user_id", new),
            self._writer(mentor, "user_id", old),
        )
        self.assertFalse(self._sees(new), "the other user keeps access")

    def test_new_user_of_a_mentor_gets_in(self):
        new = self._create_user(self.own, "successor")
        self.own.mentor.user_id = new
        self.assertTrue(self._sees(new))

    def test_coordinator_loses_the_group(self):
        user = self._create_user(self.own, "second", "coordinator")
        group = self.env.ref("stage_management.group_coordinator")
        self.assertLosesAndRegains(
            user,
            lambda: user.write({"group_ids": [(3, group.id)]}),
            lambda: user.write({"group_ids": [(4, group.id)]}),
        )

    def test_coordinator_moves_to_another_company(self):
        user = self._create_user(self.own, "second", "coordinator")
        self.assertLosesAndRegains(
            user,
            lambda: self._move(user, self.other_company),
            lambda: self._move(user, self.company),
        )

    def _move(self, user, company):
        user.write({"company_id": company.id, "company_ids": [(6, 0, company.ids)]})

    def test_contributor_of_nothing_sees_nothing(self):
        """The light group alone gives no internship."""
        user = self._create_user(self.own, "stray", "contributor")
        for records in (self.internship, self.own.request, self.own.agreement):
            self.assertFalse(self._sees(user, records), records._name)

    def test_mentor_of_an_earlier_term_still_reads(self):
        """Design §2: the mentor of any term may read the internship."""
        env = case_env(self.own, self.env)
        self.internship.with_env(env).term_ids.copy(
            {
                "date_from": self.internship.date_end + timedelta(days=1),
                "date_to": self.internship.date_end + timedelta(days=9),
                "mentor_id": self.foreign.mentor.id,
            }
        )
        self.assertTrue(self._sees(self.own.mentor_user))
        self.assertTrue(self._sees(self.foreign.mentor_user))

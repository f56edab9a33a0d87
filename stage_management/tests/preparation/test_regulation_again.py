# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A newer version of the regulations: who signed the old one signs again."""

from odoo.exceptions import AccessError, UserError
from odoo.fields import Date
from odoo.tests import new_test_user, tagged

from .common import FolderCommon


@tagged("post_install", "-at_install")
class TestRegulationAgain(FolderCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.intern_user = new_test_user(
            cls.env,
            cls.intern.email,
            groups="base.group_portal",
            partner_id=cls.intern.id,
            name=cls.intern.name,
        )
        cls.old = cls.env.ref("stage_management.hr_internship_regulation_default")
        cls.document = cls._document("regulation")

    def _sign(self):
        """The intern is asked, and signs."""
        self.document.action_ask_to_sign()
        request = self.document.request_id.with_user(self.intern_user)
        request._sign(request.sudo().my_signatory_id, "portal", self.intern.name)
        self.assertEqual(self.document.state, "accepted")

    def _new_version(self):
        """A version that came into force today."""
        today = Date.today()
        self.old.date_until = Date.subtract(today, days=1)
        return self.old.with_user(self.coordinator).copy(
            {"name": "2", "date_from": today}
        )

    def _clean(self):
        self.env.flush_all()
        self.env.invalidate_all()

    def test_what_was_signed_stays_and_a_new_one_is_asked(self):
        self._sign()
        request, pdf = self.document.request_id, self.document.request_id.datas
        new = self._new_version()
        self.assertEqual(new.outdated_count, 1)
        told = new.action_ask_again()
        self.assertIn("Interns who sign again: 1.", told["params"]["message"])
        self.assertEqual(self.document.state, "missing")
        self.assertFalse(self.document.request_id)
        self.assertIn("“Internship regulations” is missing.", self._sentences("closed"))
        earlier = self.document.version_ids
        self.assertEqual(
            (earlier.request_id, earlier.regulation_id), (request, self.old)
        )
        self.assertEqual(earlier.state, "accepted")
        self.assertEqual((request.state, request.datas), ("completed", pdf))
        self.assertEqual(new.outdated_count, 0)
        self._sign()
        self.assertEqual(self.document.regulation_id, new)
        self.assertNotEqual(self.document.request_id, request)

    def test_signing_that_goes_on_is_withdrawn(self):
        self.document.action_ask_to_sign()
        request = self.document.request_id
        self._new_version().action_ask_again()
        self.assertEqual(request.state, "withdrawn")
        self.assertEqual(self.document.state, "missing")
        self.assertEqual(self.document.version_ids.state, "to_sign")

    def test_old_version_keeps_its_wording_afterwards(self):
        self._sign()
        self._new_version().action_ask_again()
        self._clean()
        with self.assertRaisesRegex(UserError, "keeps its wording"):
            self.old.text_ids[0].write({"body": "<p>Other</p>"})
        with self.assertRaisesRegex(UserError, "keeps its wording"):
            self.old.unlink()

    def test_only_current_internships_are_asked(self):
        self._sign()
        new = self._new_version()
        self.internship.sudo().write({"state": "cancelled"})
        self._clean()
        self.assertEqual(new.outdated_count, 0)
        with self.assertRaisesRegex(UserError, "No intern of a current internship"):
            new.action_ask_again()

    def test_version_that_is_not_in_force_asks_nobody(self):
        self._sign()
        later = self.old.with_user(self.coordinator).copy()
        self.assertEqual(later.outdated_count, 0)
        with self.assertRaisesRegex(UserError, "not in force today"):
            later.action_ask_again()

    def test_company_with_its_own_version_is_left_alone(self):
        self._sign()
        new = self._new_version()
        own = new.with_user(self.coordinator).copy(
            {"name": "Own", "company_id": self.company.id, "date_from": Date.today()}
        )
        self.assertEqual((new.outdated_count, own.outdated_count), (0, 1))

    def test_mentors_do_not_ask(self):
        self._sign()
        new = self._new_version()
        with self.assertRaises(AccessError):
            new.with_user(self.mentor.user_id).action_ask_again()

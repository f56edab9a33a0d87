# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who sees which document."""

from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common import FolderCommon


@tagged("post_install", "-at_install")
class TestDocumentAccess(FolderCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.intern_user = cls._portal_user(cls.intern)
        cls.supervisor_user = cls._portal_user(cls.supervisor)

    @classmethod
    def _portal_user(cls, partner):
        return new_test_user(
            cls.env,
            partner.email,
            groups="base.group_portal",
            partner_id=partner.id,
            name=partner.name,
        )

    def _sees(self, user, record):
        self.env.flush_all()
        self.env.invalidate_all()
        return bool(record.browse().with_user(user).search([("id", "=", record.id)]))

    def test_medical_result_is_for_intern_and_coordinator(self):
        document = self._bring(self._document("health"), health_result="fit")
        users = {
            self.intern_user: True,
            self.coordinator: True,
            self.supervisor_user: False,
            self.mentor.user_id: False,
            self.backup.user_id: False,
            self.manager.user_id: False,
        }
        for user, expected in users.items():
            with self.subTest(user=user.login):
                self.assertEqual(self._sees(user, document), expected)
        self.env.invalidate_all()
        own = document.with_user(self.intern_user).read(["health_result"])
        self.assertEqual(own[0]["health_result"], "fit")

    def test_medical_result_is_no_field_of_mentors(self):
        document = self._document("enrolment").with_user(self.mentor.user_id)
        with self.assertRaises(AccessError):
            document.read(["health_result"])
        with self.assertRaises(AccessError):
            document.search([("health_result", "=", "fit")])

    def test_earlier_medical_file_is_as_closed_as_the_last(self):
        document = self._bring(self._bring(self._document("health")))
        self.assertTrue(self._sees(self.coordinator, document.version_ids))
        self.assertFalse(self._sees(self.mentor.user_id, document.version_ids))

    def test_earlier_file_is_read_by_who_reads_the_document(self):
        document = self._bring(self._bring(self._document("enrolment")))
        self.assertTrue(self._sees(self.mentor.user_id, document.version_ids))

    def test_others_see_what_the_type_says(self):
        document = self._document("enrolment")
        table = {
            "school_sees": self.supervisor_user,
            "mentor_sees": self.mentor.user_id,
            "manager_sees": self.manager.user_id,
        }
        for field, user in table.items():
            with self.subTest(field=field):
                self.assertTrue(self._sees(user, document))
                document.type_id.sudo()[field] = False
                self.assertFalse(self._sees(user, document))

    def test_intern_writes_nothing(self):
        document = self._document("enrolment", user=self.intern_user)
        for values in ({"file_name": "x"}, {"state": "accepted"}):
            with self.assertRaises(AccessError):
                document.write(values)
        with self.assertRaises(AccessError):
            document.action_accept()

    def test_mentor_decides_nothing(self):
        self._bring(self._document("enrolment"))
        document = self._document("enrolment", user=self.mentor.user_id)
        for act in (
            document.action_accept,
            document.action_ask_again,
            document.action_ask_to_sign,
            lambda: document._decide("refused", "No"),
        ):
            with self.assertRaises(AccessError):
                act()

    def test_other_interns_see_nothing(self):
        other = self._portal_user(self._partner("Other Intern"))
        self.assertFalse(self._sees(other, self._document("enrolment")))

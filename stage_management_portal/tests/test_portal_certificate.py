# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The intern finds the own certificate; nobody else from outside does."""

from odoo.tests import tagged

from .common import InternshipPortalCase


@tagged("post_install", "-at_install")
class TestPortalCertificate(InternshipPortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.flush_all()
        cls.env.cr.execute(
            "UPDATE hr_internship SET state = 'closed' WHERE id = %s",
            [cls.internship.id],
        )
        cls.internship.invalidate_recordset()
        internship = cls.internship.with_user(cls.coordinator)
        action = internship.action_issue_certificate()
        cls.certificate = cls.env["hr.internship.certificate"].browse(action["res_id"])
        cls.page = f"/my/internships/{cls.internship.id}"

    def _link(self):
        return f"/web/content/hr.internship.certificate/{self.certificate.id}/datas"

    def test_the_intern_downloads_it(self):
        self._log_in(self.intern)
        self.assertIn(self._link(), self.url_open(self.page).text)
        answer = self.url_open(f"{self._link()}?filename_field=filename&download=true")
        self.assertEqual(answer.content, self.certificate._get_file())
        self.assertIn(".pdf", answer.headers["Content-Disposition"])

    def test_a_revoked_one_is_gone(self):
        self.certificate.with_user(self.coordinator).action_revoke("Wrong hours")
        self._log_in(self.intern)
        self.assertNotIn(self._link(), self.url_open(self.page).text)
        self.assertEqual(self.url_open(self._link()).status_code, 404)

    def test_a_draft_letter_is_not_shown(self):
        internship = self.internship.with_user(self.coordinator)
        internship.action_write_reference()
        self._log_in(self.intern)
        self.assertNotIn("Reference letter ", self.url_open(self.page).text)

    def test_the_school_does_not_get_it(self):
        self._log_in(self.supervisor)
        self.assertNotIn(self._link(), self.url_open(self.page).text)
        self.assertEqual(self.url_open(self._link()).status_code, 404)

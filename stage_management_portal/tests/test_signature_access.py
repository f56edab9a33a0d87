# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import InternshipPortalCase


@tagged("post_install", "-at_install")
class TestSignatureAccess(InternshipPortalCase):
    """Somebody else's document does not exist."""

    def setUp(self):
        super().setUp()
        self.request = self._create_request(("intern", 1, self.intern.partner_id))
        self.page = f"/my/signatures/{self.request.id}"

    def test_document_of_somebody_else_is_not_found(self):
        self._log_in(self.stranger)
        for path in (self.page, f"{self.page}/document"):
            self.assertNotFound(self.url_open(path))
        for path in (self.page, f"{self.page}/refuse"):
            response = self._post(path, name="Me", agreed="1", reason="No")
            self.assertNotFound(response)
        self.assertFalse(self.request.signature_ids)

    def test_supervisor_who_is_not_asked_finds_no_document(self):
        self._log_in(self.supervisor)
        self.assertNotFound(self.url_open(self.page))
        page = self.url_open(f"/my/internships/{self.internship.id}").text
        self.assertNotIn("Agreement to sign", page)

    def test_document_that_was_not_sent_is_not_found(self):
        draft = self._create_request(
            ("intern", 1, self.intern.partner_id), is_sent=False
        )
        self._log_in(self.intern)
        self.assertNotFound(self.url_open(f"/my/signatures/{draft.id}"))

    def test_coordinator_reads_but_can_not_sign_for_others(self):
        self._log_in(self.coordinator)
        page = self.url_open(self.page)
        self.assertIn("You are not asked to sign this document", page.text)
        self._post(self.page, name="Ida Intern", agreed="1")
        self.assertFalse(self.request.signature_ids)

    @mute_logger("odoo.http")
    def test_anonymous_signs_nothing(self):
        response = self.url_open(
            self.page, data={"name": "X", "agreed": "1"}, allow_redirects=False
        )
        self.assertIn(response.status_code, (303, 400))
        self.assertFalse(self.request.signature_ids)

    def test_list_shows_own_documents_only(self):
        foreign = self._create_request(
            ("school", 1, self.stranger.partner_id),
            internship=self.foreign_internship,
        )
        self._log_in(self.intern)
        page = self.url_open("/my/signatures").text
        self.assertIn(self.page, page)
        self.assertNotIn(f"/my/signatures/{foreign.id}", page)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Documents that are opened by their address."""

from odoo.tests import HttpCase, tagged

from .common import FolderCommon


@tagged("post_install", "-at_install")
class TestPrinting(FolderCommon, HttpCase):
    def test_a_document_is_in_the_language_of_who_opens_it(self):
        self.env["res.lang"]._activate_lang("nl_BE")
        self.coordinator.write({"lang": "nl_BE", "password": "coordinator-1"})
        self.authenticate("coordinator-1", "coordinator-1")
        sheet = self.internship.information_sheet_ids
        name = "stage_management.report_hr_internship_information_sheet"
        answer = self.url_open(f"/report/html/{name}/{sheet.id}")
        self.assertIn('lang="nl-BE"', answer.text)
        self.coordinator.lang = "en_US"
        answer = self.url_open(f"/report/html/{name}/{sheet.id}")
        self.assertIn('lang="en-US"', answer.text)

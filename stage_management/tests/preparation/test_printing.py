# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Documents that are opened by their address."""

from odoo.tests import HttpCase, tagged
from odoo.tools import html2plaintext

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


@tagged("post_install", "-at_install")
class TestSheets(FolderCommon):
    def _print(self, report, record):
        report = self.env.ref(f"stage_management.{report}").with_user(self.coordinator)
        html = report._render_qweb_html(report.report_name, record.ids)[0]
        return " ".join(html2plaintext(html.decode()).split())

    def test_checklists_say_what_is_done_and_what_is_not(self):
        lines = self.internship.checklist_line_ids
        lines[0].action_done()
        lines[1].write({"note": "In the blue cupboard"})
        text = self._print("hr_internship_checklist_report", self.internship)
        for line in lines:
            self.assertIn(line.name, text)
        self.assertEqual(text.count("✓"), 1)
        self.assertEqual(text.count("☐"), len(lines) - 1)
        self.assertIn("In the blue cupboard", text)

    def test_first_week_has_ten_half_days(self):
        reception = self.env["hr.internship.reception"].search(
            [("internship_id", "=", self.internship.id)]
        )
        reception.action_plan_first_week()
        text = self._print("hr_internship_first_week_report", reception)
        self.assertEqual(len(reception.week_slot_ids), 10)
        for slot in reception.week_slot_ids:
            self.assertIn(slot.name, text)

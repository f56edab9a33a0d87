# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Every document of ours can be printed, of every sample, in each language."""

from odoo.tests import TransactionCase, tagged

from .common import OURS, InternshipScenario


@tagged("post_install", "-at_install")
class TestReports(InternshipScenario, TransactionCase):
    def _get_reports(self):
        reports = self.env["ir.actions.report"].search([])
        xml_ids = reports.get_external_id()
        return reports.filtered(lambda r: xml_ids[r.id].split(".")[0] in OURS)

    def test_every_report_has_samples_and_prints_them(self):
        reports = self._get_reports()
        self.assertGreater(len(reports), 5)
        for report in reports:
            with self.subTest(report.report_name):
                samples = self.get_samples(report.model)[:3]
                self.assertTrue(samples)
                html = report._render_qweb_html(report.report_name, samples.ids)[0]
                self.assertIn(b"<article", html)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
from unittest.mock import patch

from pypdf import PdfReader

from odoo.exceptions import UserError
from odoo.tools import mute_logger

from ...models.common import ir_actions_report
from .common import SigningCase

ARCH = """<t t-name="stage_management.test_archival_document">
    <t t-foreach="docs" t-as="doc">
        <t t-call="stage_management.document_layout" t-lang="doc.lang">
            <t t-set="doc_lang" t-value="doc.lang"/>
            <t t-set="doc_title">Attestation</t>
            <t t-set="doc_subtitle" t-value="doc.name"/>
            <p>Text for <t t-out="doc.name"/></p>
        </t>
    </t>
</t>"""


class TestArchivalReport(SigningCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        view = cls.env["ir.ui.view"].create(
            {
                "name": "test",
                "type": "qweb",
                "key": "stage_management.test_archival_document",
                "arch": ARCH,
            }
        )
        cls.env["ir.model.data"].create(
            {
                "module": "stage_management",
                "name": "test_archival_document",
                "model": "ir.ui.view",
                "res_id": view.id,
            }
        )
        cls.report = cls.env["ir.actions.report"].create(
            {
                "name": "Attestation",
                "model": "res.partner",
                "report_name": "stage_management.test_archival_document",
                "report_type": "qweb-pdf",
                "is_archival_pdf": True,
            }
        )
        # wkhtmltopdf is absent
        cls.startClassPatcher(
            patch.object(
                type(cls.report), "get_wkhtmltopdf_state", lambda self: "install"
            )
        )

    def _render(self, partners):
        content, kind = self.report._render_qweb_pdf(self.report, partners.ids)
        self.assertEqual(kind, "pdf")
        return PdfReader(io.BytesIO(content))

    def test_a_document_is_made_without_wkhtmltopdf(self):
        reader = self._render(self.intern.partner_id)
        self.assertEqual(reader.metadata.title, "Attestation · Noor Intern")
        self.assertEqual(reader.metadata.author, self.env.company.name)
        self.assertIn("Text for Noor Intern", reader.pages[0].extract_text())

    def test_several_records_are_one_document(self):
        partners = self.intern.partner_id | self.school.partner_id
        reader = self._render(partners)
        self.assertEqual(len(reader.pages), 2)
        self.assertIn("Sam School", reader.pages[1].extract_text())

    def test_the_language_of_the_document_is_in_the_file(self):
        self.env["res.lang"]._activate_lang("nl_BE")
        self.intern.partner_id.lang = "nl_BE"
        reader = self._render(self.intern.partner_id)
        self.assertEqual(reader.trailer["/Root"]["/Lang"], "nl-BE")

    def test_the_letterhead_is_the_companys(self):
        self.env.company.partner_id.write({"street": "Rue de la Loi 16", "zip": "1000"})
        text = self._render(self.intern.partner_id).pages[0].extract_text()
        self.assertIn("Rue de la Loi 16", text)
        self.assertIn("1 / 1", text)

    def test_the_web_client_is_told(self):
        self.assertIn("is_archival_pdf", self.report._get_readable_fields())
        action = self.report.report_action(self.intern.partner_id)
        self.assertTrue(action["is_archival_pdf"])
        other = self.env.ref("base.report_ir_model_overview")
        self.assertNotIn("is_archival_pdf", other.report_action([], config=False))

    def test_a_kept_document_is_used_again(self):
        self.report.write(
            {"attachment": "'kept-%s.pdf' % object.id", "attachment_use": True}
        )
        first = self.report._render_qweb_pdf(self.report, self.intern.partner_id.ids)[0]
        self.intern.partner_id.name = "Renamed"
        again = self.report._render_qweb_pdf(self.report, self.intern.partner_id.ids)[0]
        self.assertEqual(first, again)

    @mute_logger(ir_actions_report.__name__)
    def test_a_failing_engine_is_one_sentence(self):
        html = '<article><img src="file:///etc/passwd" alt=""/></article>'
        with self.assertRaisesRegex(UserError, "could not be made"):
            self.report._html_to_pdf(html)

    def test_other_reports_keep_their_engine(self):
        self.report.is_archival_pdf = False
        with patch.object(ir_actions_report, "render") as engine:
            self.report._render_qweb_pdf(self.report, self.intern.partner_id.ids)
        engine.assert_not_called()

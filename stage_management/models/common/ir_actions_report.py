# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reports that are made by WeasyPrint as archival, tagged PDF (PDF/A-3a)."""

import io
import logging

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools import file_open

from ...tools import pdf_engine
from ...tools.pdf_document import PdfDocumentError, document_html, render

_logger = logging.getLogger(__name__)


class IrActionsReport(models.Model):
    _inherit = "ir.actions.report"

    is_archival_pdf = fields.Boolean(
        "Archival PDF",
        help="The document is made by WeasyPrint as PDF/A-3a, not by wkhtmltopdf. "
        "Its template calls stage_management.document_layout.",
    )

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"is_archival_pdf"}

    def report_action(self, docids, data=None, config=True):
        """Tell the web client which engine makes the document.

        Our documents have their own letterhead: Odoo's question which layout the
        company wants is skipped.
        """
        action = super().report_action(
            docids, data=data, config=config and not self.is_archival_pdf
        )
        if self.is_archival_pdf:
            action["is_archival_pdf"] = True
        return action

    @api.model
    def _render_qweb_html(self, report_ref, docids, data=None):
        if (
            self._is_opened_by_address()
            and self._get_report(report_ref).is_archival_pdf
        ):
            self = self.with_context(lang=self.env.user.lang)
        return super()._render_qweb_html(report_ref, docids, data=data)

    @api.model
    def _is_opened_by_address(self):
        """Whether somebody opened ``/report/pdf/…``, which names no language.

        The language is that of the public pages then, and not that of the user.
        """
        return (
            bool(request)
            and request.httprequest.path.startswith("/report/")
            and not request.params.get("context")
        )

    def _pre_render_qweb_pdf(self, report_ref, res_ids=None, data=None):
        report = self._get_report(report_ref)
        if not report.is_archival_pdf:
            return super()._pre_render_qweb_pdf(report_ref, res_ids, data)
        ids = [res_ids] if isinstance(res_ids, int) else list(res_ids or [])
        streams = self._get_archival_attachments(report, ids)
        missing = [res_id for res_id in ids if res_id not in streams]
        if missing or not ids:
            html = self._render_qweb_html(report_ref, missing or res_ids, data=data)[0]
            pdf = self._html_to_pdf(html.decode(), title=report.name)
            key = missing[0] if len(missing) == 1 else False
            streams[key] = {"stream": io.BytesIO(pdf), "attachment": None}
        return streams, "pdf"

    @api.model
    def _get_archival_attachments(self, report, res_ids):
        """Return the streams of documents that were kept and must be used again."""
        is_reused = report.attachment and report.attachment_use
        if not is_reused or self.env.context.get("report_pdf_no_attachment"):
            return {}
        streams = {}
        for record in self.env[report.model].browse(res_ids):
            attachment = report.retrieve_attachment(record)
            if attachment:
                streams[record.id] = {
                    "stream": io.BytesIO(attachment.raw),
                    "attachment": attachment,
                }
        return streams

    @api.model
    @api.private
    def _html_to_pdf(self, html, timeout=0, **metadata):
        """Return HTML that calls ``document_layout`` as PDF/A-3a bytes.

        :param html: one ``<article>`` per document
        :param timeout: seconds; 0 renders in this process, a number in another one
            that is stopped when they have passed; inside ``pdf_engine.running`` that
            engine makes it
        :param metadata: lang, title, author, code, see ``document_html``; what is
            not given is read from the first article
        :raises UserError: the document could not be made; the log says why
        """
        page = document_html(html, **self._without_title(html, metadata))
        try:
            if not timeout and not pdf_engine.current():
                return render(page, opener=self._open_static)
            with pdf_engine.running(timeout) as engine:
                return engine.render(page)
        except PdfDocumentError as error:
            _logger.warning("PDF not made: %s", error)
            raise UserError(
                self.env._(
                    "The PDF could not be made. Try again; if it fails once more, "
                    "give this to your administrator: %(reason)s",
                    reason=error,
                )
            ) from error

    @staticmethod
    def _without_title(html, metadata):
        """Prefer the title of the document itself to the name of the report."""
        if "data-title=" in html:
            return {key: value for key, value in metadata.items() if key != "title"}
        return metadata

    @staticmethod
    def _open_static(path):
        with file_open(path.lstrip("/"), "rb") as file:
            return file.read()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Sending many agreements: a result for each, and one that fails harms no other."""

import logging

import psycopg2

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools import pdf_batch
from ...tools.pdf_batch import render_many
from ...tools.pdf_document import PdfDocumentError, document_html
from ..signing.write_guard import unlock

_logger = logging.getLogger(__name__)

CHUNK = 25


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    queued_by_id = fields.Many2one(
        "res.users",
        string="Sending Asked By",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        copy=False,
    )
    sending_problem = fields.Text(string="Not Sent Because", readonly=True, copy=False)

    def action_open_send(self):
        """Choose what to send of these agreements, with a result for each."""
        wizard = self.env["hr.internship.agreement.send"].create(
            {"line_ids": [(0, 0, {"agreement_id": a.id}) for a in self.sorted("id")]}
        )
        return wizard._open()

    def _queue_sending(self):
        """Let the server send these agreements, in the name of the current user."""
        unlock(self).write({"queued_by_id": self.env.uid, "sending_problem": False})
        # sudo: whoever may send agreements may start the job
        self.env.ref("stage_management.ir_cron_agreement_send").sudo()._trigger()

    @api.model
    @api.private
    def _cron_send(self):
        """Send what was queued; what is done is committed chunk by chunk."""
        with pdf_batch.running():
            self._send_queued()

    def _send_queued(self):
        cron = self.env["ir.cron"]
        queued = self.search([("queued_by_id", "!=", False)], order="id")
        cron._commit_progress(remaining=len(queued))
        for user, agreements in queued.grouped("queued_by_id").items():
            for start in range(0, len(agreements), CHUNK):
                chunk = agreements[start : start + CHUNK].try_lock_for_update()
                # su off: what that user may not send is not sent
                chunk.with_user(user).with_context(lang=user.lang)._send_batch()
                unlock(chunk).write({"queued_by_id": False})
                if not cron._commit_progress(len(chunk)):
                    return

    def _send_batch(self):
        """Send these agreements, and keep with each why it could not be sent.

        :returns: ``{id: why it was not sent, or ""}``
        """
        results = {}
        with pdf_batch.running():
            for start in range(0, len(self), CHUNK):
                results |= self[start : start + CHUNK]._send_chunk()
        for agreement in self:
            problem = results[agreement.id]
            if (agreement.sending_problem or "") != problem:
                # sudo: the result stands there whatever became of the right to write
                unlock(agreement.sudo()).write({"sending_problem": problem})
        return results

    def _send_chunk(self):
        free = self.try_lock_for_update()
        free._prepare_sending()
        results = {
            agreement.id: self.env._("Somebody else is sending it just now.")
            for agreement in self - free
        }
        files = {}
        for agreement in free:
            try:
                results[agreement.id] = " ".join(agreement._get_sending_blockers())
            except UserError as error:
                results[agreement.id] = str(error)
        ready = free.filtered(lambda agreement: not results[agreement.id])
        for agreement, file in zip(ready, ready._make_files(), strict=True):
            if isinstance(file, PdfDocumentError):
                results[agreement.id] = self._pdf_problem(file)
                agreement.verification_code = False
            else:
                files[agreement] = file
        return results | self._send_files(files)

    def _pdf_problem(self, error):
        return self.env._("The PDF could not be made: %(reason)s", reason=error)

    def _make_files(self):
        """The bytes to sign of each, made by few starts of the PDF engine."""
        Request = self.env["hr.internship.signature.request"]
        codes = Request._new_verification_codes(len(self))
        for agreement, code in zip(self, codes, strict=True):
            agreement.verification_code = code
        ours = self.filtered(lambda agreement: agreement.source != "school")
        made = dict(zip(ours, render_many(ours._get_pages()), strict=True))
        return [
            made[agreement] if agreement in made else agreement._get_file()
            for agreement in self
        ]

    def _get_pages(self):
        """Each agreement as a whole HTML page."""
        report = self.env.ref("stage_management.hr_internship_agreement_report")
        return [
            document_html(
                report._render_qweb_html(report.report_name, agreement.ids)[0].decode()
            )
            for agreement in self
        ]

    @api.model
    def _send_files(self, files):
        """Freeze and send: all at once, and one by one when that fails."""
        agreements = self.browse([agreement.id for agreement in files])
        if not agreements:
            return {}
        problem = agreements._try_send([files[a] for a in agreements])
        if not problem or len(agreements) == 1:
            return dict.fromkeys(agreements.ids, problem)
        return {a.id: a._try_send([files[a]]) for a in agreements}

    def _try_send(self, files):
        """Freeze and send these; a failure undoes them all and is returned."""
        try:
            with self.env.cr.savepoint():
                self._freeze_as(files).action_send()
            return ""
        except psycopg2.OperationalError:
            raise
        except UserError as error:
            problem = str(error)
        except Exception as error:  # one agreement must never stop the others
            _logger.exception("Agreements %s were not sent", self.ids)
            problem = self.env._(
                "It failed, ask your administrator: %(error)s", error=error
            )
        self.invalidate_recordset()
        self.verification_code = False
        return problem

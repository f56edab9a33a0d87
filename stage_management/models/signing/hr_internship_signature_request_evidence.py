# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Evidence page, seal and completion mail: made after the act, never in its way."""

import base64
import logging

import psycopg2
import pytz

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_datetime

from ...tools import pdf_engine, pdf_evidence, pdf_seal, qr_code
from ...tools.hash_chain import sha256
from .write_guard import unlock

_logger = logging.getLogger(__name__)

TIME_LIMIT = 60
BATCH = 50


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    @api.model
    @api.private
    def _cron_finish(self):
        """Make evidence pages, tell the signatories, send what could not be sent.

        Restartable and idempotent: what is done is committed one by one, what fails
        stays *failed* with its reason and is tried again the next time.
        """
        self.env["hr.internship.signatory"]._forget_failed_mails()
        invitations = self.env["hr.internship.signatory"].search(
            [("state", "=", "to_sign"), ("invited_on", "=", False)], limit=BATCH
        )
        todo = self.search(
            [("state", "=", "completed"), ("is_notified", "=", False)],
            limit=BATCH,
            order="evidence_state desc, id",
        )
        cron = self.env["ir.cron"]
        cron._commit_progress(remaining=len(invitations) + len(todo))
        invitations._invite()
        cron._commit_progress(len(invitations))
        with pdf_engine.running(TIME_LIMIT):
            for request in todo:
                if request.try_lock_for_update():
                    request._finish()
                if not cron._commit_progress(1):
                    break

    def _finish(self):
        """Make the evidence page of one request, then tell its signatories."""
        self.ensure_one()
        if self.evidence_state != "done":
            self._try_evidence()
        if self.evidence_state == "done" and not self.is_notified:
            self._notify_completed()

    def _try_evidence(self):
        """Make the evidence page; a failure is noted, the acts stay."""
        try:
            with self.env.cr.savepoint():
                self._make_evidence()
        except psycopg2.OperationalError:
            raise
        except Exception as error:  # any engine or file may fail: tried again later
            _logger.warning("No evidence page for request %s: %s", self.id, error)
            unlock(self).write(
                {"evidence_state": "failed", "evidence_error": str(error)[:500]}
            )

    def _make_evidence(self):
        frozen = self._get_file()
        if sha256(frozen) != self.sha256:
            raise UserError(
                self.env._("The frozen file was changed; there is no evidence to make.")
            )
        signed = pdf_evidence.append_pages(
            frozen,
            self._render_evidence(),
            self.verification_code,
            self.head_hash,
            self.signature_count,
            pdf_seal.has_certificate(self.company_id.id),
        )
        signed = self.company_id._seal_file(signed)
        unlock(self).write(
            {
                "signed_datas": base64.b64encode(signed),
                "signed_sha256": sha256(signed),
                "evidence_state": "done",
                "evidence_error": False,
            }
        )

    def _render_evidence(self):
        """Return the evidence page as PDF, in the language of the document."""
        request = self.with_context(lang=self._get_lang())
        report = request.env["ir.actions.report"]
        html = report._render_template(
            "stage_management.signature_evidence",
            {
                "doc": request,
                "acts": request._get_evidence_acts(),
                "seal": pdf_seal.read_certificate(self.company_id.id),
                "check_url": request._get_check_url(),
                "qr_code": qr_code.data_uri(request._get_check_url()),
            },
        )
        return report._html_to_pdf(html.decode(), timeout=TIME_LIMIT)

    def _get_check_url(self):
        """Return where anybody can check this document."""
        return f"{self.get_base_url()}/internships/verify/{self.verification_code}"

    def _get_evidence_acts(self):
        """Return what the evidence page says about each act, as dicts of texts."""
        zone = self._get_zone()
        labels = {
            name: dict(
                self.signature_ids._fields[name]._description_selection(self.env)
            )
            for name in ("role", "kind", "channel")
        }
        acts = []
        for act in self.signature_ids.sorted("sequence"):
            local = pytz.utc.localize(act.signed_on).astimezone(pytz.timezone(zone))
            acts.append(
                {
                    "number": act.sequence,
                    "name": act.name,
                    "role": labels["role"][act.role],
                    "kind": labels["kind"][act.kind],
                    "channel": labels["channel"][act.channel],
                    "local": format_datetime(
                        self.env, act.signed_on, tz=zone, dt_format="d MMMM y, HH:mm:ss"
                    ),
                    "zone": local.tzname(),
                    "utc": f"{act.signed_on:%Y-%m-%d %H:%M:%S} UTC",
                    "hash": act.hash[:16],
                    "image": act.with_context(bin_size=False).image,
                    "details": act._get_evidence_details(),
                }
            )
        return acts

    def _get_zone(self):
        """Return the time zone in which the document states local time."""
        return self.company_id.partner_id.tz or self.user_id.tz or "Europe/Brussels"

    def _get_signed_file(self):
        """Return the bytes of the file with its evidence page as stored now."""
        self.ensure_one()
        self.invalidate_recordset(["signed_datas"])
        datas = self.with_context(bin_size=False).signed_datas
        return base64.b64decode(datas or b"")

    def _get_lang(self):
        """Return the language of the document when it is installed, else English."""
        installed = dict(self.env["res.lang"].get_installed())
        return self.lang if self.lang in installed else self.env.lang or "en_US"

    def _notify_completed(self):
        """Mail every signatory the signed file with head hash and count, once each."""
        self.ensure_one()
        waiting = self.signatory_ids.filtered(lambda s: not s.told_on)
        attachment = self.env["ir.attachment"].create(
            {
                "name": self.signed_filename,
                "raw": self._get_signed_file(),
                "mimetype": "application/pdf",
                "res_model": "mail.compose.message",
                "res_id": 0,
            }
        )
        told = waiting._try_mail(
            "stage_management.mail_template_signature_completed",
            attachment_ids=[fields.Command.link(attachment.id)],
        )
        unlock(told).write({"told_on": fields.Datetime.now()})
        if not told:
            attachment.unlink()
        if told == waiting:
            unlock(self).write({"is_notified": True})

    def _try_mail_responsible(
        self, template="stage_management.mail_template_signature_refused"
    ):
        """Tell the responsible person that the signing ended, and why."""
        try:
            with self.env.cr.savepoint():
                # sudo: who refuses can not read mail templates
                template = self.env.ref(template).sudo()
                template.send_mail(self.id)
                self.env["mail.mail"]._send_queue_soon()
        except psycopg2.OperationalError:
            raise
        except Exception:
            _logger.exception("End of request %s was not mailed", self.id)

    def action_retry_evidence(self):
        """Make the evidence page now instead of waiting for the cron."""
        self._check_may_manage()
        for request in self.sudo():  # sudo: see action_send
            request._lock()
            if request.state == "completed":
                request._finish()
        return True

    def action_download(self):
        """Download the signed file, or the frozen one while it is not signed."""
        self.ensure_one()
        field = "signed_datas" if self.evidence_state == "done" else "datas"
        name = "signed_filename" if self.evidence_state == "done" else "filename"
        return {
            "type": "ir.actions.act_url",
            "target": "download",
            "url": f"/web/content/{self._name}/{self.id}/{field}"
            f"?filename_field={name}&download=true",
        }

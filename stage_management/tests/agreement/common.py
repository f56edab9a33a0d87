# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Agreements, and those who sign them."""

import base64
import functools

from odoo.tests import new_test_user, tagged

from ...tools.pdf_document import document_html, render
from ..common import InternshipCommon


@functools.cache
def school_pdf():
    """A real PDF, as a school sends it, as base64; made once."""
    page = document_html('<article lang="nl"><h1>Stagecontract</h1></article>')
    return base64.b64encode(render(page))


@tagged("post_install", "-at_install")
class AgreementCommon(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = {
            "intern": cls._portal_user(cls.intern),
            "school": cls._portal_user(cls.supervisor),
            "organisation": cls.director,
        }

    @classmethod
    def _portal_user(cls, partner):
        return new_test_user(
            cls.env,
            partner.email,
            groups="base.group_portal",
            partner_id=partner.id,
            name=partner.name,
        )

    def _agreement(self, **values):
        internship = self._internship(**values).with_user(self.coordinator)
        internship.action_prepare()
        action = internship.action_draw_up_agreement()
        return self.env["hr.internship.agreement"].browse(action["res_id"])

    def _framework(self, is_signed=True, **values):
        framework = (
            self.env["hr.internship.agreement"]
            .with_user(self.coordinator)
            .create(
                {
                    "kind": "framework",
                    "school_id": self.school.id,
                    "school_signatory_id": self.supervisor.id,
                    "date_from": "2026-09-01",
                    "date_to": "2029-08-31",
                    "contact_ids": self.supervisor.ids,
                    **values,
                }
            )
        )
        if is_signed:
            framework.action_send()
            for role in ("school", "organisation"):
                self._sign(framework, role)
        return framework

    def _template(self, body="<p>{{ school }}</p>", **values):
        return self.env["hr.internship.agreement.template"].create(
            {
                "name": "Test",
                "title": "Test",
                "lang": "en",
                "sequence": -1,
                "body": body,
                **values,
            }
        )

    def _sign(self, agreement, role):
        request = agreement.sudo().request_id
        signatory = request.signatory_ids.filtered(lambda s: s.role == role)
        user = self.users[role]
        request.with_user(user)._sign(
            signatory.with_user(user),
            "backend" if role == "organisation" else "portal",
            user.name,
        )

    def _sign_all(self, agreement):
        for role in ("intern", "school", "organisation"):
            self._sign(agreement, role)

    def _html(self, agreement):
        report = self.env.ref("stage_management.hr_internship_agreement_report")
        return report._render_qweb_html(report.report_name, agreement.ids)[0].decode()

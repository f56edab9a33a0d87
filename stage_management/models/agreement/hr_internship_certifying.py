# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Certificate and reference letter on the internship."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

CERTIFIABLE = ("evaluation", "closed", "terminated")


class HrInternship(models.Model):
    _inherit = "hr.internship"

    user_writes_reference = fields.Boolean(
        string="Own Intern", compute="_compute_user_writes_reference"
    )
    certificate_ids = fields.One2many("hr.internship.certificate", "internship_id")

    @api.depends_context("uid")
    @api.depends("mentor_user_id", "backup_user_id", "acting_mentor_user_id")
    def _compute_user_writes_reference(self):
        for internship in self:
            case = internship.sudo()  # sudo: only compared with the user
            guides = case.mentor_user_id | case.backup_user_id
            guides |= case.acting_mentor_user_id
            internship.user_writes_reference = self.env.user in guides

    def action_issue_certificate(self):
        """Open the certificate that is valid; issue it when there is none.

        :raise UserError: for an internship that is not over
        """
        self.ensure_one()
        self.check_access("read")
        if not self.env.user.has_group("stage_management.group_coordinator"):
            raise AccessError(self.env._("Only a coordinator may do this."))
        certificate = self._get_valid_certificate("certificate")
        if not certificate:
            self._check_may_be_certified()
            certificate = self.env["hr.internship.certificate"]._issue_certificate(self)
        return self._open_certificate(certificate)

    def action_write_reference(self):
        """Open the reference letter; begin one when there is none."""
        self.ensure_one()
        letter = self._get_valid_certificate("reference")
        if not letter:
            letter = self.env["hr.internship.certificate"].create(
                {"internship_id": self.id}
            )
        return self._open_certificate(letter)

    def _get_valid_certificate(self, kind):
        return self.env["hr.internship.certificate"].search(
            [
                ("internship_id", "=", self.id),
                ("kind", "=", kind),
                ("state", "!=", "revoked"),
            ],
            limit=1,
        )

    def _open_certificate(self, certificate):
        return {
            "type": "ir.actions.act_window",
            "res_model": certificate._name,
            "res_id": certificate.id,
            "view_mode": "form",
        }

    def _check_may_be_certified(self):
        """Raise for an internship that is not over."""
        for internship in self:
            if internship.state not in CERTIFIABLE:
                raise UserError(
                    self.env._(
                        "%(name)s is not over yet: the certificate states what was "
                        "really done.",
                        name=internship.display_name,
                    )
                )

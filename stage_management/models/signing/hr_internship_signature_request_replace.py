# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Another document, or another signatory, instead of what was sent."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    replaces_id = fields.Many2one(
        "hr.internship.signature.request",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
    )

    def action_open_replace(self):
        """Ask why, and what has to be different."""
        return self._open_wizard("hr.internship.signature.replace")

    @api.private
    def _replace(self, reason, datas=None, filename=None, changes=None):
        """Withdraw and prepare a draft for the same purpose; acts stay, links die.

        :param datas: base64 of another file; else the same one
        :param changes: ``{signatory: partner}`` of those who sign instead
        :returns: the action that opens the draft
        :raises UserError: signed by all already
        """
        self.ensure_one()
        self._check_may_manage()
        if self.state == "completed":
            raise UserError(self._ended_sentence())
        if self.state in ("draft", "signing"):
            self.action_withdraw(reason)
        return self._reissue(datas, filename, changes or {})

    def _is_redrawn(self):
        """Whether the document is made anew elsewhere; for the subject that did."""
        return False

    def _reissue(self, datas, filename, changes):
        """Return the action that opens what is sent instead."""
        # sudo: the frozen file is only copied into a draft of the same coordinator
        values = self.sudo()._prepare_reissue(datas, filename, changes)
        draft = self.create(values)
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": draft.id,
            "view_mode": "form",
        }

    def _prepare_reissue(self, datas, filename, changes):
        """Return the values of the draft that is sent instead of this request."""
        keys = ("internship_id", "school_id", "company_id", "department_id", "user_id")
        return {
            **{key: self[key].id for key in keys},
            "name": self.name,
            "document_kind": self.document_kind,
            "lang": self.lang,
            "is_reminding": self.is_reminding,
            "replaces_id": self.id,
            "datas": datas or self.with_context(bin_size=False).datas,
            "filename": filename or self.filename,
            "signatory_ids": [
                Command.create(
                    {
                        "role": signatory.role,
                        "order": signatory.order,
                        "partner_id": changes.get(signatory, signatory.partner_id).id,
                    }
                )
                for signatory in self.signatory_ids
            ],
        }

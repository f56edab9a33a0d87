# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Accepting, refusing and setting aside documents."""

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...tools.document_rules import covers


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    def action_accept(self):
        """The documents are in order.

        :raise UserError: naming all that is missing
        """
        self.check_access("write")
        for document in self:
            problems = document._get_accept_problems()
            if problems:
                raise UserError(
                    "\n".join([document.display_name, *(f"• {p}" for p in problems)])
                )
        self._decide("accepted")
        return True

    def action_open_refuse(self):
        """Ask why the documents are refused."""
        return self._open_decision("refused", self.env._("Refuse"))

    def action_open_set_aside(self):
        """Ask why the documents are not applicable."""
        return self._open_decision("not_applicable", self.env._("Not applicable"))

    def action_ask_again(self):
        """The documents are needed after all, or have to be checked once more."""
        self.check_access("write")
        for state, documents in self.grouped(
            lambda document: "to_check" if document.file else "missing"
        ).items():
            documents._decide(state)
        self.internship_id._refresh_document_states()
        return True

    def action_open_submit(self):
        """Let the current user bring the file."""
        self.ensure_one()
        return self._open_wizard(
            "hr.internship.document.submit", self.env._("Add file")
        )

    def _open_decision(self, decision, title):
        action = self._open_wizard("hr.internship.document.decide", title)
        return {**action, "context": {
            "default_document_ids": self.ids, "default_decision": decision,
        }}  # fmt: skip

    def _open_wizard(self, model, title):
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_document_id": self[:1].id},
        }

    def _decide(self, state, reason=False):
        """Write a decision of the current user.

        :raise UserError: for what is signed, or refused without a file
        """
        self.check_access("write")
        for document in self:
            if document._is_being_signed() and document.state == "to_sign":
                raise UserError(
                    self.env._(
                        "“%(name)s” is being signed: withdraw that first.",
                        name=document.type_id.name,
                    )
                )
        # sudo: states are written by methods only; may the user is asked above
        self.sudo().write(
            {
                "state": state,
                "reason": reason,
                "checked_by_id": self.env.uid,
                "checked_on": fields.Datetime.now(),
            }
        )

    def _get_accept_problems(self):
        """Why a document can't be accepted yet, as sentences."""
        self.ensure_one()
        checks = [*self._file_checks(), *self._kind_checks(), *self._date_checks()]
        return [sentence for is_fine, sentence in checks if not is_fine]

    def _file_checks(self):
        is_without_file = self.kind == "declaration" or (
            self.kind == "health" and self.health_result == "not_needed"
        )
        return [
            (self.file or is_without_file, self.env._("There is no file yet.")),
        ]

    def _kind_checks(self):
        """What a kind of document asks for: ``[(is it fine, sentence)]``."""
        if self.kind == "health":
            return [(self.health_result, self.env._("Fill in the result."))]
        if self.kind == "risk":
            return [
                (
                    self.told_school_on,
                    self.env._("Fill in when the school was told of the analysis."),
                )
            ]
        if self.kind == "insurance":
            return [
                (self.policy_number, self.env._("Fill in the number of the policy."))
            ]
        if self.kind == "declaration":
            return [
                (self.declared_by, self.env._("Fill in who made the declaration.")),
                (
                    self.declaration_number,
                    self.env._("Fill in the number of the declaration."),
                ),
            ]
        return []

    def _date_checks(self):
        """Whether the dates are there and reach far enough."""
        if self.validity == "none":
            return []
        if not self.valid_until:
            return [(False, self.env._("Fill in until when it is valid."))]
        today = fields.Date.context_today(self)
        return [
            (
                self.valid_until >= today or self.validity == "covers",
                self.env._(
                    "It is valid until %(day)s only.",
                    day=format_date(self.env, self.valid_until),
                ),
            ),
            (not self._has_gap(), self._gap_sentence()),
        ]

    def _has_gap(self):
        """Whether the internship has days that the proof does not cover."""
        self.ensure_one()
        case = self.internship_id
        if self.validity != "covers" or not (case.date_start and case.date_end):
            return False
        period = (self.valid_from, self.valid_until)
        return not covers([period], case.date_start, case.date_end)

    def _gap_sentence(self):
        case = self.internship_id
        return self.env._(
            "It covers %(from)s – %(until)s; the internship runs from %(start)s to "
            "%(end)s.",
            **{
                "from": format_date(self.env, self.valid_from) or "…",
                "until": format_date(self.env, self.valid_until) or "…",
                "start": format_date(self.env, case.date_start) or "…",
                "end": format_date(self.env, case.date_end) or "…",
            },
        )

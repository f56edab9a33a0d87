# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An amendment of a signed agreement: what it is, and that it keeps its wording."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

OPEN_STATES = ("draft", "to_sign")


class HrInternshipAgreement(models.Model):
    """An agreement of the kind *amendment* changes another one from a day on.

    It holds one or more changes. Until everybody whom they concern has signed, the
    internship stays as it is; then they are carried out.
    """

    _inherit = "hr.internship.agreement"

    amended_id = fields.Many2one(
        "hr.internship.agreement",
        string="Amends",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
    )
    amendment_ids = fields.One2many("hr.internship.agreement", "amended_id")
    amendment_number = fields.Integer(readonly=True, copy=False)
    effective_date = fields.Date()
    change_ids = fields.One2many(
        "hr.internship.amendment.change", "agreement_id", string="Changes", copy=True
    )
    is_text_edited = fields.Boolean(readonly=True, copy=False)

    def write(self, vals):
        fixed = {"change_ids", "effective_date", "amended_id"} & set(vals)
        if fixed and any(agreement.state != "draft" for agreement in self):
            raise UserError(
                self.env._(
                    "This amendment was sent for signature and stays as it is: "
                    "withdraw it and draw up a new one."
                )
            )
        if vals.get("body") and not self.env.context.get("fills_text"):
            vals = {**vals, "is_text_edited": True}
        result = super().write(vals)
        if "template_id" in vals and "title" not in vals:
            for amendment in self.filtered(lambda a: a.kind == "amendment"):
                amendment.title = amendment._get_numbered_title()
        if {"change_ids", "effective_date", "template_id"} & set(vals):
            self._refresh_text()
        return result

    def _get_numbered_title(self):
        return f"{self.template_id.title} {self.amendment_number}"

    @api.model
    def _with_defaults(self, vals):
        vals = super()._with_defaults(vals)
        if vals.get("kind") != "amendment":
            return vals
        case = self.env["hr.internship"].browse(vals["internship_id"])
        amended = case._get_signed_agreement()
        number = len(amended._get_signed_amendments()) + 1
        template = self.env["hr.internship.agreement.template"].browse(
            vals["template_id"]
        )
        day = fields.Date.context_today(self)
        if case.date_start and case.date_start > day:
            day = case.date_start
        return {
            "effective_date": day,
            "amended_id": amended.id,
            **vals,
            "amendment_number": number,
            "title": f"{template.title} {number}",
        }

    def _prepare_sending(self):
        self._refresh_text()
        return super()._prepare_sending()

    def _freeze_as(self, files):
        """One amendment of an internship at a time.

        The row of the internship is updated: a second transaction that sends another
        amendment in the same moment waits for it, and starts again on what is true.
        """
        cases = self.filtered(lambda a: a.kind == "amendment").internship_id
        if cases:
            cases.check_access("write")
            self.env.cr.execute(
                SQL("UPDATE hr_internship SET id = id WHERE id IN %s", tuple(cases.ids))
            )
        return super()._freeze_as(files)

    def _get_signed_amendments(self):
        """The signed amendments of these agreements, in the order of signing."""
        signed = self.amendment_ids.filtered(lambda a: a.state == "signed")
        return signed.sorted(lambda a: (a.amendment_number, a.id))

    def _refresh_text(self):
        """Let a text that nobody edited by hand follow the changes."""
        self.filtered(
            lambda a: (
                a.kind == "amendment" and a.state == "draft" and not a.is_text_edited
            )
        ).action_fill()

    def action_fill(self):
        result = super(
            HrInternshipAgreement, self.with_context(fills_text=True)
        ).action_fill()
        edited = self.filtered("is_text_edited")
        if edited:
            edited.is_text_edited = False
        return result

    def action_redraw(self):
        """Draw an amendment up again with the same changes, for the present parties."""
        self.ensure_one()
        if self.kind != "amendment":
            return super().action_redraw()
        case = self.internship_id
        again = case._get_open_amendment()
        if not again:
            parties = self._with_defaults(
                {"internship_id": case.id, "kind": "amendment"}
            )
            names = ("school_signatory_id", "organisation_signatory_id")
            again = self.copy({name: parties[name] for name in names})
        return again._open_form()

    def _open_form(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
        }

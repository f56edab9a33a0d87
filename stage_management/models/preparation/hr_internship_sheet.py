# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The information sheet that comes with an internship."""

from odoo import fields, models

from ...tools.stored_fields import read_together


class HrInternship(models.Model):
    _inherit = "hr.internship"

    information_sheet_ids = fields.One2many(
        "hr.internship.information.sheet", "internship_id", string="Information Sheets"
    )
    information_sheet_state = fields.Char(
        string="Information Sheet", compute="_compute_information_sheet_state"
    )

    def _compute_information_sheet_state(self):
        """How far the sheet is, for those who may read it."""
        Sheet = self.env["hr.internship.information.sheet"]
        sheets = Sheet.search_fetch(
            [("internship_id", "in", self.ids)], read_together(Sheet)
        )
        by_case = {sheet.internship_id.id: sheet for sheet in sheets}
        complete, open_ = self.env._("Complete"), self.env._("To fill in")
        for case in self:
            sheet = by_case.get(case._origin.id)
            state = complete if sheet and sheet.is_complete else open_
            case.information_sheet_state = state if sheet else False

    def _sync_documents(self):
        self._make_information_sheets()
        return super()._sync_documents()

    def _make_information_sheets(self):
        """One sheet for each internship that is being prepared."""
        # sudo: made by itself, whoever starts the preparation
        cases = self.sudo().filtered(
            lambda case: case.state == "preparation" and not case.information_sheet_ids
        )
        cases.env["hr.internship.information.sheet"].create(
            [{"internship_id": case.id} for case in cases]
        )

    def _get_document_states(self):
        states = super()._get_document_states()
        # read together: a sheet looks at many other records
        complete = self.information_sheet_ids.filtered("is_complete").internship_id
        for case in self:
            state = "accepted" if case in complete else "missing"
            states[case.id]["information_sheet"] = {"state": state}
        return states

    def action_open_information_sheet(self):
        """Open the sheet, made now if there is none yet."""
        self.ensure_one()
        sheet = self.information_sheet_ids[:1]
        if not sheet and self.env["hr.internship.information.sheet"].has_access(
            "create"
        ):
            sheet = sheet.create({"internship_id": self.id})
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Information sheet"),
            "res_model": "hr.internship.information.sheet",
            "res_id": sheet.id,
            "view_mode": "form",
        }

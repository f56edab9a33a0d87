# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The regulations that an intern signs."""

from odoo import fields, models


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    regulation_id = fields.Many2one(
        "hr.internship.regulation",
        string="Version Signed",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

    def _find_regulation(self):
        """The version that the intern would sign today."""
        self.ensure_one()
        return self.env["hr.internship.regulation"]._find_for(self.company_id)

    def _get_regulation_text(self):
        """The wording in the language of the internship."""
        self.ensure_one()
        return self._get_regulation()._get_text(self.internship_id.lang)

    def _get_regulation(self):
        """The version that was sent, else the one in force."""
        self.ensure_one()
        is_sent = self.state in ("to_sign", "accepted")
        return self.regulation_id if is_sent else self._find_regulation()

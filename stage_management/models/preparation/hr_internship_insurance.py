# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Insurance certificates of schools, one per school and year."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class HrInternshipInsurance(models.Model):
    """What a school's certificate says; all its internships in the period use it.

    Source: toolbox B4, *see whether the school insures the intern*.
    """

    _name = "hr.internship.insurance"
    _description = "Insurance Certificate of a School"
    _inherit = ["hr.internship.file.mixin"]
    _order = "school_id, date_to desc, id"
    _rec_name = "policy_number"
    _rec_names_search = ["policy_number", "insurer"]
    _file_fields = {"file": "file_name"}

    school_id = fields.Many2one(
        "res.partner",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('is_school', '=', True)]",
    )
    insurer = fields.Char()
    policy_number = fields.Char(required=True)
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="Until", required=True)
    covers_commute = fields.Boolean(string="Covers the Way to Work")
    covers_liability = fields.Boolean()
    file = fields.Binary(string="Certificate", attachment=True)
    file_name = fields.Char()
    document_ids = fields.One2many("hr.internship.document", "insurance_id")

    _order_idx = models.Index("(school_id, date_to DESC, id)")
    _dates_check = models.Constraint(
        "CHECK(date_to >= date_from)",
        "The insurance ends before it starts: check the dates.",
    )

    @api.depends("policy_number", "insurer", "date_from", "date_to")
    def _compute_display_name(self):
        for insurance in self:
            names = (insurance.insurer, insurance.policy_number)
            period = f"{insurance.date_from or '…'} – {insurance.date_to or '…'}"
            name = " ".join(part for part in names if part)
            insurance.display_name = f"{name} ({period})"

    @api.model_create_multi
    def create(self, vals_list):
        insurances = super().create(vals_list)
        insurances._refresh_internships()
        return insurances

    def write(self, vals):
        schools = self.school_id
        result = super().write(vals)
        (self | self.search([("school_id", "in", schools.ids)]))._refresh_internships()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        # sudo: also internships of other companies lean on it
        used = self.sudo().filtered("document_ids")
        if used:
            raise UserError(
                self.env._(
                    "Internships lean on the policy %(number)s: change its last day "
                    "instead of deleting it.",
                    number=used[0].policy_number,
                )
            )

    def _refresh_internships(self):
        """Tell the folders of these schools' internships."""
        # sudo: the certificate holds for internships of every company
        internships = self.env["hr.internship"].sudo()
        internships._search_open_folders(
            [("school_id", "in", self.school_id.ids)]
        )._refresh_document_states()

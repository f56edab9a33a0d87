# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The address to which candidates write."""

from odoo import api, fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    internship_alias_id = fields.Many2one(
        "mail.alias",
        string="Internship Mailbox",
        ondelete="restrict",
        copy=False,
        help="Mails to this address become applications.",
    )
    internship_acknowledge = fields.Boolean(
        string="Acknowledge Applications",
        default=True,
        help="Candidates who write to the mailbox get an answer at once, in their "
        "language.",
    )
    internship_hiring_service = fields.Char(
        string="Official Selection Service",
        default="Werkenvoor.be / Travaillerpour.be",
        help="Staff is hired through this service; candidates are told so.",
    )
    internship_appraisal_scores = fields.Boolean(
        string="Scores in Interview Sheets",
        help="An interview is appraised in words; scores come beside them.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        companies = super().create(vals_list)
        companies._create_internship_alias()
        return companies

    def _create_internship_alias(self):
        """Give each of these companies its own mailbox for applications."""
        # sudo: the alias is part of the company; who may create companies is
        # decided by the ACL of res.company.
        Alias = self.env["mail.alias"].sudo()
        model = self.env["ir.model"]._get("hr.internship.application")
        for company in self.filtered(lambda company: not company.internship_alias_id):
            taken = Alias.search_count([("alias_name", "=", "stages")], limit=1)
            company.sudo().internship_alias_id = Alias.create(
                {
                    "alias_name": f"stages-{company.id}" if taken else "stages",
                    "alias_domain_id": company.alias_domain_id.id,
                    "alias_model_id": model.id,
                    "alias_contact": "everyone",
                    "alias_defaults": {"company_id": company.id},
                }
            )

    def _get_internship_coordinator(self):
        """A coordinator of this company, best one who works for no other; or none."""
        self.ensure_one()
        # sudo: only tells who coordinates, to whom work can be handed.
        group = self.env.ref("stage_management.group_coordinator").sudo()
        users = group.all_user_ids.filtered(
            lambda user: user.active and not user.share and self in user.company_ids
        )
        return users.sorted(
            lambda user: (
                user == self.env.ref("base.user_admin", False),
                user.company_id != self,
                len(user.company_ids),
                user.id,
            )
        )[:1]

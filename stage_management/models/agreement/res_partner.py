# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is agreed with a school, and whose agreement its interns sign."""

from odoo import api, fields, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    internship_agreement_source = fields.Selection(
        [
            ("own", "Our agreement"),
            ("school", "The school's agreement instead of ours"),
            ("both", "Our agreement and the school's"),
        ],
        string="Agreement That Its Interns Sign",
        default="own",
    )
    framework_agreement_ids = fields.One2many(
        "hr.internship.agreement",
        "school_id",
        string="Framework Agreements",
        domain=[("kind", "=", "framework")],
        groups="stage_management.group_coordinator",
    )
    framework_note = fields.Char(
        string="Framework Agreement",
        compute="_compute_framework_note",
        groups="stage_management.group_coordinator",
    )

    @api.depends("framework_agreement_ids.validity")
    def _compute_framework_note(self):
        schools = self.filtered("is_school")
        (self - schools).framework_note = False
        frameworks = self.env["hr.internship.agreement"]._search_frameworks(
            schools, self.env.companies
        )
        by_school = frameworks.grouped("school_id")
        for school in schools:
            running = by_school.get(school._origin, frameworks.browse()).filtered(
                lambda framework: framework._is_in_force()
            )[:1]
            school.framework_note = (
                f"{running.name}, {running._period_sentence()}"
                if running
                else self.env._("None is in force today.")
            )

    def write(self, vals):
        if "internship_agreement_source" not in vals:
            return super().write(vals)
        result = super().write(vals)
        # sudo: who corrects a school need not see all its internships
        internships = self.env["hr.internship"].sudo()
        followed = internships._search_open_folders([("school_id", "in", self.ids)])
        followed._sync_documents()
        if vals["internship_agreement_source"] == "own":
            followed.document_ids.filtered(
                lambda document: document.type_id.code == "school_agreement"
            )._drop_or_keep()
        return result

    def action_new_framework_agreement(self):
        """Draw up a framework agreement with this school."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_framework_action"
        )
        return {
            **action,
            "views": [view for view in action["views"] if view[1] == "form"],
            "context": {"default_kind": "framework", "default_school_id": self.id},
        }

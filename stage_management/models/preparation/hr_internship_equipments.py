# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Where an intern works, and with what."""

from collections import Counter

from odoo import api, fields, models
from odoo.tools import format_date

from ...tools.extension import Guard


class HrInternship(models.Model):
    _inherit = "hr.internship"

    site_id = fields.Many2one(
        "hr.internship.site",
        ondelete="restrict",
        index="btree_not_null",
        check_company=True,
        tracking=True,
    )
    desk = fields.Char(
        string="Workplace", help="Floor, room or desk, as a visitor finds it."
    )
    equipment_ids = fields.One2many(
        "hr.internship.equipment", "internship_id", string="Equipment and Access"
    )
    equipment_count = fields.Integer(compute="_compute_equipment_counts")
    equipment_out_count = fields.Integer(
        string="Not Given Back", compute="_compute_equipment_counts"
    )

    @api.depends("equipment_ids.state")
    def _compute_equipment_counts(self):
        groups = self.env["hr.internship.equipment"]._read_group(
            [("internship_id", "in", self.ids)], ["internship_id", "state"], ["__count"]
        )
        total, kept = Counter(), Counter()
        for internship, state, count in groups:
            total[internship.id] += count
            kept[internship.id] += count if state == "granted" else 0
        for internship in self:
            internship.equipment_count = total[internship.id]
            internship.equipment_out_count = kept[internship.id]

    @api.depends("equipment_ids.state")
    def _compute_blocker_html(self):
        return super()._compute_blocker_html()

    def _get_guards(self, target):
        """What has to be given back before the internship is closed."""
        guards = super()._get_guards(target)
        if target != "closed":
            return guards
        # sudo: what blocks the next step is shown to all who see the internship
        kept = self.env["hr.internship.equipment"].sudo().search(
            [
                ("internship_id", "in", self.ids),
                ("state", "=", "granted"),
                ("ends_with_internship", "=", True),
            ]
        )  # fmt: skip
        for equipment in kept:
            guards[equipment.internship_id.id].append(
                Guard(
                    self.env._("Not given back: %(name)s.", name=equipment.name),
                    equipment.service_id.name or self.env._("mentor"),
                )
            )
        return guards

    def _describe_stay(self):
        """When and where the intern is here, in a few words."""
        self.ensure_one()
        days = " – ".join(
            format_date(self.env, day)
            for day in (self.date_start, self.date_end)
            if day
        )
        parts = (days, self.department_id.name, self.site_id.name, self.desk)
        return ", ".join(part for part in parts if part)

    def action_open_equipment(self):
        """Open what this intern has or is to get."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_equipment_internship_action"
        )
        action["domain"] = [("internship_id", "=", self.id)]
        action["context"] = {"default_internship_id": self.id}
        return action

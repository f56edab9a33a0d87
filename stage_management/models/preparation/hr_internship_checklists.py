# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The checklists of an internship."""

from collections import defaultdict

from odoo import api, fields, models

from ...tools.extension import Guard

# lines that block an earlier step block the later ones too
BLOCKING = {
    "ready": ("ready",),
    "ongoing": ("ready", "ongoing"),
    "closed": ("closed",),
}
NAMES_PER_GUARD = 3


class HrInternship(models.Model):
    _inherit = "hr.internship"

    checklist_line_ids = fields.One2many(
        "hr.internship.checklist.line", "internship_id", string="Checklists"
    )
    checklist_count = fields.Integer(
        string="Checklist Lines", compute="_compute_checklist_counts"
    )
    checklist_open_count = fields.Integer(
        string="Lines To Do", compute="_compute_checklist_counts"
    )

    @api.depends("checklist_line_ids.state")
    def _compute_checklist_counts(self):
        groups = self.env["hr.internship.checklist.line"]._read_group(
            [("internship_id", "in", self.ids)], ["internship_id", "state"], ["__count"]
        )
        counts = {(case.id, state): count for case, state, count in groups}
        for internship in self:
            by_state = [
                counts.get((internship.id, state), 0)
                for state in ("open", "done", "not_applicable")
            ]
            internship.checklist_open_count = by_state[0]
            internship.checklist_count = sum(by_state)

    @api.depends("checklist_line_ids.state")
    def _compute_blocker_html(self):
        return super()._compute_blocker_html()

    def _get_guards(self, target):
        """The lines that have to be done first."""
        guards = super()._get_guards(target)
        if target not in BLOCKING:
            return guards
        # sudo: what blocks the next step is shown to all who see the internship
        lines = (
            self.env["hr.internship.checklist.line"]
            .sudo()
            .search_fetch(
                [
                    ("internship_id", "in", self.ids),
                    ("state", "=", "open"),
                    ("blocks", "in", BLOCKING[target]),
                ],
                ["internship_id", "name", "responsible", "service_id", "user_id"],
            )
        )
        by_case = defaultdict(lambda: defaultdict(list))
        for line in lines:
            by_case[line.internship_id.id][line._get_who()].append(line.name)
        for internship in self:
            guards[internship.id] += [
                self._checklist_guard(who, names)
                for who, names in by_case[internship.id].items()
            ]
        return guards

    def _checklist_guard(self, who, names):
        shown = ", ".join(f"“{name}”" for name in names[:NAMES_PER_GUARD])
        if len(names) > NAMES_PER_GUARD:
            sentence = self.env._(
                "Still to be done: %(names)s and %(count)s more.",
                names=shown,
                count=len(names) - NAMES_PER_GUARD,
            )
        else:
            sentence = self.env._("Still to be done: %(names)s.", names=shown)
        return Guard(sentence, who)

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if target == "preparation":
            self._add_checklist_lines()
        elif target == "cancelled":
            self._set_aside_lines(("logistics", "reception", "departure"))
        elif target == "terminated":
            self._set_aside_lines(("logistics", "reception"))
        return result

    def _add_checklist_lines(self):
        """Give these internships the lines that apply and that they lack.

        Takes up again what was set aside when an internship was cancelled.
        """
        Line = self.env["hr.internship.checklist.line"]
        lines = Line.search(
            [("internship_id", "in", self.ids), ("item_id", "!=", False)]
        )
        lines.filtered(
            lambda line: line.state == "not_applicable" and not line.done_by_id
        ).write({"state": "open", "reason": False})
        known = {(line.internship_id.id, line.item_id.id) for line in lines}
        items = self.env["hr.internship.checklist"]._get_items_by_internship(self)
        vals_list = [
            {"internship_id": internship.id, **item._get_line_vals()}
            for internship in self
            for item in items[internship.id]
            if (internship.id, item.id) not in known
        ]
        created = Line.create(vals_list)
        created._copy_translations()
        self._sync_checklist_activities()

    def _set_aside_lines(self, kinds):
        """Nothing is left to be done of an internship that does not take place."""
        # sudo: whoever ends the internship may not have made its lines
        lines = (
            self.env["hr.internship.checklist.line"]
            .sudo()
            .search(
                [
                    ("internship_id", "in", self.ids),
                    ("state", "=", "open"),
                    ("kind", "in", kinds),
                ]
            )
        )
        lines.write(
            {
                "state": "not_applicable",
                "done_by_id": False,
                "reason": self.env._("The internship does not go on."),
            }
        )

    def action_update_checklists(self):
        """Add what the checklists ask for since; nothing that is there changes."""
        self._add_checklist_lines()

    def action_open_checklists(self):
        """Open the lines of this internship, checklist by checklist."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_checklist_line_internship_action"
        )
        action["domain"] = [("internship_id", "=", self.id)]
        action["context"] = {
            "default_internship_id": self.id,
            "group_by": "checklist_id",
        }
        return action

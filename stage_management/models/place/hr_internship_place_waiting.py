# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Candidates of a place: how many, who waits, and what if the place goes."""

from odoo import api, fields, models

from ...tools.extension import Guard
from .hr_internship_application import OPEN_STATES


class HrInternshipPlace(models.Model):
    _inherit = "hr.internship.place"

    application_count = fields.Integer(
        string="Candidates", compute="_compute_application_count"
    )
    waiting_count = fields.Integer(
        string="Waiting Candidates", compute="_compute_application_count"
    )
    candidate_summary = fields.Char(
        string="Candidates by State",
        compute="_compute_application_count",
        help="A department sees how many candidates there are and how far they got.",
    )

    @api.depends("application_ids.state")
    @api.depends_context("uid", "lang")
    def _compute_application_count(self):
        counts = self._filter_own()._count_candidates()
        model = self.env["hr.internship.application"]
        labels = dict(model._fields["state"]._description_selection(self.env))
        for place in self:
            by_state = counts.get(place._origin.id, {})
            place.application_count = sum(by_state.values())
            place.waiting_count = sum(by_state.get(state, 0) for state in OPEN_STATES)
            place.candidate_summary = ", ".join(
                f"{by_state[state]} {label.lower()}"
                for state, label in labels.items()
                if by_state.get(state)
            )

    def _filter_own(self):
        """Those of these places whose candidates the user may count.

        Coordinators count all, a department those of its own places.
        """
        user = self.env.user
        if self.env.su or user.has_group("stage_management.group_coordinator"):
            return self
        return self.filtered(
            lambda place: (
                user in (place.mentor_user_id | place.backup_user_id)
                # sudo: who manages the departments above is not for everyone to read.
                or user in place.sudo().department_id._get_managers_above()
            )
        )

    def _count_candidates(self):
        """Number of candidates by state: ``{id: {state: number}}``."""
        # sudo: only counted; who they are stays with those who may read them.
        groups = (
            self.env["hr.internship.application"]
            .sudo()
            ._read_group(
                [("place_id", "in", self.ids), ("state", "!=", "set_aside")],
                ["place_id", "state"],
                ["__count"],
            )
        )
        counts = {}
        for place, state, count in groups:
            counts.setdefault(place.id, {})[state] = count
        return counts

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target not in ("closed", "rejected"):
            return guards
        counts = self._count_candidates()
        button = {
            "closed": self.env._("Close"),
            "rejected": self.env._("Don't Select"),
        }[target]
        for place in self:
            waiting = sum(counts.get(place.id, {}).get(s, 0) for s in OPEN_STATES)
            if waiting:
                sentence = self.env._(
                    "%(count)s candidates wait for an answer: open the place, choose "
                    "“%(button)s” and say what happens to them.",
                    count=waiting,
                    button=button,
                )
                guards[place.id].append(Guard(sentence))
        return guards

    def _open_close_wizard(self, target):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Candidates wait for this place"),
            "res_model": "hr.internship.place.close",
            "view_mode": "form",
            "target": "new",
            "context": {"default_place_id": self.id, "default_target": target},
        }

    def action_close(self):
        """Take no more candidates; asks what happens to those who wait."""
        if len(self) == 1 and self.waiting_count:
            return self._open_close_wizard("closed")
        return self._transition("closed")

    def action_open_applications(self):
        """Open the candidates for this place."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_application_action"
        )
        return {
            **action,
            "domain": [("place_id", "=", self.id)],
            "context": {"default_place_id": self.id},
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Places and the targets of the year."""

from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain

from ...tools.extension import Guard
from ...tools.target_figures import Offer


class HrInternshipPlace(models.Model):
    """While selecting one sees target, selected and left; outside needs a reason."""

    _inherit = "hr.internship.place"

    target_html = fields.Html(
        string="Targets of the Year", compute="_compute_target_html", sanitize=False
    )
    target_summary = fields.Char(
        string="Left in Targets",
        compute="_compute_target",
        help="Of each target under which the place falls: seats left of the number.",
    )
    is_outside_target = fields.Boolean(
        string="Outside the Target",
        compute="_compute_target",
        search="_search_is_outside_target",
        help="Selecting the proposal would exceed a target of the year.",
    )
    selection_reason = fields.Text(
        string="Reason for Selecting Outside the Target",
        copy=False,
        tracking=True,
        groups="stage_management.group_coordinator",
    )

    @api.depends(
        "company_id", "department_id", "type_id", "domain_ids", "date_start", "seats",
        "state",
    )  # fmt: skip
    @api.depends_context("lang")
    def _compute_target(self):
        found = self.env["hr.internship.target"]._find_for_places(self)
        outside = self._find_exceeded(found)
        for place in self:
            targets = found[place.id]
            place.target_summary = ", ".join(
                self.env._(
                    "%(left)s of %(number)s (%(scope)s)",
                    left=target.left_count,
                    number=target.number,
                    scope=target._get_scope_label(),
                )
                for target in targets
            )
            place.is_outside_target = place.state == "proposed" and bool(
                outside[place.id]
            )

    @api.depends(
        "company_id", "department_id", "type_id", "domain_ids", "date_start", "seats",
        "state",
    )  # fmt: skip
    @api.depends_context("lang")
    def _compute_target_html(self):
        """A small table of the targets under which the place falls."""
        found = self.env["hr.internship.target"]._find_for_places(self)
        exceeded = self._find_exceeded(found)
        for place in self:
            place.target_html = found[place.id] and self.env["ir.qweb"]._render(
                "stage_management.hr_internship_place_targets",
                {"targets": found[place.id], "exceeded": exceeded[place.id]},
            )

    def _as_offer(self):
        """The place as it counts for a target."""
        self.ensure_one()
        return Offer(
            self.company_id.id,
            self.date_start.year,
            self.department_id._get_ids_above(),
            self.type_id.id,
            frozenset(self.domain_ids._origin.ids),
        )

    def _get_seats_to_select(self):
        """Seats that selecting the place would add to what counts already."""
        self.ensure_one()
        counted = {"proposed": 0, "rejected": 0, "closed": self.seats_taken}
        return self.seats - counted.get(self.state, self.seats)

    def _find_exceeded(self, found):
        """Targets that each place alone would exceed, of those in ``found``."""
        return {
            place.id: found[place.id].filtered(
                lambda t, p=place: p._get_seats_to_select() > t.left_count
            )
            for place in self
        }

    def _find_exceeded_together(self):
        """Targets that each place would exceed, selected in this order."""
        found = self.env["hr.internship.target"]._find_for_places(self)
        used, exceeded = defaultdict(int), {}
        for place in self:
            seats = place._get_seats_to_select()
            exceeded[place.id] = found[place.id].filtered(
                lambda t, n=seats: n > t.left_count - used[t.id]
            )
            if not exceeded[place.id] or place.selection_reason:
                for target in found[place.id]:
                    used[target.id] += seats
        return exceeded

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target != "selected":
            return guards
        exceeded = self._find_exceeded_together()
        for place in self:
            if exceeded[place.id] and not place.selection_reason:
                sentence = self.env._(
                    "It exceeds the target of %(year)s for %(scopes)s: say why it is "
                    "selected all the same.",
                    year=place.date_start.year,
                    scopes=", ".join(t._get_scope_label() for t in exceeded[place.id]),
                )
                guards[place.id].append(Guard(sentence, self.env._("coordinator")))
        return guards

    @api.model
    def _search_is_outside_target(self, operator, value):
        """Proposals that exceed a target: one condition per target."""
        if operator != "in":
            return NotImplemented
        # sudo: a target is a number that everyone who proposes may know.
        targets = (
            self.env["hr.internship.target"]
            .sudo()
            .search([("company_id", "in", self.env.companies.ids)])
        )
        exceeding = Domain.OR(
            target._get_places_domain() & Domain("seats", ">", target.left_count)
            for target in targets
        )
        outside = Domain("state", "=", "proposed") & exceeding
        return outside if True in value else ~outside

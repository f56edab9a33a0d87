# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How many interns the organisation wants in a year."""

from collections import defaultdict
from datetime import date

from odoo import api, fields, models
from odoo.fields import Domain

from ...tools.target_figures import Offer, covers


class HrInternshipTarget(models.Model):
    """A number of interns for a year: in all, or of a department, type or domain.

    Source: toolbox A2, *interns a year (global and per department)*. A target of zero
    says that there is no room this year; without a target there is no limit.
    """

    _name = "hr.internship.target"
    _description = "Internship Target"
    _order = "year desc, department_id, type_id, domain_id, id"
    _check_company_auto = True

    company_id = fields.Many2one(
        "res.company", required=True, index=True, default=lambda self: self.env.company
    )
    year = fields.Integer(
        required=True,
        default=lambda self: fields.Date.context_today(self).year,
        help="The year in which the internships start.",
    )
    department_id = fields.Many2one(
        "hr.department",
        index="btree_not_null",
        check_company=True,
        help="With the departments below it. Empty: all departments.",
    )
    type_id = fields.Many2one(
        "hr.internship.type", index="btree_not_null", help="Empty: all types."
    )
    domain_id = fields.Many2one(
        "hr.internship.domain", index="btree_not_null", help="Empty: all domains."
    )
    number = fields.Integer(
        string="Target", required=True, default=1, help="Seats for interns."
    )
    selected_count = fields.Integer(
        string="Selected",
        compute="_compute_counts",
        help="Seats of places that were selected; of closed places, the seats taken.",
    )
    proposed_count = fields.Integer(
        string="Proposed",
        compute="_compute_counts",
        help="Seats of places that wait for a decision.",
    )
    left_count = fields.Integer(string="Left", compute="_compute_counts")

    _number_check = models.Constraint(
        "CHECK(number >= 0)", "A target can't be negative; zero means no room."
    )
    _year_check = models.Constraint(
        "CHECK(year BETWEEN 2000 AND 2200)", "Enter the year in four digits."
    )
    _scope_unique = models.UniqueIndex(
        "(company_id, year, COALESCE(department_id, 0), COALESCE(type_id, 0),"
        " COALESCE(domain_id, 0))",
        "There is a target for this year, department, type and domain already.",
    )

    @api.depends("year", "department_id.name", "type_id.name", "domain_id.name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for target in self:
            target.display_name = f"{target.year or ''} · {target._get_scope_label()}"

    def _get_scope_label(self):
        """What the target is about, in a few words."""
        self.ensure_one()
        parts = (self.department_id, self.type_id, self.domain_id)
        names = [part.name for part in parts if part]
        return " · ".join(names) or self.env._("All places")

    @api.depends(
        "company_id", "year", "department_id", "type_id", "domain_id", "number"
    )
    def _compute_counts(self):
        offers = self._read_offers()
        for target in self:
            found = [
                offer
                for offer in offers[bool(target.domain_id)]
                if target._covers(offer)
            ]
            target.selected_count = sum(offer.selected for offer in found)
            target.proposed_count = sum(offer.proposed for offer in found)
            target.left_count = target.number - target.selected_count

    def _covers(self, offer):
        return covers(
            (self.company_id.id, self.year),
            (self.department_id.id, self.type_id.id, self.domain_id.id),
            offer,
        )

    def _read_offers(self):
        """What departments offer in the years of these targets.

        :return: ``{False: offers, True: offers by domain}``; two queries at most
        """
        years = [year for year in self.mapped("year") if 1 < year < 9999]
        if not years:
            return {False: [], True: []}
        domain = [
            ("company_id", "in", self.company_id.ids),
            ("date_start", ">=", f"{min(years)}-01-01"),
            ("date_start", "<=", f"{max(years)}-12-31"),
            ("state", "!=", "rejected"),
        ]
        return {
            False: self._group_offers(domain),
            True: self._group_offers(domain, "domain_ids") if self.domain_id else [],
        }

    @api.model
    def _group_offers(self, domain, *more):
        # sudo: seats of the whole company are counted; no place is shown.
        places = self.env["hr.internship.place"].sudo()
        groupby = ["company_id", "date_start:year", "department_id", "type_id"]
        groups = places._read_group(
            domain,
            [*groupby, "state", *more],
            ["seats:sum", "seats_taken:sum"],
        )
        return [self._make_offer(keys[:5], keys[5:-2], *keys[-2:]) for keys in groups]

    @api.model
    def _make_offer(self, keys, domains, seats, taken):
        company, start, department, kind, state = keys
        counted = {"proposed": 0, "closed": taken}.get(state, seats)
        return Offer(
            company.id,
            start.year,
            department._get_ids_above(),
            kind.id,
            frozenset(domain.id for domain in domains),
            selected=counted,
            proposed=seats if state == "proposed" else 0,
        )

    @api.model
    def _find_for_places(self, places):
        """Targets under which each of these places falls: ``{id: targets}``."""
        # sudo: a target is a number; departments see it on their own proposals.
        targets = self.sudo().search(
            [
                ("company_id", "in", places.company_id.ids),
                (
                    "year",
                    "in",
                    list({p.date_start.year for p in places if p.date_start}),
                ),
            ]
        )
        # figures of the moment: places may have been selected since they were read
        targets.invalidate_recordset(["selected_count", "proposed_count", "left_count"])
        found = defaultdict(targets.browse)
        # sudo: places are only counted; the figures are the organisation's
        for place in places.sudo():
            if place.date_start:
                offer = place._as_offer()
                found[place.id] = targets.filtered(lambda t, o=offer: t._covers(o))
        return found

    def _get_places_domain(self):
        """Places that the target is about."""
        self.ensure_one()
        domain = (
            Domain("company_id", "=", self.company_id.id)
            & Domain("date_start", ">=", date(self.year, 1, 1))
            & Domain("date_start", "<=", date(self.year, 12, 31))
        )
        if self.department_id:
            domain &= Domain("department_id", "child_of", self.department_id.id)
        if self.type_id:
            domain &= Domain("type_id", "=", self.type_id.id)
        if self.domain_id:
            domain &= Domain("domain_ids", "in", self.domain_id.ids)
        return domain

    def action_open_places(self):
        """Open the places that count for this target."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_place_action"
        )
        return {
            **action,
            "name": self.display_name,
            "domain": list(self._get_places_domain()),
            "context": {},
        }

    def action_copy_to_next_year(self):
        """Take these targets over for the next year, where there are none yet."""
        for target in self:
            values = target.copy_data({"year": target.year + 1})[0]
            keys = ("company_id", "year", "department_id", "type_id", "domain_id")
            if not self.search_count([(key, "=", values[key]) for key in keys]):
                self.create(values)
        return {"type": "ir.actions.client", "tag": "soft_reload"}

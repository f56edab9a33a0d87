# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Seats of a place: how many, how many are taken, and what follows."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL

from ...tools.extension import Guard


class HrInternshipPlace(models.Model):
    _inherit = "hr.internship.place"

    seats = fields.Integer(default=1, required=True, tracking=True)
    seats_taken = fields.Integer(
        compute="_compute_seats_taken", store=True, string="Taken"
    )
    seats_left = fields.Integer(
        compute="_compute_seats_left", store=True, string="Left"
    )

    _seats_check = models.Constraint(
        "CHECK(seats > 0)", "A place has at least one seat."
    )

    @api.depends("application_ids.state")
    def _compute_seats_taken(self):
        for place in self:
            place.seats_taken = len(
                place.application_ids.filtered(lambda a: a.state == "accepted")
            )

    @api.depends("seats", "seats_taken")
    def _compute_seats_left(self):
        for place in self:
            place.seats_left = max(place.seats - place.seats_taken, 0)

    @api.constrains("seats")
    def _check_seats_taken(self):
        for place in self:
            if place.seats < place.seats_taken:
                raise ValidationError(
                    self.env._(
                        "%(taken)s seats of “%(place)s” are taken: the number of seats "
                        "can't be lower.",
                        taken=place.seats_taken,
                        place=place.name,
                    )
                )

    def write(self, vals):
        result = super().write(vals)
        if "seats" in vals:
            self._settle_seats()
        return result

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        for place in self:
            if target == "published" and not place.seats_left:
                sentence = self.env._(
                    "All seats are taken: raise the number of seats, and the place is "
                    "offered again by itself."
                )
                guards[place.id].append(Guard(sentence))
            if target == "filled" and place.seats_left:
                sentence = self.env._(
                    "%(seats)s seats are free: the place is filled by itself when the "
                    "last one is taken.",
                    seats=place.seats_left,
                )
                guards[place.id].append(Guard(sentence))
        return guards

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if target in ("selected", "published"):
            self._settle_seats()
        return result

    def _take_seat(self):
        """Make sure that each of these places has a seat left, and hold it.

        Waits for others who are changing the place. The count of taken seats changes
        with the acceptance, so that of two coordinators who accept a candidate for
        the last seat at the same moment one starts again and is refused here.

        :raise UserError: when all seats are taken, or the place is not offered
        """
        self._lock_seats()
        for place in self:
            if place.state in ("closed", "rejected"):
                raise UserError(
                    self.env._(
                        "“%(place)s” is no longer offered: choose another place, or "
                        "select this one again.",
                        place=place.name,
                    )
                )
            if place.seats_taken >= place.seats:
                raise UserError(place._full_sentence())

    def _lock_seats(self):
        self.flush_recordset()
        if self.ids:
            self.env.cr.execute(
                SQL(
                    "SELECT id FROM hr_internship_place WHERE id IN %s"
                    " ORDER BY id FOR NO KEY UPDATE",
                    tuple(self.ids),
                )
            )
        self.invalidate_recordset(["state", "seats", "seats_taken"])

    def _full_sentence(self):
        self.ensure_one()
        return self.env._(
            "All %(seats)s seats of “%(place)s” are taken: choose another place, or "
            "raise the number of seats.",
            seats=self.seats,
            place=self.name,
        )

    def _settle_seats(self):
        """Call after seats were taken or freed: *filled* follows by itself.

        A place that loses its last seat is filled; one that gets a seat back is what
        it was before: published, or selected when it never was.

        :raise UserError: when more seats are taken than there are
        """
        # sudo: seats follow decisions of people who may not edit the place.
        places = self.sudo().exists()
        for place in places:
            if place.seats_taken > place.seats:
                raise UserError(place._full_sentence())
        places.filtered(
            lambda p: p.state in ("selected", "published") and not p.seats_left
        )._transition("filled")
        freed = places.filtered(lambda p: p.state == "filled" and p.seats_left)
        guards = freed._get_guards("published")
        published = freed.filtered(
            lambda p: p.published_on and not any(g.blocking for g in guards[p.id])
        )
        published._transition("published")
        (freed - published)._transition("selected")

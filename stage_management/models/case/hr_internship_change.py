# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An internship that lasts longer, pauses, or is followed by another one."""

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Date
from odoo.tools import format_date

CHANGING_STATES = ("draft", "preparation", "ready", "ongoing")


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _extend(self, last_day):
        """Add a term until ``last_day`` in which all is as in the last one."""
        self.ensure_one()
        self._check_terms_may_change()
        if last_day <= self.date_end:
            raise UserError(
                self.env._(
                    "The internship ends on %(day)s already: choose a later day.",
                    day=format_date(self.env, self.date_end),
                )
            )
        last = self.term_ids.sorted("date_to")[-1:]
        first_day = Date.add(self.date_end, days=1)
        last.copy({"kind": "work", "date_from": first_day, "date_to": last_day})

    def _suspend(self, first_day, last_day):
        """Let a suspension stand between two parts of the term that holds then."""
        self.ensure_one()
        self._check_terms_may_change()
        if last_day < first_day:
            raise UserError(
                self.env._("The suspension ends before it starts: check the days.")
            )
        term = self.term_ids.filtered(
            lambda term: (
                term.kind == "work" and term.date_from <= first_day <= term.date_to
            )
        )
        if not term or last_day > term.date_to:
            raise UserError(
                self.env._(
                    "The suspension lies outside the internship, or over two of its "
                    "terms: check the days, or suspend each term."
                )
            )
        start, end = term.date_from, term.date_to
        pause = {"kind": "suspension", "date_from": first_day, "date_to": last_day}
        if first_day > start:
            term.write({"date_to": Date.subtract(first_day, days=1)})
            pause_term = term.copy(pause)
        else:
            term.write(pause)
            pause_term = term
        if last_day < end:
            after = Date.add(last_day, days=1)
            pause_term.copy({"kind": "work", "date_from": after, "date_to": end})

    def _check_terms_may_change(self):
        """Refuse what is over, has no dates, or needs an amendment.

        :raise UserError: with the sentences that say why
        """
        self.ensure_one()
        if self.state not in CHANGING_STATES:
            raise UserError(self.env._("%(name)s is over.", name=self.display_name))
        if not (self.date_start and self.date_end):
            raise UserError(self.env._("Enter the dates of the internship first."))
        self.term_ids._check_may_change()

    def action_open_change(self):
        """Ask whether it lasts longer or pauses, and when."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Extend or suspend"),
            "res_model": "hr.internship.change",
            "view_mode": "form",
            "target": "new",
            "context": {"default_internship_id": self.id},
        }

    def action_again(self):
        """Open a new internship of the same intern, without dates and place."""
        self.ensure_one()
        if self.state not in ("evaluation", "closed", "terminated"):
            raise UserError(
                self.env._(
                    "%(name)s is not over: extend it instead.", name=self.display_name
                )
            )
        following = self.copy({"place_id": False})
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship",
            "res_id": following.id,
            "view_mode": "form",
        }

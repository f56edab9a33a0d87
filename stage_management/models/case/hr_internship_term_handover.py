# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A term passes to another mentor."""

from odoo import models
from odoo.fields import Date

# A context that comes over RPC is JSON and can't hold this object.
_HANDOVER = object()


class HrInternshipTerm(models.Model):
    _inherit = "hr.internship.term"

    def _check_may_change(self):
        """A handover happens, whatever was agreed; the agreement has to follow."""
        if self.env.context.get("internship_handover") is not _HANDOVER:
            super()._check_may_change()

    def _hand_over(self, mentor, backup, day):
        """Let ``mentor`` and ``backup`` guide from ``day`` on.

        The terms of one internship. What was, stays: a term that began earlier ends
        the day before, and a new one begins in which nothing else differs. Of an
        internship that is over the last day passes, so that somebody can evaluate.
        """
        people = {"mentor_id": mentor.id, "backup_id": backup.id}
        is_planned = self.internship_id.state in ("draft", "preparation")
        ends = [term.date_to for term in self if term.date_to]
        if is_planned or not ends:
            self._write_handover(people)
            return
        day = min(day, max(ends))
        for term in self.filtered(lambda term: term.date_to >= day):
            if term.date_from >= day:
                term._write_handover(people)
            else:
                end = term.date_to
                term._write_handover({"date_to": Date.subtract(day, days=1)})
                term.copy({**people, "date_from": day, "date_to": end})

    def _write_handover(self, vals):
        self.with_context(internship_handover=_HANDOVER).write(vals)

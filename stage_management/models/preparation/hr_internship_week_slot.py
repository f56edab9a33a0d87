# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A half day of an intern's first week."""

from datetime import datetime, time

from pytz import UTC, timezone

from odoo import api, fields, models

from ...tools.first_week import SLOT_KINDS
from ...tools.half_days import HALVES

HOURS = {"morning": (9, 12), "afternoon": (13, 16)}


class HrInternshipWeekSlot(models.Model):
    """What the intern does on a half day, of which kind, with whom and where."""

    _name = "hr.internship.week.slot"
    _description = "Half Day of a First Week"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "internship_id, date, half desc, id"

    reception_id = fields.Many2one(
        "hr.internship.reception", required=True, index=True, ondelete="cascade"
    )
    internship_id = fields.Many2one(
        related="reception_id.internship_id", store=True, precompute=True, index=True
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True
    )
    date = fields.Date(required=True)
    half = fields.Selection(HALVES, required=True, default="morning")
    kind = fields.Selection(SLOT_KINDS, required=True, default="own_work")
    name = fields.Char(string="What", required=True)
    employee_id = fields.Many2one(
        "hr.employee", string="With", ondelete="restrict", index="btree_not_null"
    )
    room = fields.Char()
    event_id = fields.Many2one(
        "calendar.event", readonly=True, copy=False, ondelete="set null",
        index="btree_not_null",
    )  # fmt: skip

    _half_unique = models.UniqueIndex(
        "(internship_id, date, half)",
        "That half day is planned already: change the line that is there.",
    )
    _order_idx = models.Index("(internship_id, date, half DESC, id)")

    @api.depends("name", "date")
    def _compute_display_name(self):
        for slot in self:
            slot.display_name = f"{slot.date or ''} {slot.name or ''}".strip()

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "internship_id",
            "date",
            "half",
            "kind",
            "name",
            "room",
        }

    def write(self, vals):
        if vals.get("reception_id"):
            # the programme that it moves to has to be the user's to change, too
            reception = self.env["hr.internship.reception"].browse(vals["reception_id"])
            reception.check_access("write")
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_events(self):
        """What is not done with the intern leaves the calendars too."""
        # sudo: the meeting was made for this half day and goes with it
        self.sudo().event_id.unlink()

    def _get_event_vals(self):
        """A meeting with who is named, in the hours of that half day."""
        self.ensure_one()
        # sudo: the calendar of a colleague's office hours
        user = self.sudo().employee_id.user_id
        tz = timezone(user.tz or self.env.user.tz or "Europe/Brussels")
        start, stop = (
            tz.localize(datetime.combine(self.date, time(hour)))
            .astimezone(UTC)
            .replace(tzinfo=None)
            for hour in HOURS[self.half]
        )
        intern = self.internship_id.sudo().partner_name
        return {
            "name": f"{self.name} ({intern})",
            "start": start,
            "stop": stop,
            "location": self.room,
            "user_id": self.env.uid,
            "partner_ids": [(6, 0, (user.partner_id | self.env.user.partner_id).ids)],
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Visits and talks during an internship."""

from odoo import api, fields, models
from odoo.tools import format_date

SEEN_KINDS = ("visit", "mentor", "intern", "midterm")


class HrInternshipTalk(models.Model):
    """A visit or a talk that took place; with whom, and what was said."""

    _name = "hr.internship.talk"
    _description = "Visit or Talk"
    _inherit = ["hr.internship.followup.mixin"]
    _order = "day desc, id desc"

    kind = fields.Selection(
        [
            ("visit", "Visit to the intern"),
            ("intern", "Talk with the intern"),
            ("mentor", "Talk with the mentor"),
            ("school", "Talk with the school"),
            ("midterm", "Half-way talk"),
            ("other", "Other"),
        ],
        required=True,
        default="visit",
    )
    day = fields.Date(string="On", required=True, default=fields.Date.context_today)
    user_id = fields.Many2one(
        "res.users",
        string="Who",
        ondelete="restrict",
        index="btree_not_null",
        default=lambda self: self.env.user,
        domain=[("share", "=", False)],
    )
    people = fields.Char(string="With", help="Who else was there.")
    notes = fields.Text()

    _order_idx = models.Index("(day DESC, id DESC)")

    @api.depends("day", "partner_name")
    def _compute_display_name(self):
        for talk in self:
            # sudo: who may read the talk may know whose it is
            intern = talk.sudo().partner_name or ""
            day = talk.day and format_date(self.env, talk.day)
            talk.display_name = f"{intern}: {day or ''}"

    @api.constrains("day")
    def _check_day(self):
        self._check_not_later(["day"])

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How long a signature is waited for, and how often one is reminded."""

from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    internship_sign_days = fields.Integer(
        string="Time to Sign",
        default=60,
        help="Days after which a document can not be signed any more. 0 for no limit.",
    )
    internship_sign_remind_first = fields.Integer(
        string="First Reminder to Sign",
        default=5,
        help="Days after the invitation. 0 for no reminders.",
    )
    internship_sign_remind_every = fields.Integer(
        string="Remind to Sign Every",
        default=7,
        help="Days between two reminders. 0 for only one.",
    )

    _internship_sign_check = models.Constraint(
        "CHECK(internship_sign_days >= 0 AND internship_sign_remind_first >= 0 "
        "AND internship_sign_remind_every >= 0)",
        "A number of days for signing can't be negative.",
    )

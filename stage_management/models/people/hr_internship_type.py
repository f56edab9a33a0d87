# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Kinds of internships."""

from odoo import fields, models


class HrInternshipType(models.Model):
    """A kind of internship: observation, practice, research…

    Source: toolbox A2, *kinds of internships*. An observation visit does not count
    as work: the rules on well-being at work of interns do not apply to it.
    """

    _name = "hr.internship.type"
    _description = "Internship Type"
    _order = "sequence, name, id"

    name = fields.Char(required=True, translate=True)
    description = fields.Text(translate=True)
    sequence = fields.Integer(default=10)
    counts_as_work = fields.Boolean(
        default=True,
        help="The intern works as the staff does, so that the rules on well-being at "
        "work apply: risk analysis, health assessment, protective equipment.",
    )
    active = fields.Boolean(default=True)

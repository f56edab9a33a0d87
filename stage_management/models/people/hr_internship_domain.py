# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Fields of work in which internships are offered."""

from odoo import fields, models


class HrInternshipDomain(models.Model):
    """A field of work: accounting, human resources, translation, ICT…

    Source: toolbox A2, *domains in which internships are offered*.
    """

    _name = "hr.internship.domain"
    _description = "Internship Domain"
    _order = "sequence, name, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    color = fields.Integer()
    active = fields.Boolean(default=True)

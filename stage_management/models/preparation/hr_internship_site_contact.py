# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Whom an intern can turn to in a building."""

from odoo import fields, models

CONTACT_ROLES = [
    ("hr", "HR"),
    ("ict", "ICT help desk"),
    ("trusted_person", "Trusted person"),
    ("first_aid", "First aid"),
    ("prevention", "Prevention adviser"),
    ("reception", "Reception desk"),
    ("other", "Other"),
]


class HrInternshipSiteContact(models.Model):
    """A person or a desk, with what it is there for."""

    _name = "hr.internship.site.contact"
    _description = "Contact of a Site for Internships"
    _order = "site_id, sequence, id"

    site_id = fields.Many2one(
        "hr.internship.site", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    role = fields.Selection(CONTACT_ROLES, required=True, default="other")
    name = fields.Char(required=True)
    phone = fields.Char()
    email = fields.Char()

    _order_idx = models.Index("(site_id, sequence, id)")

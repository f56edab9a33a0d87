# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An accepted candidate becomes an internship."""

from odoo import fields, models


class HrInternshipApplication(models.Model):
    _inherit = "hr.internship.application"

    internship_ids = fields.One2many("hr.internship", "application_id")

    def action_accept(self):
        """Accept the candidate and open the internship that follows from it.

        Everything known of the candidate and the place is carried over; accepting
        twice opens the same internship.
        """
        self.ensure_one()
        if self.state != "accepted":
            self._transition("accepted")
        internship = self.internship_ids[:1] or self.env["hr.internship"].create(
            self._prepare_internship_vals()
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship",
            "res_id": internship.id,
            "view_mode": "form",
        }

    def _prepare_internship_vals(self):
        """What the internship takes over; what is unknown keeps its default."""
        self.ensure_one()
        place = self.place_id
        known = {
            "application_id": self.id,
            "partner_id": self._find_or_create_partner().id,
            "school_id": self.school_id.id,
            "programme_id": self.programme_id.id,
            "place_id": place.id,
            "type_id": (self.type_id or place.type_id).id,
            "domain_ids": [(6, 0, (self.domain_ids | place.domain_ids).ids)],
            "subject": place.name or self.subject,
            "assignment": place.description or self.proposal,
            "lang": self.lang,
            "company_id": self.company_id.id,
            "date_start": self.date_start or place.date_start,
            "date_end": self.date_end or place.date_end,
            "mentor_id": self.mentor_id.id,
            "department_id": self.department_id.id,
            "backup_id": place.backup_id.id,
        }
        return {name: value for name, value in known.items() if value}

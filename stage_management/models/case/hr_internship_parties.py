# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who outside the organisation takes part, sees what and has to do what."""

from odoo import api, models


class HrInternship(models.Model):
    _inherit = "hr.internship"

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "name",
            "state",
            "subject",
            "date_start",
            "date_end",
            "active",
        }

    def _sync_participants(self):
        """Keep intern and school supervisor among the participants."""
        for internship in self:
            internship.participant_ids._sync_role(
                internship, "intern", internship.partner_id
            )
            internship.participant_ids._sync_role(
                internship, "school_supervisor", internship.supervisor_id
            )

    @api.model
    def _get_todos(self, partner):
        """What ``partner`` is expected to do: ``{internship id: [Todo, …]}``.

        Holds the internships in which ``partner`` takes part, those without
        anything to do included. Subjects and add-ons add their own.
        """
        # sudo: only internships of the person who is asked about.
        own = (
            self.env["hr.internship.participant"]
            .sudo()
            .search([("partner_id", "=", partner.id)])
        )
        return {internship.id: [] for internship in own.internship_id}

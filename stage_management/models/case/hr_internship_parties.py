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
        """Keep intern and school supervisor among the participants, one of each."""
        outdated = self.env["hr.internship.participant"]
        missing = []
        for internship in self:
            for role, partner in internship._wanted_participants().items():
                current = internship.participant_ids.filtered(
                    lambda participant, role=role: participant.role == role
                )
                kept = current.filtered(
                    lambda participant, partner=partner: (
                        participant.partner_id == partner
                    )
                )
                outdated |= current - kept
                if partner and not kept:
                    missing.append(
                        {
                            "internship_id": internship.id,
                            "role": role,
                            "partner_id": partner.id,
                        }
                    )
        outdated.unlink()
        outdated.create(missing)

    def _wanted_participants(self):
        """Who has which role by the fields of the internship."""
        self.ensure_one()
        return {"intern": self.partner_id, "school_supervisor": self.supervisor_id}

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

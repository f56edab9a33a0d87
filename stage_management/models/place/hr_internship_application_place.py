# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What candidates and places do to each other."""

from odoo import api, models


class HrInternshipApplication(models.Model):
    _inherit = "hr.internship.application"

    @api.model_create_multi
    def create(self, vals_list):
        applications = super().create(vals_list)
        applications.filtered(
            lambda candidate: candidate.state == "accepted"
        ).place_id._settle_seats()
        return applications

    def write(self, vals):
        if not {"state", "place_id"} & set(vals):
            return super().write(vals)
        places = self._seated_places()
        result = super().write(vals)
        (places | self._seated_places())._settle_seats()
        return result

    def _seated_places(self):
        """Places of which these candidates hold a seat."""
        return self.filtered(lambda candidate: candidate.state == "accepted").place_id

    def _release_from_place(self):
        """Keep these candidates as spontaneous ones: their place is not offered.

        A note in the thread says which place it was, and whoever follows the
        candidate is asked to look for another one.
        """
        for application in self.with_context(mail_activity_quick_update=True):
            place = application.place_id
            coordinator = application.user_id or place._get_coordinator()
            application.write(
                {
                    "place_id": False,
                    "subject": application.subject or place.name,
                    "type_id": (application.type_id or place.type_id).id,
                }
            )
            application._message_log(
                body=self.env._(
                    "The place “%(place)s” is no longer offered. The application is "
                    "kept as a spontaneous one.",
                    place=place.name,
                )
            )
            application.activity_schedule(
                "mail.mail_activity_data_todo",
                summary=self.env._("Find another place, or answer the candidate"),
                note=self.env._("“%(place)s” is no longer offered.", place=place.name),
                user_id=(coordinator or self.env.user).id,
            )

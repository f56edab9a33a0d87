# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who gets the light group of those who take part in internships."""

from odoo import models


class ResUsers(models.Model):
    _inherit = "res.users"

    def _sync_contributors(self):
        """Give the group *Contributor* to those of these users who lack it.

        The only place that gives the group by itself: mentors, backups, department
        managers and signatories of the organisation get it on becoming one. Which
        records they see is decided by the record rules, so nobody needs to take
        the group away again. Portal users, archived users and users who have the
        group are left alone.
        """
        # sudo: changing someone's groups is reserved to administrators, while a
        # coordinator names mentors all day; only this one light group is given.
        group = self.env.ref("stage_management.group_contributor").sudo()
        lacking = self.sudo().filtered(
            lambda user: (
                user.active and not user.share and group not in user.all_group_ids
            )
        )
        if lacking:
            group.write({"user_ids": [(4, user.id) for user in lacking]})

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What colleagues are expected to do, and whether they want it by mail."""

from odoo import api, fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    internship_digest = fields.Boolean(
        string="Internships by Mail",
        default=True,
        help="At most one mail a day with what waits for you in internships. Legal "
        "deadlines are mailed in any case.",
    )

    @property
    def SELF_READABLE_FIELDS(self):
        return [*super().SELF_READABLE_FIELDS, "internship_digest"]

    @property
    def SELF_WRITEABLE_FIELDS(self):
        return [*super().SELF_WRITEABLE_FIELDS, "internship_digest"]

    @api.private
    def _get_internship_todos(self, limit=100):
        """What these users are expected to do: ``{user id: [Todo, …]}``.

        Each kind gives at most ``limit`` per user on average, the most urgent first.
        Labels are in the language of the environment.
        """
        todos = self._gather_todos(limit)
        for user_id, listed in self._gather_listed_todos(limit).items():
            todos[user_id] += listed
        return todos

    def _gather_todos(self, limit):
        """To-dos of the digest and the start screen; subjects and add-ons add theirs,

        with a fixed number of queries for all users together.
        """
        return {user.id: [] for user in self}

    def _gather_listed_todos(self, limit):
        """To-dos that the start screen lists in a tile of their own; as above."""
        return {user.id: [] for user in self}

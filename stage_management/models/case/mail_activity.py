# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""To-dos that are with somebody else during an absence."""

from odoo import fields, models


class MailActivity(models.Model):
    _inherit = "mail.activity"

    absent_user_id = fields.Many2one(
        "res.users",
        string="Kept For",
        index="btree_not_null",
        ondelete="set null",
        help="The to-do comes back to this person on return.",
    )
    standin_user_id = fields.Many2one("res.users", ondelete="set null")

    def _get_owner(self):
        """Whose to-do it is; who was given it by hand since, has it for good."""
        self.ensure_one()
        is_kept = self.absent_user_id and self.user_id == self.standin_user_id
        return self.absent_user_id if is_kept else self.user_id

    def _hand_to(self, owner, standin):
        """Let ``standin`` do what is ``owner``'s; without a mail for each to-do."""
        self.ensure_one()
        is_moved = standin != owner
        vals = {
            "user_id": standin.id,
            "absent_user_id": owner.id if is_moved else False,
            "standin_user_id": standin.id if is_moved else False,
        }
        if any(self[name].id != (value or False) for name, value in vals.items()):
            self.with_context(mail_activity_quick_update=True).write(vals)

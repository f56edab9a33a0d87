# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The same person twice."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...tools.names import name_key


class HrInternshipApplication(models.Model):
    _inherit = "hr.internship.application"

    name_key = fields.Char(compute="_compute_name_key", store=True, precompute=True)
    duplicate_count = fields.Integer(compute="_compute_duplicate_count")
    merged_into_id = fields.Many2one(
        "hr.internship.application",
        string="Continued In",
        ondelete="set null",
        index="btree_not_null",
        copy=False,
        readonly=True,
    )

    _name_key_idx = models.Index("(name_key)")

    @api.depends("partner_name")
    def _compute_name_key(self):
        for application in self:
            application.name_key = name_key(application.partner_name)

    def _compute_duplicate_count(self):
        found = self.search_fetch(
            self._same_person_domain(), ["email_normalized", "name_key"]
        )
        for application in self:
            same = found.filtered(application._is_same_person)
            application.duplicate_count = len(same - application)

    def _same_person_domain(self):
        """Applications of the address or the name of any of these."""
        addresses = [email for email in self.mapped("email_normalized") if email]
        keys = [key for key in self.mapped("name_key") if key]
        return Domain("merged_into_id", "=", False) & (
            Domain("email_normalized", "in", addresses) | Domain("name_key", "in", keys)
        )

    def _is_same_person(self, other):
        """Whether name or address are those of ``other``."""
        has_address = self.email_normalized and (
            self.email_normalized == other.email_normalized
        )
        return bool(has_address or (self.name_key and self.name_key == other.name_key))

    def _get_duplicates(self):
        """The other applications that look like the same person's, oldest first."""
        self.ensure_one()
        found = self.search(self._same_person_domain(), order="received_on, id")
        return found - self

    def action_open_duplicates(self):
        """Open all applications of the same address or name, to compare them."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Same address or name"),
            "res_model": self._name,
            "view_mode": "list,form",
            "domain": list(self._same_person_domain()),
        }

    def action_merge(self):
        """Continue this candidate's thread in the earlier open application.

        Messages and files move; this application is put aside and names the other.

        :raise UserError: when there is no open application to continue in
        """
        self.ensure_one()
        kept = self._get_duplicates().filtered(
            lambda other: other.state in ("new", "review", "interview")
        )[:1]
        if not kept:
            raise UserError(
                self.env._(
                    "No other application of this person is open: there is nothing to "
                    "continue in."
                )
            )
        self._merge_into(kept)
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": kept.id,
            "view_mode": "form",
        }

    def _merge_into(self, kept):
        """Move thread and files of this application to ``kept``."""
        self.ensure_one()
        kept.check_access("write")
        if self.state == "interview":
            self._transition("review")
        self._transition("set_aside", merged_into_id=kept.id)
        self.message_change_thread(kept)
        # sudo: the files of a record that the user may write, checked above
        files = self.env["ir.attachment"].sudo()
        files.search([("res_model", "=", self._name), ("res_id", "=", self.id)]).write(
            {"res_id": kept.id}
        )
        self._message_log(
            body=self.env._(
                "Continued in the application of %s.", kept._get_html_link()
            )
        )
        kept._message_log(
            body=self.env._("A second application of the same person was added here.")
        )

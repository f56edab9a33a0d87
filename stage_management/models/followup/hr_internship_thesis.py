# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The intern's report or thesis: what is secret in it."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError


class HrInternshipThesis(models.Model):
    """A text about the internship that goes to the school.

    What is secret is agreed on early and checked before it is handed in. The intern
    answers for the content: who does research advises nobody.
    """

    _name = "hr.internship.thesis"
    _description = "Report or Thesis"
    _inherit = ["hr.internship.followup.mixin"]
    _order = "handed_in_by, id"

    name = fields.Char(string="Title", required=True)
    handed_in_by = fields.Date(string="To Be Handed In By", index="btree_not_null")
    secret = fields.Text(
        string="What Is Secret", help="What may not be in the text or be published."
    )
    agreed_on = fields.Date(string="Agreed with the Intern On", copy=False)
    checked_on = fields.Date(copy=False)
    checked_by_id = fields.Many2one(
        "res.users",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
        domain=[("share", "=", False)],
    )
    handed_in_on = fields.Date(copy=False)

    _order_idx = models.Index("(handed_in_by, id)")

    @api.constrains("agreed_on", "checked_on", "checked_by_id", "handed_in_on")
    def _check_steps(self):
        self._check_not_later(["agreed_on", "checked_on", "handed_in_on"])
        for thesis in self:
            if bool(thesis.checked_on) != bool(thesis.checked_by_id):
                raise ValidationError(
                    self.env._("Enter who checked the text together with the date.")
                )
            if not thesis.handed_in_on:
                continue
            if not thesis.checked_on or thesis.checked_on > thesis.handed_in_on:
                raise ValidationError(
                    self.env._(
                        "Check “%(name)s” for what is secret before it is handed in.",
                        name=thesis.name,
                    )
                )

    def action_check(self):
        """The user has read it: nothing secret is in it."""
        if self.env.user.share:
            raise AccessError(self.env._("Only the mentor or a coordinator checks it."))
        return self.write(
            {
                "checked_on": fields.Date.context_today(self),
                "checked_by_id": self.env.uid,
            }
        )

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "name",
            "handed_in_by",
            "secret",
            "agreed_on",
            "checked_on",
            "handed_in_on",
        }

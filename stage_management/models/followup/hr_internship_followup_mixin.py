# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What every record of the follow-up of an intern has."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError


class HrInternshipFollowupMixin(models.AbstractModel):
    """A record of one internship, for its mentor, its backup and the coordinators.

    What the intern does with it goes through named methods, which ask
    :meth:`_check_is_intern` first.
    """

    _name = "hr.internship.followup.mixin"
    _description = "Follow-up of an Internship"
    _inherit = ["hr.internship.portal.mixin"]

    internship_id = fields.Many2one(
        "hr.internship",
        required=True,
        index=True,
        ondelete="cascade",
        domain="[('state', 'not in', ('draft', 'cancelled'))]",
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True, index=True
    )
    partner_name = fields.Char(related="internship_id.partner_name", string="Intern")

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {"internship_id"}

    @api.model
    def _check_is_intern(self, internship):
        """Let only the intern of this internship go on.

        :raise AccessError: for everybody else
        """
        if self.env.user.partner_id != internship.sudo().partner_id:
            raise AccessError(self.env._("Only the intern can do this."))

    def _check_not_later(self, names):
        """Refuse a future date in what is entered after it took place."""
        today = fields.Date.context_today(self)
        for record in self:
            for name in names:
                if record[name] and record[name] > today:
                    label = self._fields[name]._description_string(self.env)
                    raise ValidationError(
                        self.env._(
                            "“%(field)s” lies in the future: enter it when it has "
                            "taken place.",
                            field=label,
                        )
                    )

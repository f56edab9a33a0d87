# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Activities of many records at once, read and counted quickly."""

from odoo import api, models
from odoo.fields import Domain


class HrInternshipActivityMixin(models.AbstractModel):
    """What lists and kanbans show of activities, without a price per record."""

    _name = "hr.internship.activity.mixin"
    _description = "Internship Activities"
    _inherit = ["mail.activity.mixin"]

    def _has_field_access(self, field, operation):
        # Core asks for the groups of the user at each value of each of the fields
        # of activities. This group is what ``share`` says; see its compute method.
        if field.groups == "base.group_user" and not self.env.user.share:
            return True
        return super()._has_field_access(field, operation)

    def _compute_activity_exception_type(self):
        some = self.filtered("activity_ids")
        rest = self - some
        rest.activity_exception_decoration = False
        rest.activity_exception_icon = False
        return super(HrInternshipActivityMixin, some)._compute_activity_exception_type()

    def _compute_activity_state(self):
        some = self.filtered("activity_ids")
        (self - some).activity_state = False
        return super(HrInternshipActivityMixin, some)._compute_activity_state()

    @api.model
    @api.readonly
    def read_progress_bar(self, domain, group_by, progress_bar):
        """Count only the records that have an activity.

        Core joins the activities to every record of the model before it counts; the
        bars leave out the records without activity in any case.
        """
        if progress_bar["field"] == "activity_state":
            # sudo: only narrows the records, whose own rules hold as before.
            with_activity = (
                self.env["mail.activity"]
                .sudo()
                ._search([("res_model", "=", self._name)])
                .subselect("res_id")
            )
            domain = Domain(domain) & Domain("id", "any!", with_activity)
        return super().read_progress_bar(domain, group_by, progress_bar)

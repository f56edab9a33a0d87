# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a portal user may read of a record, field by field."""

from odoo import api, models


class HrInternshipPortalMixin(models.AbstractModel):
    """Deny portal users every field that the model does not name.

    A portal user with read access to a record can read all of its fields by RPC
    and through ``/report``. A model with a portal access line inherits this mixin
    and names what may be read in :meth:`_portal_readable_fields`; the pages of the
    portal render ``sudo()`` records that were found by a rule-checked search.
    """

    _name = "hr.internship.portal.mixin"
    _description = "Internship Portal Access"

    @api.model
    def _portal_readable_fields(self):
        """Names of the fields that portal users may read, as a set.

        Holds what the ORM itself needs to search and order.
        """
        return {"id", "display_name"}

    def _has_field_access(self, field, operation):
        # called for every value that is read: the cheapest question comes first
        if self.env.su or not self.env.user.share:
            return super()._has_field_access(field, operation)
        return (
            operation == "read"
            and field.name in self._portal_readable_fields()
            and super()._has_field_access(field, operation)
        )

    def _mail_get_operation_for_mail_message_operation(self, message_operation):
        """The conversation on the record is internal: outside users never read it.

        Nobody outside may write the records, so what takes write access is closed
        to them; core would show every comment to whoever reads the record.
        """
        if self.env.su or not self.env.user.share:
            return super()._mail_get_operation_for_mail_message_operation(
                message_operation
            )
        return dict.fromkeys(self, "write")

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a line is called, and who does it."""

from odoo import models
from odoo.tools import SQL


class HrInternshipChecklistLine(models.Model):
    _inherit = "hr.internship.checklist.line"

    def _get_who(self):
        """Who does the line: the service, the person or the role."""
        self.ensure_one()
        if self.responsible == "service":
            return self.service_id.name
        if self.responsible == "intern":
            return self.intern_name or self.env._("intern")
        roles = dict(self._fields["responsible"]._description_selection(self.env))
        return self.user_id.name or roles[self.responsible]

    def _copy_translations(self):
        """Take over what the items are called in all languages, by one query."""
        if not self:
            return
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                """
                UPDATE hr_internship_checklist_line line
                   SET name = item.name
                  FROM hr_internship_checklist_item item
                 WHERE item.id = line.item_id AND line.id IN %s
                """,
                self._ids,
            )
        )
        self.invalidate_recordset(["name"])

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the register says of each internship."""

from odoo import api, models

_BATCH = 1000


class HrInternship(models.Model):
    _inherit = "hr.internship"

    @api.model
    def _register_columns(self):
        """Columns of the register: ``[(title, kind, width)]``.

        ``kind`` is ``text``, ``date`` or ``number``; see tools/xlsx.py.
        """
        return [
            (self.env._("Reference"), "text", 14),
            (self.env._("Intern"), "text", 26),
            (self.env._("School"), "text", 30),
            (self.env._("Programme"), "text", 30),
            (self.env._("Department"), "text", 26),
            (self.env._("Mentor"), "text", 24),
            (self.env._("Backup"), "text", 24),
            (self.env._("Type"), "text", 14),
            (self.env._("Topic"), "text", 36),
            (self.env._("Start"), "date", 12),
            (self.env._("End"), "date", 12),
            (self.env._("Days"), "number", 8),
            (self.env._("Hours"), "number", 8),
            (self.env._("State"), "text", 16),
        ]

    @api.model
    def _register_domain(self, date_from, date_to):
        """Internships that run on a day of the period, cancelled ones left out."""
        return [
            ("date_start", "<=", date_to),
            ("date_end", ">=", date_from),
            ("state", "!=", "cancelled"),
        ]

    @api.model
    def _register_rows(self, date_from, date_to):
        """Yield the rows of the register as tuples, oldest internship first."""
        ids = self.search(
            self._register_domain(date_from, date_to), order="date_start, id"
        ).ids
        for start in range(0, len(ids), _BATCH):
            batch = self.browse(ids[start : start + _BATCH])
            yield from batch._register_batch()
            batch.invalidate_recordset()

    def _register_batch(self):
        states = dict(self._fields["state"]._description_selection(self.env))
        return [
            (
                case.name,
                case.partner_id.name,
                case.school_id.name,
                case.programme_id.name,
                case.department_id.name,
                case.mentor_id.name,
                case.backup_id.name,
                case.type_id.name,
                case.subject,
                case.date_start,
                case.date_end,
                case.planned_days,
                case.planned_hours,
                states[case.state],
            )
            for case in self
        ]

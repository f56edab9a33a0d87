# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What waits for a service, by one mail a day at most."""

from collections import defaultdict

from odoo import api, fields, models
from odoo.tools import format_date

from ...tools.internship_states import LIVE_STATES

LINES_PER_MAIL = 100


class HrInternshipService(models.Model):
    _inherit = "hr.internship.service"

    @api.model
    def _cron_mail_lines(self):
        """Mail each service what is new, and what is late again every few days."""
        Line = self.env["hr.internship.checklist.line"]
        today = fields.Date.context_today(self)
        groups = Line._read_group(
            [("service_id.email", "!=", False), *self._lines_to_tell_domain(today)],
            ["service_id", "company_id"],
            ["id:recordset"],
        )
        for service, company, lines in groups:
            service.with_company(company)._mail_lines(lines[:LINES_PER_MAIL], today)
            self.env["ir.cron"]._commit_progress(1)

    @api.model
    def _lines_to_tell_domain(self, today):
        pause = fields.Date.subtract(
            today, days=self.env.company.internship_digest_days
        )
        return [
            ("state", "=", "open"),
            ("internship_id.state", "in", LIVE_STATES),
            "|",
            ("service_told_on", "=", False),
            "&",
            ("due_date", "<", today),
            ("service_told_on", "<=", pause),
        ]

    def _mail_lines(self, lines, today):
        self.ensure_one()
        template = self.env.ref("stage_management.mail_template_service_lines")
        template.with_context(told_line_ids=lines.ids).send_mail(self.id)
        lines.write({"service_told_on": today})
        self.env["mail.mail"]._send_queue_soon()

    def _get_told_interns(self):
        """For the template: ``[(intern, days and place, [(what, before)])]``."""
        lines = self.env["hr.internship.checklist.line"].browse(
            self.env.context.get("told_line_ids", [])
        )
        by_intern = defaultdict(list)
        for line in lines:
            due = format_date(self.env, line.due_date) if line.due_date else ""
            by_intern[line.internship_id].append((line.name, due))
        return [
            (case.partner_name, case._describe_stay(), by_intern[case])
            for case in by_intern
        ]

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Downloads of reports."""

from werkzeug.exceptions import NotFound

from odoo import fields, http
from odoo.http import content_disposition, request

from ...tools.xlsx import build_table

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class RegisterController(http.Controller):
    @http.route(
        "/internships/register.xlsx",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def download_register(self, date_from=None, date_to=None, **_options):
        """The register as an Excel file, for coordinators; others: not found.

        ``date_from`` and ``date_to`` are ISO dates; what is missing or is no date
        becomes this calendar year.
        """
        if not request.env.user.has_group("stage_management.group_coordinator"):
            raise NotFound
        start, end = self._period(date_from, date_to)
        internships = request.env["hr.internship"]
        content = build_table(
            request.env._("Internships"),
            internships._register_columns(),
            internships._register_rows(start, end),
        )
        name = request.env._("internships %(start)s %(end)s", start=start, end=end)
        return request.make_response(
            content,
            headers=[
                ("Content-Type", XLSX_TYPE),
                ("Content-Disposition", content_disposition(f"{name}.xlsx")),
                ("X-Content-Type-Options", "nosniff"),
            ],
        )

    def _period(self, date_from, date_to):
        today = fields.Date.today()
        start = self._date(date_from) or today.replace(month=1, day=1)
        end = self._date(date_to) or today.replace(month=12, day=31)
        return min(start, end), max(start, end)

    @staticmethod
    def _date(text):
        try:
            return fields.Date.to_date(text)
        except (ValueError, TypeError):
            return None

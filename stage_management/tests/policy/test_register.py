# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The register of internships as an Excel file."""

from io import BytesIO

from openpyxl import load_workbook

from odoo.tests import HttpCase, tagged

from ...tools.xlsx import build_table
from ..common import InternshipCommon


def read_rows(content):
    """Rows of the first sheet, as lists of values."""
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@tagged("post_install", "-at_install")
class TestRegister(InternshipCommon, HttpCase):
    def test_text_never_becomes_a_formula(self):
        content = build_table("T", [("A", "text", 9)], [("=1+1",), ("@x",), ("",)])
        sheet = load_workbook(BytesIO(content)).worksheets[0]
        self.assertEqual(sheet["A2"].value, "=1+1")
        self.assertEqual(sheet["A2"].data_type, "s")

    def test_coordinator_downloads_the_internships_of_a_period(self):
        self._internship()
        self._internship(date_start="2030-01-01", date_end="2030-02-01")
        self.authenticate("coordinator-1", "coordinator-1")
        response = self.url_open(
            "/internships/register.xlsx?date_from=2027-01-01&date_to=2027-12-31"
        )
        rows = read_rows(response.content)
        interns = [row[1] for row in rows[1:]]
        self.assertIn("Intern One", interns)
        starts = {row[9].year for row in rows[1:]}
        self.assertEqual(starts, {2027})

    def test_others_find_nothing(self):
        self.authenticate("mentor-1", "mentor-1")
        self.assertEqual(self.url_open("/internships/register.xlsx").status_code, 404)

    def test_odd_dates_become_this_year(self):
        self.authenticate("coordinator-1", "coordinator-1")
        response = self.url_open("/internships/register.xlsx?date_from=%00x&date_to=9")
        self.assertEqual(response.status_code, 200)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Write ``legacy_register.xlsx``, an officer's own list of earlier internships.

The lines stand in ``sources/legacy_register.csv``: ``d:`` starts a real date, ``n:``
a real number, a lone ``-`` is an empty line, all the rest is text as it was typed.
"""

import csv
import datetime
import sys
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).resolve().parent
TITLE = "Overzicht stagiairs 2023 - 2025 (P&O)"
WIDTHS = [20, 14, 22, 26, 26, 22, 14, 14, 10, 24, 34]
HEADER_ROW = 2


def read_lines():
    """Return the lines of the source, the header first."""
    path = HERE / "sources" / "legacy_register.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))


def write_cell(sheet, row, column, text, formats):
    """Write one value as the kind of cell that its prefix tells."""
    kind, __, value = text.partition(":")
    if kind == "d":
        date = datetime.date.fromisoformat(value)
        sheet.write_datetime(row, column, date, formats["date"])
    elif kind == "n":
        sheet.write_number(row, column, int(value))
    elif text:
        sheet.write_string(row, column, text)


def hours(lines):
    """Return the sum that the spreadsheet shows: texts do not count."""
    column = lines[0].index("Uren")
    cells = [line[column] for line in lines[1:] if len(line) > column]
    return sum(int(cell[2:]) for cell in cells if cell.startswith("n:"))


def write_total(sheet, row, line, lines, formats):
    """Write the last line: a label, a formula and a remark."""
    column = lines[0].index("Uren")
    sheet.write_string(row, 0, line[0], formats["bold"])
    formula = f"=SUM(I{HEADER_ROW + 2}:I{row})"
    sheet.write_formula(row, column, formula, formats["bold"], hours(lines))
    sheet.write_string(row, len(line) - 1, line[-1], formats["bold"])


def fill(sheet, formats):
    """Write title, header, lines and total."""
    lines = read_lines()
    sheet.merge_range(0, 0, 0, len(WIDTHS) - 1, TITLE, formats["title"])
    sheet.write_row(HEADER_ROW, 0, lines[0], formats["header"])
    for row, line in enumerate(lines[1:-1], HEADER_ROW + 1):
        for column, text in enumerate([] if line == ["-"] else line):
            write_cell(sheet, row, column, text, formats)
    last = HEADER_ROW + len(lines) - 1
    write_total(sheet, last, lines[-1], lines, formats)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(HEADER_ROW + 1, 0)


def write_register(path):
    """Write the workbook; the fixed date keeps its bytes the same."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        workbook.set_properties({"created": datetime.datetime(2026, 1, 30, 9, 0)})
        formats = {
            "title": workbook.add_format({"bold": True, "font_size": 14}),
            "header": workbook.add_format({"bold": True, "bg_color": "#D9E1F2"}),
            "bold": workbook.add_format({"bold": True}),
            "date": workbook.add_format({"num_format": "dd/mm/yyyy"}),
        }
        fill(workbook.add_worksheet("Stagiairs"), formats)


if __name__ == "__main__":
    target = sys.argv[1] if len(sys.argv) > 1 else HERE / "legacy_register.xlsx"
    write_register(Path(target))

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Tables as Excel files; text never becomes a formula."""

from io import BytesIO

import xlsxwriter


def build_table(sheet_name, columns, rows):
    """An .xlsx file of one table, as bytes.

    ``columns`` are ``(title, kind, width)`` with kind ``text``, ``date`` or
    ``number``; ``rows`` is any iterable of tuples in the order of the columns,
    written as it comes, so that a long one takes no memory. Empty values stay empty.
    """
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(
        buffer,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    sheet = workbook.add_worksheet(sheet_name[:31])
    formats = _formats(workbook)
    _write_head(sheet, columns, formats)
    count = 0
    for row in rows:
        count += 1
        _write_row(sheet, count, row, columns, formats)
    sheet.autofilter(0, 0, count, len(columns) - 1)
    workbook.close()
    return buffer.getvalue()


def _formats(workbook):
    return {
        "head": workbook.add_format(
            {"bold": True, "bg_color": "#175C7C", "font_color": "#FFFFFF", "border": 1}
        ),
        "date": workbook.add_format({"num_format": "dd/mm/yyyy"}),
        "number": workbook.add_format({"num_format": "0.##"}),
    }


def _write_head(sheet, columns, formats):
    for index, (_title, _kind, width) in enumerate(columns):
        sheet.set_column(index, index, width)
    sheet.freeze_panes(1, 0)
    for index, (title, _kind, _width) in enumerate(columns):
        sheet.write_string(0, index, title, formats["head"])


def _write_row(sheet, position, row, columns, formats):
    for index, (value, (_title, kind, _width)) in enumerate(
        zip(row, columns, strict=True)
    ):
        if value is None or value is False or value == "":
            continue
        if kind == "date":
            sheet.write_datetime(position, index, value, formats["date"])
        elif kind == "number":
            sheet.write_number(position, index, value, formats["number"])
        else:
            sheet.write_string(position, index, str(value))

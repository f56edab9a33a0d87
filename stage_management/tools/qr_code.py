# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""QR codes as vector pictures, made with the encoder that Odoo's ReportLab brings."""

import base64

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

QUIET_ZONE = 4


def modules(text):
    """Return the rows of a QR code as strings of ``#`` (dark) and ``.``."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    size = range(code.getModuleCount())
    return ["".join("#" if code.isDark(y, x) else "." for x in size) for y in size]


def svg(text):
    """Return the QR code of a text as an SVG document, with its quiet zone."""
    rows = modules(text)
    size = len(rows) + 2 * QUIET_ZONE
    path = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, module in enumerate(row)
        if module == "#"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"'
        f' shape-rendering="crispEdges"><path d="{path}"/></svg>'
    )


def data_uri(text):
    """Return the QR code of a text as an address that an ``<img>`` can show."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg(text).encode()).decode()

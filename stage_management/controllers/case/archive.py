# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Download of all files of one internship."""

import tempfile

from werkzeug.exceptions import NotFound
from werkzeug.wsgi import wrap_file

from odoo import http
from odoo.http import content_disposition, request

MAX_ID = 2**31 - 1


class ArchiveController(http.Controller):
    @http.route(
        f"/internships/<int(max={MAX_ID}):internship_id>/archive.zip",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def download_archive(self, internship_id, **_options):
        """The files that this user may read, for colleagues; others: not found."""
        internship = request.env["hr.internship"]
        if request.env.user.has_group("stage_management.group_contributor"):
            internship = internship.search([("id", "=", internship_id)])
        if not internship:
            raise NotFound
        # on disk: an archive may be larger than what a worker may hold in memory;
        # closed with the response
        stream = tempfile.TemporaryFile()  # noqa: SIM115
        internship._write_archive(stream)
        size = stream.tell()
        stream.seek(0)
        response = request.make_response(
            wrap_file(request.httprequest.environ, stream),
            headers=[
                ("Content-Type", "application/zip"),
                ("Content-Length", str(size)),
                (
                    "Content-Disposition",
                    content_disposition(internship._get_archive_name()),
                ),
                ("X-Content-Type-Options", "nosniff"),
                ("Cache-Control", "private, no-store"),
            ],
        )
        response.call_on_close(stream.close)
        response.direct_passthrough = True
        return response

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reading, signing and refusing documents."""

from odoo.exceptions import UserError
from odoo.http import content_disposition, request, route

from .portal import MAX_ID, InternshipPortal, clean_text

PAGE = f"/my/signatures/<int(max={MAX_ID}):request_id>"
MAX_NAME = 200
MAX_REASON = 500
MAX_IMAGE = 1024 * 1024


class SignaturePortal(InternshipPortal):
    @route(
        "/my/signatures",
        type="http",
        auth="user",
        website=True,
        readonly=True,
        methods=["GET"],
    )
    def portal_my_signatures(self, **kw):
        values = {
            **self._prepare_portal_layout_values(),
            "page_name": "signatures",
            "documents": self._search_documents([], limit=self._items_per_page),
        }
        return request.render("stage_management_portal.portal_my_signatures", values)

    @route(PAGE, type="http", auth="user", website=True, readonly=True, methods=["GET"])
    def portal_my_signature(self, request_id, **kw):
        document = self._find_document(request_id)
        return self._render_document(document) if document else self._not_found()

    @route(PAGE, type="http", auth="user", website=True, methods=["POST"])
    def portal_sign(self, request_id, name="", agreed="", drawing="", **kw):
        document = self._find_document(request_id)
        if not document:
            return self._not_found()
        name, drawing = clean_text(name, MAX_NAME), clean_text(drawing, MAX_IMAGE)
        errors = self._get_sign_errors(document, name, agreed)
        if not errors:
            errors = self._act(
                document, "_sign", typed_name=name, image=drawing or None
            )
        if errors:
            return self._render_document(document, errors=errors, typed_name=name)
        return request.redirect(f"/my/signatures/{document.id}#situation")

    @route(PAGE + "/refuse", type="http", auth="user", website=True, methods=["POST"])
    def portal_refuse(self, request_id, reason="", **kw):
        document = self._find_document(request_id)
        if not document:
            return self._not_found()
        reason = clean_text(reason, MAX_REASON)
        errors = self._get_refuse_errors(document, reason)
        if not errors:
            errors = self._act(document, "_refuse", reason=reason)
        if errors:
            return self._render_document(document, errors=errors)
        return request.redirect(f"/my/signatures/{document.id}#situation")

    @route(
        PAGE + "/document",
        type="http",
        auth="user",
        website=True,
        multilang=False,
        readonly=True,
        methods=["GET"],
    )
    def portal_signature_document(self, request_id, download=None, **kw):
        document = self._find_document(request_id)
        if not document:
            return self._not_found()
        return self._send_file(document, download)

    def _send_file(self, document, download):
        field, filename = document._get_portal_file()
        stream = request.env["ir.binary"]._get_stream_from(
            document, field, filename=filename, mimetype="application/pdf"
        )
        return self._protect(stream.get_response(), filename, bool(download))

    @route(
        PAGE + f"/annex/<int(max={MAX_ID}):annex_id>",
        type="http",
        auth="user",
        website=True,
        multilang=False,
        readonly=True,
        methods=["GET"],
    )
    def portal_signature_annex(self, request_id, annex_id, **kw):
        annex = self._search_visible(
            "hr.internship.signature.annex",
            [("id", "=", annex_id), ("request_id", "=", request_id)],
        )
        return self._send_annex(annex) if annex else self._not_found()

    def _send_annex(self, annex):
        stream = request.env["ir.binary"]._get_stream_from(
            annex, "datas", filename=annex.filename, mimetype=annex.mimetype
        )
        return self._protect(stream.get_response(), annex.filename, True)

    def _find_document(self, request_id):
        return self._search_visible(
            "hr.internship.signature.request", [("id", "=", request_id)]
        )

    def _render_document(self, document, errors=None, typed_name=""):
        values = {
            **self._prepare_portal_layout_values(),
            **self._prepare_signing_values(document, document.my_signatory_id),
            "annexes": self._describe_annexes(
                self._search_visible(
                    "hr.internship.signature.annex", [("request_id", "=", document.id)]
                )
            ),
            "page_name": "signature",
            "page_url": f"/my/signatures/{document.id}",
            "errors": errors or {},
            "typed_name": typed_name,
        }
        return request.render("stage_management_portal.portal_my_signature", values)

    def _describe_annexes(self, annexes):
        """What a page says about them: ``[(annex, size as text)]``."""
        return [(annex, self._format_size(annex.size)) for annex in annexes]

    def _prepare_signing_values(self, document, signatory):
        return {
            "document": document,
            "signatory": signatory,
            "situation": document._get_portal_situation(signatory),
            "notice": document._get_portal_notice(signatory),
            "file_size": self._format_size(document.size),
        }

    def _get_sign_errors(self, document, name, agreed, signatory=None):
        """What is missing in the form: ``{field: sentence}``; nothing to sign: none.

        A page that can't be signed any more says so itself.
        """
        if document._get_portal_situation(signatory) != "to_sign":
            return {"page": document._get_portal_notice(signatory)}
        errors = {}
        if not agreed:
            errors["agreed"] = request.env._(
                "Tick the box to confirm that you have read the document."
            )
        if not name:
            errors["name"] = request.env._("Type your first and last name.")
        return errors

    def _get_refuse_errors(self, document, reason, signatory=None):
        if document._get_portal_situation(signatory) != "to_sign":
            return {"page": document._get_portal_notice(signatory)}
        if not reason:
            return {"reason": request.env._("Say in a few words why you do not sign.")}
        return {}

    def _act(self, document, method, signatory=None, **values):
        """Let the current person act on the document; return the errors of the form.

        :param signatory: who came by a personal link; else the one who is logged in
        """
        try:
            with request.env.cr.savepoint():
                getattr(document, method)(
                    signatory or document.my_signatory_id,
                    "link" if signatory else "portal",
                    ip=request.httprequest.remote_addr,
                    user_agent=request.httprequest.user_agent.string,
                    **values,
                )
        except UserError as error:
            return {"page": str(error)}
        return {}

    @staticmethod
    def _format_size(size):
        """Roughly how long a download takes, alike in all languages."""
        if size < 1_000_000:
            return f"{max(1, round(size / 1000))} kB"
        return f"{round(size / 1_000_000)} MB"

    @staticmethod
    def _protect(response, filename, is_download):
        """Let the browser show the file in our page, and do nothing else with it."""
        kind = "attachment" if is_download else "inline"
        disposition = content_disposition(filename, disposition_type=kind)
        response.headers["Content-Disposition"] = disposition
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        response.headers["Cache-Control"] = "private, no-cache"
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline';"
            " frame-ancestors 'self'"
        )
        return response

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The public check of documents: by code or by file, without login or JavaScript."""

from odoo import http
from odoo.http import request

from ...tools.verification import LANGUAGES, PublicCheck, choose_language

PAGE = "/internships/verify"
MAX_FILE = 25 * 1024 * 1024
# what the form may weigh: more than the file, so that we can say that it is too large
MAX_FORM = 2 * MAX_FILE
LIMIT = 30
MINUTES = 10
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


class VerificationController(http.Controller):
    """Tells what is public, and changes nothing: no session, no cookie, no CSRF."""

    @http.route(
        [PAGE, f"{PAGE}/<string:code>"],
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def show(self, code="", lang="", **_options):
        """The form; with a code, as in the QR code of a document, also its answer."""
        self._choose_language(lang)
        return self._answer(code=_text(code)) if code else self._render()

    @http.route(
        PAGE,
        type="http",
        auth="public",
        methods=["POST"],
        csrf=False,
        save_session=False,
        max_content_length=MAX_FORM,
    )
    def check(self, code="", file=None, lang="", **_options):
        """The answer for a file, or else for a code."""
        self._choose_language(lang)
        return self._answer(_text(code), file if hasattr(file, "read") else None)

    def _choose_language(self, wanted):
        """Answer in what the visitor chose, or else in what the browser asks for."""
        codes = self._get_languages()
        header = request.httprequest.headers.get("Accept-Language", "")
        chosen = choose_language(_text(wanted), header, list(codes))
        request.update_context(lang=codes[chosen])

    @staticmethod
    def _get_languages():
        """Installed ones of the languages of documents: ``{two letters: code}``."""
        installed = [code for code, _name in request.env["res.lang"].get_installed()]
        codes = {}
        for iso in LANGUAGES:
            found = [code for code in installed if code.split("_")[0] == iso]
            if found:
                codes[iso] = found[0]
        return codes or {"en": "en_US"}

    def _answer(self, code="", file=None):
        limits = request.env["hr.internship.rate.limit"]
        address = request.httprequest.remote_addr
        if limits._is_exceeded("verify", address, LIMIT, MINUTES):
            error = request.env._(
                "You checked many documents in a short time. Try again in"
                " %(minutes)s minutes.",
                minutes=MINUTES,
            )
            return self._render(code=code, error=error, status=429)
        if file is not None and file.filename:
            return self._check_file(file)
        if not code.strip():
            error = request.env._("Type a verification code or choose a PDF file.")
            return self._render(error=error)
        check = request.env["hr.internship.verification"]._check_code(code)
        return self._render(code=code, check=check)

    def _check_file(self, file):
        data = file.read(MAX_FILE + 1)
        if len(data) > MAX_FILE:
            error = request.env._("The file is larger than 25 MB.")
            return self._render(error=error)
        if b"%PDF-" not in data[:1024]:
            error = request.env._("This is no PDF file: choose the document itself.")
            return self._render(error=error)
        check = request.env["hr.internship.verification"]._check_file(data)
        return self._render(check=check, filename=file.filename[:200])

    def _render(self, check=None, code="", error="", filename="", status=200):
        lang = request.env.context["lang"]
        values = {
            "page": PAGE,
            "html_lang": lang.replace("_", "-"),
            "languages": self._get_languages(),
            "language": lang.split("_")[0],
            "language_names": {
                "nl": "Nederlands",
                "fr": "Français",
                "de": "Deutsch",
                "en": "English",
            },
            # sudo: only the name
            "company": (check and check.company) or request.env.company.sudo().name,
            "check": check or PublicCheck(""),
            "tone": self._get_tone(check) if check else "",
            "heading": self._get_heading(check, error),
            "code": code[:40],
            "error": error,
            "filename": filename,
        }
        html = request.env["ir.qweb"]._render("stage_management.verify_page", values)
        headers = [("Content-Type", "text/html; charset=utf-8"), *HEADERS.items()]
        if status == 429:
            headers.append(("Retry-After", str(MINUTES * 60)))
        return request.make_response(f"<!DOCTYPE html>\n{html}", headers, status=status)

    @staticmethod
    def _get_tone(check):
        is_ended = check.status == "authentic" and check.state and not check.is_valid
        return "caution" if is_ended else check.status

    def _get_heading(self, check, error):
        if error:
            return request.env._("Not checked")
        headings = {
            "authentic": request.env._("Authentic"),
            "caution": request.env._("Authentic, but not valid"),
            "altered": request.env._("Altered"),
            "unknown": request.env._("Unknown"),
        }
        return headings[self._get_tone(check)] if check else ""


def _text(value):
    """Return what somebody typed as one plain string, "" for anything else."""
    return value.replace("\0", "")[:200] if isinstance(value, str) else ""

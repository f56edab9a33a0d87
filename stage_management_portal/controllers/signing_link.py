# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signing by a personal link and a code, without an account."""

import time

from odoo.http import request, route

from .portal import MAX_ID, clean_text
from .signature import MAX_IMAGE, MAX_NAME, MAX_REASON, SignaturePortal

PAGE = "/internships/sign/<string:token>"
# Seconds for which a browser that gave the code may go on.
VERIFIED_FOR = 2 * 60 * 60
MAX_LINKS = 20
SESSION_KEY = "stage_management_signing_links"
PUBLIC = {"type": "http", "auth": "public", "website": True, "sitemap": False}


class SigningLink(SignaturePortal):
    """Each route first asks whether the link works, then whether the code was given.

    A link that does not work, for whatever reason, gets the same page. What is read
    and signed is looked up from the link alone, never from an id.
    """

    @route(PAGE, **PUBLIC, readonly=True, methods=["GET"])
    def link_page(self, token, **kw):
        signatory = self._find(token)
        if not signatory:
            return self._no_link()
        if not self._is_verified(signatory):
            return self._render_code_page(signatory, token)
        return self._render_link_page(signatory, token)

    @route(PAGE + "/code", **PUBLIC, methods=["POST"])
    def link_send_code(self, token, **kw):
        signatory = self._find(token)
        if not signatory:
            return self._no_link()
        problem = signatory._send_code()
        if problem:
            return self._render_code_page(signatory, token, errors={"page": problem})
        return self._hide(request.redirect(self._page_url(token)))

    @route(
        [PAGE + "/code", PAGE + "/check", PAGE + "/refuse"],
        **PUBLIC,
        readonly=True,
        methods=["GET"],
    )
    def link_reload(self, token, **kw):
        return self._hide(request.redirect(self._page_url(token)))

    @route(PAGE + "/check", **PUBLIC, methods=["POST"])
    def link_check_code(self, token, code="", **kw):
        signatory = self._find(token)
        if not signatory:
            return self._no_link()
        problem = signatory._check_code(clean_text(code, 20))
        if problem:
            place = "code" if signatory._has_code() else "page"
            return self._render_code_page(signatory, token, errors={place: problem})
        self._set_verified(signatory)
        return self._hide(request.redirect(self._page_url(token)))

    @route(PAGE, **PUBLIC, methods=["POST"])
    def link_sign(self, token, name="", agreed="", drawing="", **kw):
        signatory, refusal = self._find_verified(token)
        if refusal:
            return refusal
        document = signatory.request_id
        name, drawing = clean_text(name, MAX_NAME), clean_text(drawing, MAX_IMAGE)
        errors = self._get_sign_errors(document, name, agreed, signatory)
        if not errors:
            errors = self._act(
                document, "_sign", signatory, typed_name=name, image=drawing or None
            )
        return self._answer(signatory, token, errors, typed_name=name)

    @route(PAGE + "/refuse", **PUBLIC, methods=["POST"])
    def link_refuse(self, token, reason="", **kw):
        signatory, refusal = self._find_verified(token)
        if refusal:
            return refusal
        reason = clean_text(reason, MAX_REASON)
        document = signatory.request_id
        errors = self._get_refuse_errors(document, reason, signatory)
        if not errors:
            errors = self._act(document, "_refuse", signatory, reason=reason)
        return self._answer(signatory, token, errors)

    @route(
        PAGE + "/document", **PUBLIC, multilang=False, readonly=True, methods=["GET"]
    )
    def link_document(self, token, download=None, **kw):
        signatory, refusal = self._find_verified(token)
        if refusal:
            return refusal
        response = self._send_file(signatory.request_id, download)
        return self._hide(response)

    @route(
        PAGE + f"/annex/<int(max={MAX_ID}):annex_id>",
        **PUBLIC,
        multilang=False,
        readonly=True,
        methods=["GET"],
    )
    def link_annex(self, token, annex_id, **kw):
        signatory, refusal = self._find_verified(token)
        if refusal:
            return refusal
        annexes = signatory._get_visible_annexes()
        annex = annexes.filtered(lambda annex: annex.id == annex_id)
        if not annex:
            return self._no_link()
        return self._hide(self._send_annex(annex))

    # who is there

    def _find(self, token):
        return request.env["hr.internship.signatory"]._find_by_link(token)

    def _find_verified(self, token):
        """The signatory of the link when this browser gave the code before.

        :returns: ``(signatory, None)``, or ``(None, answer)`` that leads to the code
        """
        signatory = self._find(token)
        if not signatory:
            return None, self._no_link()
        if not self._is_verified(signatory):
            return None, self._hide(request.redirect(self._page_url(token)))
        return signatory, None

    def _is_verified(self, signatory):
        verified = request.session.get(SESSION_KEY) or {}
        return verified.get(signatory.link_hash, 0) > time.time()

    def _set_verified(self, signatory):
        """Let this browser go on; it gets another session, which nobody can know."""
        verified = dict(request.session.get(SESSION_KEY) or {})
        verified[signatory.link_hash] = time.time() + VERIFIED_FOR
        newest = sorted(verified.items(), key=lambda item: item[1])[-MAX_LINKS:]
        request.session[SESSION_KEY] = dict(newest)
        request.session.should_rotate = True

    # pages

    def _page_url(self, token):
        return f"/internships/sign/{token}"

    def _answer(self, signatory, token, errors, **values):
        """Show the page again with its errors, or by a redirect what was done."""
        if errors:
            return self._render_link_page(signatory, token, errors=errors, **values)
        return self._hide(request.redirect(f"{self._page_url(token)}#situation"))

    def _render_code_page(self, signatory, token, errors=None):
        values = {
            "page_url": self._page_url(token),
            "email": signatory._get_masked_email(),
            "res_company": signatory.company_id,
            "errors": errors or {},
            "is_sent": signatory._has_code(),
        }
        page = request.render("stage_management_portal.signing_link_code", values)
        return self._hide(page)

    def _render_link_page(self, signatory, token, errors=None, typed_name=""):
        values = {
            **self._prepare_signing_values(signatory.request_id, signatory),
            "annexes": self._describe_annexes(signatory._get_visible_annexes()),
            "res_company": signatory.company_id,
            "page_url": self._page_url(token),
            "errors": errors or {},
            "typed_name": typed_name,
        }
        page = request.render("stage_management_portal.signing_link_page", values)
        return self._hide(page)

    def _no_link(self):
        page = request.render("stage_management_portal.signing_link_dead", status=404)
        return self._hide(page)

    @staticmethod
    def _hide(response):
        """Keep the address out of caches, of other sites and of search engines."""
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signing in the portal beside Odoo's quotations, both without making a PDF."""

import base64
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from harness import Measurement
from portal_client import PortalClient

from odoo import SUPERUSER_ID, api
from odoo.tools.image import image_data_uri

RUNS = 15
SIGNER = "bench-signer"
REQUEST = "hr.internship.signature.request"
PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)
PDF = b"%PDF-1.7\n" + b"0" * 60_000


def measurements(users):
    """The first of three signatories, and the last one, beside *Accept & Sign*."""
    registry = users.registry
    with registry.cursor() as cr:
        env = api.Environment(cr, SUPERUSER_ID, {})
        if "sale.order" not in env:
            raise SystemExit("The volume has no quotations: make it anew.")
        signer = _make_signer(env)
        first = _make_requests(env, signer, is_last=False)
        last = _make_requests(env, signer, is_last=True)
        orders = _make_orders(env, signer) + _make_orders(env, signer)
        cr.commit()  # pylint: disable=invalid-commit
    portal = PortalClient(registry, SIGNER)
    for what, requests in (("first", first), ("last, which completes", last)):
        yield Measurement(
            f"sign a document in the portal: {what}",
            lambda requests=requests: _sign(portal, registry, requests.pop()),
            lambda: _accept(portal, registry, orders.pop()),
            at_most=1.0,
            runs=RUNS,
        )


@contextmanager
def _without_pdf_and_mail_server(registry):
    """Neither side makes a PDF or talks to a mail server."""
    with ExitStack() as stack:
        for model, method, result in (
            ("ir.actions.report", "_render_qweb_pdf", (b"%PDF-1.4", "pdf")),
            ("mail.mail", "send", True),
        ):
            stack.enter_context(
                patch.object(registry[model], method, lambda *a, r=result, **k: r)
            )
        yield


def _sign(portal, registry, request_id):
    values = {"name": "Bench Signer", "agreed": "1"}
    values["drawing"] = image_data_uri(PNG.encode())
    with _without_pdf_and_mail_server(registry):
        portal.post_form(f"/my/signatures/{request_id}", **values)


def _accept(portal, registry, order):
    order_id, token = order
    with _without_pdf_and_mail_server(registry):
        result = portal.call_json(
            f"/my/orders/{order_id}/accept",
            access_token=token,
            name="Bench Signer",
            signature=PNG,
        )
    assert "redirect_url" in result, result


def _make_signer(env):
    """A portal user who signs everything, and to whom quotations are made."""
    users = env["res.users"].with_context(no_reset_password=True)
    return users.search([("login", "=", SIGNER)]) or users.create(
        {
            "name": "Bench Signer",
            "login": SIGNER,
            "email": f"{SIGNER}@bench.example",
            "group_ids": [(6, 0, env.ref("base.group_portal").ids)],
        }
    )


def _make_requests(env, signer, is_last):
    """Ids of documents that wait for the signer, alone or before a second round."""
    other = env["res.partner"].create({"name": "Other", "email": "o@bench.example"})
    head = env.ref("base.user_admin").partner_id
    head.email = head.email or "head@bench.example"
    people = [("intern", 1, signer.partner_id)]
    if not is_last:
        people += [("school", 1, other), ("organisation", 2, head)]
    requests = env[REQUEST].create(
        [
            {
                "name": f"Agreement {number}",
                "internship_id": env["hr.internship"].search([], limit=1).id,
                "datas": base64.b64encode(PDF),
                "signatory_ids": [
                    (0, 0, {"role": role, "order": order, "partner_id": partner.id})
                    for role, order, partner in people
                ],
            }
            for number in range(RUNS + 1)
        ]
    )
    requests.action_send()
    return requests.ids


def _make_orders(env, signer):
    """``(id, token)`` of quotations that wait for a signature."""
    product = env["product.product"].create({"name": "Bench", "list_price": 10})
    orders = env["sale.order"].create(
        [
            {
                "partner_id": signer.partner_id.id,
                "require_signature": True,
                "require_payment": False,
                "state": "sent",
                "order_line": [(0, 0, {"product_id": product.id})],
            }
            for _number in range(RUNS + 1)
        ]
    )
    return [(order.id, order._portal_ensure_token()) for order in orders]

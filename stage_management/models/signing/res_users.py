# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What colleagues are asked to sign."""

from odoo import models
from odoo.fields import Domain

from ...tools.extension import Todo


class ResUsers(models.Model):
    _inherit = "res.users"

    def _gather_listed_todos(self, limit):
        todos = super()._gather_listed_todos(limit)
        label = self.env._("Read and sign: %(document)s")
        # sudo: only what each of these persons is asked to sign
        signatories = (
            self.env["hr.internship.signatory"]
            .sudo()
            .search(
                Domain("state", "=", "to_sign")
                & (
                    Domain("partner_id", "in", self.partner_id.ids)
                    | Domain("substitute_id", "in", self.ids)
                    & Domain("substitute_asked_on", "!=", False)
                ),
                order="id",
                limit=limit * len(self),
            )
        )
        by_partner = {user.partner_id: user for user in self}
        for signatory in signatories:
            substitute = signatory.substitute_id & self
            asked = by_partner.get(signatory.partner_id, self.browse())
            if signatory.substitute_asked_on:
                asked |= substitute
            request = signatory.request_id
            text = label % {"document": request.name}
            url = f"/odoo/internship-signatures/{request.id}"
            for user in asked:
                todos[user.id].append(Todo("sign", text, url))
        return todos

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Annexes of a request: tied to the chain, and verified."""

import json

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools import hash_chain
from .write_guard import is_unlocked, unlock


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    annex_ids = fields.One2many("hr.internship.signature.annex", "request_id")
    # number, name and hash of each as they were frozen: says which one is missing
    annex_list = fields.Text("List of Annexes", readonly=True, copy=False)

    @api.model_create_multi
    def create(self, vals_list):
        given = [{k: v for k, v in v.items() if k != "annex_list"} for v in vals_list]
        return super().create(given)

    def write(self, vals):
        if "annex_list" in vals and not is_unlocked(self):
            raise UserError(
                self.env._("The list of annexes is made by freezing them, not by hand.")
            )
        return super().write(vals)

    def _note_annexes(self):
        """Keep which annexes there are, while nothing has been sent yet."""
        for request in self.exists():
            unlock(request).sudo().annex_list = request._describe_annexes()

    def _describe_annexes(self):
        # sudo: the list names all annexes, also those that not everybody sees
        annexes = self.sudo().annex_ids.sorted(lambda a: (a.sequence, a.id))
        rows = [[annex.sequence, annex.name, annex.sha256] for annex in annexes]
        return json.dumps(rows, ensure_ascii=False) if rows else False

    def _get_annex_rows(self):
        """``[[number, name, SHA-256], …]`` as frozen, in their order."""
        self.ensure_one()
        try:
            rows = json.loads(self.annex_list or "[]")
            return [
                [int(number), str(name), str(digest)] for number, name, digest in rows
            ]
        except (ValueError, TypeError):
            return [[0, self.env._("unreadable list"), self.annex_list]]

    def _get_genesis(self):
        """Tie the chain to the annexes as well, when there are any."""
        self.ensure_one()
        hashes = [digest for _number, _name, digest in self._get_annex_rows()]
        return hash_chain.genesis(
            self.verification_code, self.sha256, self.size, hashes
        )

    def _check_act(self, signatory, channel):
        result = super()._check_act(signatory, channel)
        if self._find_annex_alterations():
            raise UserError(
                self.env._(
                    "An annex is not the one that was sent for signature. Tell the "
                    "coordinator: the document must be withdrawn and sent again."
                )
            )
        return result

    def _find_alterations(self):
        return super()._find_alterations() + self._find_annex_alterations()

    def _find_annex_alterations(self):
        """One sentence for each annex that was changed, taken away or added."""
        self.ensure_one()
        self.invalidate_recordset(["annex_ids"])
        # sudo: see _verify
        annexes = self.sudo().annex_ids
        annexes.invalidate_recordset()
        sentences, known = [], annexes.browse()
        for number, name, digest in self._get_annex_rows():
            found = annexes.filtered(lambda a, n=number: a.sequence == n)[:1]
            known |= found
            if not found:
                sentences.append(self._annex_sentence("gone", number, name))
            elif not found._is_as_frozen(name, digest):
                sentences.append(self._annex_sentence("changed", number, name))
        sentences += [
            self._annex_sentence("added", annex.sequence, annex.name)
            for annex in annexes - known
        ]
        return sentences + self._find_list_alteration()

    def _annex_sentence(self, what, number, name):
        annex = {"number": number, "name": name}
        return {
            "gone": self.env._("Annex %(number)s (%(name)s) was taken away.", **annex),
            "changed": self.env._("Annex %(number)s (%(name)s) was changed.", **annex),
            "added": self.env._(
                "Annex %(number)s (%(name)s) was added after the document was frozen.",
                **annex,
            ),
        }[what]

    def _find_list_alteration(self):
        """Whether the first act was given for this list of annexes."""
        if not self.annex_list:
            return []
        first = self.signature_ids.filtered(lambda act: act.sequence == 1)
        if not first or first.previous_hash == self._get_genesis():
            return []
        return [
            self.env._(
                "The list of annexes is not the one that the first act was given for."
            )
        ]

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Annexes are bound to the chain: what happens to one is seen and named."""

import base64

from odoo.exceptions import UserError
from odoo.tools import SQL

from ...tools import hash_chain
from .common import SigningCase


class TestSignatureAnnex(SigningCase):
    def _annexed(self, is_sent=True):
        return self._request(
            is_sent=is_sent,
            annex_ids=[
                (
                    0,
                    0,
                    {
                        "sequence": number,
                        "name": name,
                        "filename": f"{name}.pdf",
                        "datas": base64.b64encode(f"%PDF {name}".encode()),
                    },
                )
                for number, name in enumerate(("Rules", "Risks"), 1)
            ],
        )

    def _signed(self):
        request = self._annexed()
        self._sign(request, self.intern, self.school, self.head)
        self.env.flush_all()
        return request

    def _replace(self, annex, data):
        self.env["ir.attachment"].sudo().search(
            [
                ("res_model", "=", annex._name),
                ("res_field", "=", "datas"),
                ("res_id", "=", annex.id),
            ]
        ).write({"raw": data})
        self.env.invalidate_all()

    def _execute(self, query, *values):
        self.env.cr.execute(SQL(query, *values))
        self.env.invalidate_all()

    def test_first_act_follows_the_hashes_of_the_annexes(self):
        request = self._signed()
        plain = hash_chain.genesis(
            request.verification_code, request.sha256, request.size
        )
        first = request.signature_ids.sorted("sequence")[0]
        self.assertNotEqual(first.previous_hash, plain)
        self.assertEqual(
            first.previous_hash,
            hash_chain.genesis(
                request.verification_code,
                request.sha256,
                request.size,
                request.annex_ids.mapped("sha256"),
            ),
        )
        self.assertAuthentic(request)

    def test_without_annexes_a_chain_begins_as_before(self):
        request = self._request()
        self.assertEqual(
            request._get_genesis(),
            hash_chain.genesis(request.verification_code, request.sha256, request.size),
        )

    def test_changed_file_is_named(self):
        request = self._signed()
        self._replace(request.annex_ids[1], b"%PDF forged")
        self.assertAltered(request, "Annex 2 (Risks) was changed.")

    def test_changed_file_with_its_hash_is_named(self):
        request = self._signed()
        annex = request.annex_ids[1]
        self._replace(annex, b"%PDF forged")
        self._execute(
            "UPDATE hr_internship_signature_annex SET sha256 = %s, size = 11"
            " WHERE id = %s",
            hash_chain.sha256(b"%PDF forged"),
            annex.id,
        )
        self.assertAltered(request, "Annex 2 (Risks) was changed.")

    def test_removed_annex_is_named(self):
        request = self._signed()
        self._execute(
            "DELETE FROM hr_internship_signature_annex WHERE id = %s",
            request.annex_ids[0].id,
        )
        self.assertAltered(request, "Annex 1 (Rules) was taken away.")

    def test_added_annex_is_named(self):
        request = self._signed()
        for number in (3, 2):
            with self.subTest(number=number):
                self._execute(
                    "INSERT INTO hr_internship_signature_annex"
                    " (request_id, company_id, sequence, name, filename, sha256, size)"
                    " VALUES (%s, %s, %s, 'More', 'more.pdf', 'x', 1)",
                    request.id,
                    request.company_id.id,
                    number,
                )
                self.assertAltered(request, f"Annex {number} (More) was added")

    def test_list_that_was_changed_along_is_seen(self):
        request = self._signed()
        self._execute(
            "DELETE FROM hr_internship_signature_annex WHERE id = %s",
            request.annex_ids[1].id,
        )
        self._execute(
            "UPDATE hr_internship_signature_request SET annex_list = %s WHERE id = %s",
            request._describe_annexes(),
            request.id,
        )
        self.assertAltered(request, "The list of annexes is not the one")

    def test_nobody_signs_with_an_annex_that_was_replaced(self):
        request = self._annexed()
        self._replace(request.annex_ids[0], b"%PDF forged")
        with self.assertRaisesRegex(UserError, "An annex is not the one"):
            self._sign(request, self.intern)
        self.assertFalse(request.signature_ids)

    def test_annexes_of_what_was_sent_stay(self):
        request = self._annexed()
        with self.assertRaisesRegex(UserError, "as it was frozen"):
            request.annex_ids[0].name = "Other"
        with self.assertRaisesRegex(UserError, "stay as"):
            request.annex_ids[0].unlink()
        with self.assertRaisesRegex(UserError, "stay as"):
            request.annex_ids.create(
                {
                    "request_id": request.id,
                    "sequence": 3,
                    "name": "More",
                    "datas": base64.b64encode(b"%PDF more"),
                }
            )
        with self.assertRaisesRegex(UserError, "not by hand"):
            request.annex_list = False

    def test_annex_taken_out_of_a_draft_is_not_bound(self):
        request = self._annexed(is_sent=False)
        request.annex_ids[0].unlink()
        request.with_user(self.coordinator).action_send()
        self._sign(request, self.intern, self.school, self.head)
        self.assertAuthentic(request)

    def test_annex_without_a_file_is_refused(self):
        with self.assertRaisesRegex(UserError, "has no file"):
            self._request(
                annex_ids=[(0, 0, {"sequence": 1, "name": "Empty", "datas": b""})]
            )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What somebody with access to the database or the disk changes is detected."""

import base64
import re

from odoo.tests import tagged

from ...tools import hash_chain, pdf_seal
from .common import PNG, sample_pdf
from .forger import ForgerCase
from .seal_certificates import seal_folder


@tagged("post_install", "-at_install")
class TestTampering(ForgerCase):
    def test_nothing_changed_is_authentic(self):
        self.assertAuthentic(self.request)

    def test_a_changed_byte_of_the_file(self):
        data = bytearray(sample_pdf())
        data[len(data) // 2] ^= 1
        self._replace_file("datas", bytes(data))
        self.assertAltered(self.request, "stored file differs")

    def test_a_lost_file(self):
        self._replace_file("datas", b"")
        self.assertAltered(self.request, "missing")

    def test_another_file_with_its_own_hash(self):
        other = sample_pdf("Other")
        self._replace_file("datas", other)
        self._set_request(sha256=hash_chain.sha256(other), size=len(other))
        self.assertAltered(self.request, "Act 1", "another file")

    def test_a_changed_name(self):
        self._set(2, name="Somebody Else")
        self.assertAltered(self.request, "personal part of act 2")

    def test_a_changed_image(self):
        other = base64.b64encode(base64.b64decode(PNG) + b"x")
        act = self.request.signature_ids[0]
        self.env["ir.attachment"].sudo().search(
            [("res_model", "=", act._name), ("res_field", "=", "image")]
        ).filtered(lambda file: file.res_id == act.id).write({"datas": other})
        self.env.invalidate_all()
        self.assertAltered(self.request, "personal part of act 1")

    def test_a_changed_time_role_channel_round_or_hash(self):
        for values in (
            {"signed_on": "2020-01-01 00:00:00"},
            {"role": "guardian"},
            {"channel": "backend_typed"},
            {"order": 7},
            {"hash": "0" * 64},
        ):
            with self.subTest(values=values), self.env.cr.savepoint() as savepoint:
                self._set(2, **values)
                self.assertAltered(self.request, "act 2", "Sam School")
                savepoint.rollback()
            self.env.invalidate_all()
        self.assertAuthentic(self.request)

    def test_a_changed_order(self):
        self._set(1, sequence=9)
        self._set(2, sequence=1)
        self._set(9, sequence=2)
        self.assertAltered(self.request, "order of the acts")

    def test_a_deleted_act(self):
        for sequence in (1, 2, 3):
            with self.subTest(sequence=sequence), self.env.cr.savepoint() as savepoint:
                self._delete(sequence)
                self.assertAltered(self.request, f"Act {sequence} is missing")
                savepoint.rollback()
            self.env.invalidate_all()

    def test_a_chain_cut_with_its_count(self):
        self._delete(3)
        self._set_request(signature_count=2)
        self.assertAltered(self.request, "made again", "stands as signed")

    def test_an_added_act(self):
        self._append(self._records())
        self.assertAltered(self.request, "Act 4", "added")

    def test_a_rebuilt_chain(self):
        self._rebuild()
        self.assertAltered(self.request, "made again")

    def test_a_chain_rebuilt_together_with_its_head_differs_from_the_evidence(self):
        self._run_cron()
        self.assertAuthentic(self.request)
        head = self._rebuild()
        self._set_request(head_hash=head)
        self.assertAltered(self.request, "evidence page states other acts")

    def test_a_changed_signed_file(self):
        self._run_cron()
        data = self.request._get_signed_file()
        self._replace_file("signed_datas", data + b"\n")
        self.assertAltered(self.request, "evidence page was changed")

    def test_an_anonymised_act_still_verifies(self):
        self._run_cron()
        self.request.signature_ids[0]._anonymise()
        act = self.request.signature_ids[0]
        self.assertRecordValues(
            act, [{"name": False, "email": False, "ip": False, "image": False}]
        )
        self.assertFalse(act.sudo().salt)
        self.assertAuthentic(self.request)

    def test_the_button_says_what_was_changed(self):
        self._set(2, name="Somebody Else")
        params = self.request.with_user(self.coordinator).action_verify()["params"]
        self.assertEqual(params["type"], "danger")
        self.assertIn("act 2", params["message"])

    def test_nobody_signs_a_changed_file(self):
        request = self.request = self._request()
        self._replace_file("datas", sample_pdf("Other"))
        with self.assertRaisesRegex(Exception, "not the one that was sent"):
            self._sign(request, self.intern)

    def test_an_uploaded_file_is_told_authentic_altered_or_unknown(self):
        self._run_cron()
        signed = self.request._get_signed_file()
        model = self.env["hr.internship.signature.request"]
        damaged = bytearray(signed)
        damaged[len(sample_pdf()) // 2] ^= 1
        statuses = [
            model._verify_file(data).status
            for data in (sample_pdf(), signed, bytes(damaged), signed + b" ", b"other")
        ]
        self.assertEqual(
            statuses, ["authentic", "authentic", "altered", "altered", "unknown"]
        )

    def test_all_acts_anonymised_still_verify(self):
        self._run_cron()
        self.request.signature_ids._anonymise()
        self.assertTrue(all(self.request.signature_ids.mapped("is_anonymised")))
        self.assertAuthentic(self.request)
        self._set(2, role="guardian")
        self.assertAltered(self.request, "act 2")


@tagged("post_install", "-at_install")
class TestTamperedSeal(ForgerCase):
    """The seal closes what the database alone can not: whoever changes all of it."""

    def setUp(self):
        super().setUp()
        with seal_folder(self.request.company_id.id):
            self._run_cron()
        self.sealed = self.request._get_signed_file()
        self.unsealed = self.sealed[: self._end_before_seal()]

    def _end_before_seal(self):
        """Where the file ended before its last update."""
        marks = [match.end() for match in re.finditer(rb"%%EOF\n?", self.sealed)]
        return marks[-2]

    def _store(self, data):
        """Store another signed file together with its hash."""
        self._replace_file("signed_datas", data)
        self._set_request(signed_sha256=hash_chain.sha256(data))

    def test_a_sealed_file_is_authentic(self):
        self.assertTrue(pdf_seal.is_intact(self.sealed))
        self.assertFalse(pdf_seal.is_intact(self.unsealed))
        self.assertAuthentic(self.request)

    def test_a_seal_taken_off(self):
        self._replace_file("signed_datas", self.unsealed)
        self.assertAltered(self.request, "evidence page was changed")

    def test_a_seal_taken_off_with_the_hash_of_the_file(self):
        self._store(self.unsealed)
        self.assertAltered(self.request, "seal of the organisation was taken off")

    def test_a_page_changed_below_the_seal(self):
        data = bytearray(self.sealed)
        data[self.sealed.rindex(b"endstream", 0, len(self.unsealed)) - 8] ^= 1
        self._store(bytes(data))
        self.assertAltered(self.request, "seal of the organisation was taken off")

    def test_something_added_behind_the_seal(self):
        self._store(self.sealed + b"\n1 0 obj\nnull\nendobj\n%%EOF\n")
        self.assertAltered(self.request, "seal of the organisation was taken off")

    def test_the_public_is_told(self):
        verification = self.env["hr.internship.verification"]
        self.assertEqual(verification._check_file(self.sealed).status, "authentic")
        self.assertEqual(verification._check_file(self.unsealed).status, "altered")

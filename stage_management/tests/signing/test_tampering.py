# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What somebody with access to the database or the disk changes is detected."""

import base64
from dataclasses import replace

from odoo.tools import SQL

from ...tools import hash_chain
from .common import PNG, SigningCase, sample_pdf

TABLE = SQL.identifier("hr_internship_signature")


class TestTampering(SigningCase):
    def setUp(self):
        super().setUp()
        self.request = self._request()
        self._sign(self.request, self.intern, image=PNG)
        self._sign(self.request, self.school, self.head)
        self.env.flush_all()

    def _set(self, number, /, **values):
        """Change columns of an act behind the back of the ORM."""
        columns = SQL(", ").join(
            SQL("%s = %s", SQL.identifier(name), value)
            for name, value in values.items()
        )
        self.env.cr.execute(
            SQL(
                "UPDATE %s SET %s WHERE request_id = %s AND sequence = %s",
                TABLE,
                columns,
                self.request.id,
                number,
            )
        )
        self.env.invalidate_all()

    def _delete(self, sequence):
        self.env.cr.execute(
            SQL(
                "DELETE FROM %s WHERE request_id = %s AND sequence = %s",
                TABLE,
                self.request.id,
                sequence,
            )
        )
        self.env.invalidate_all()

    def _replace_file(self, field, data):
        """Store other bytes for a field, as somebody with the superuser's rights."""
        self.env["ir.attachment"].sudo().search(
            [
                ("res_model", "=", self.request._name),
                ("res_field", "=", field),
                ("res_id", "=", self.request.id),
            ]
        ).write({"raw": data})
        self.env.invalidate_all()

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
        self.env.cr.execute(
            SQL(
                "UPDATE hr_internship_signature_request SET sha256 = %s, size = %s"
                " WHERE id = %s",
                hash_chain.sha256(other),
                len(other),
                self.request.id,
            )
        )
        self.env.invalidate_all()
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

    # what a forger would do

    def _records(self):
        return [act._get_record() for act in self.request.signature_ids]

    def _append(self, records):
        forged = replace(
            records[-1], sequence=4, previous_hash=records[-1].hash, salt=""
        )
        forged = hash_chain.seal(forged)
        self.env.cr.execute(
            SQL(
                """INSERT INTO hr_internship_signature (request_id, company_id,
                   sequence, kind, role, "order", channel, signed_on,
                   document_sha256, previous_hash, personal_digest, hash, salt, name,
                   typed_name, email, ip, user_agent)
                   SELECT request_id, company_id, 4, kind, role, "order", channel,
                   signed_on, document_sha256, %s, %s, %s, %s, name, typed_name,
                   email, ip, user_agent
                   FROM hr_internship_signature
                   WHERE request_id = %s AND sequence = 3""",
                forged.previous_hash,
                forged.personal_digest,
                forged.hash,
                forged.salt,
                self.request.id,
            )
        )
        self.env.invalidate_all()

    def _rebuild(self):
        """Make all acts again with another name in the first; return the head."""
        previous = self.request._get_genesis()
        for record in self._records():
            person = record.personal
            if record.sequence == 1:
                person = replace(person, name="Forged")
            record = hash_chain.seal(
                replace(record, previous_hash=previous, salt="", personal=person)
            )
            previous = record.hash
            self._set(
                record.sequence,
                name=person.name,
                previous_hash=record.previous_hash,
                personal_digest=record.personal_digest,
                hash=record.hash,
                salt=record.salt,
            )
        return previous

    def _set_request(self, **values):
        columns = SQL(", ").join(
            SQL("%s = %s", SQL.identifier(name), value)
            for name, value in values.items()
        )
        self.env.cr.execute(
            SQL(
                "UPDATE hr_internship_signature_request SET %s WHERE id = %s",
                columns,
                self.request.id,
            )
        )
        self.env.invalidate_all()

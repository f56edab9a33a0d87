# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What somebody with access to the database and the disk would do."""

from dataclasses import replace

from odoo.tools import SQL

from ...tools import hash_chain
from .common import PNG, SigningCase

TABLE = SQL.identifier("hr_internship_signature")


class ForgerCase(SigningCase):
    """A request that three signed, and ways to change it behind the ORM."""

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

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import mute_logger

from .common import SigningCase


class TestPartnerChanges(SigningCase):
    def _merge(self, *partners):
        wizard = self.env["base.partner.merge.automatic.wizard"]
        ids = [partner.id for partner in partners]
        wizard._merge(ids, partners[0], extra_checks=False)

    def test_two_signatories_of_one_document_are_not_merged(self):
        other = self.env["res.partner"].create({"name": "Twin", "email": "t@x.example"})
        signatories = [
            Command.create({"partner_id": partner.id, "role": "school"})
            for partner in (self.intern.partner_id, other)
        ]
        self._request(signatory_ids=signatories)
        with self.assertRaisesRegex(UserError, "Twin"):
            self._merge(self.intern.partner_id, other)

    def test_a_merged_signatory_keeps_what_was_signed(self):
        request = self._completed()
        before = request.signature_ids[1].name
        other = self.env["res.partner"].create({"name": "Duplicate of Sam"})
        self._merge(other, self.school.partner_id)
        self.env.invalidate_all()
        self.assertEqual(request.signatory_ids[1].partner_id, other)
        self.assertEqual(request.signature_ids[1].name, before)
        self.assertAuthentic(request)

    def test_a_renamed_and_archived_signatory_keeps_the_copied_name(self):
        request = self._completed()
        self.school.active = False
        self.school.partner_id.write({"name": "Renamed", "active": False})
        self.assertEqual(request.signature_ids[1].name, "Sam School")
        self.assertEqual(request.signatory_ids[1].state, "signed")
        self.assertAuthentic(request)

    @mute_logger("odoo.sql_db")
    def test_a_signatory_can_not_be_deleted(self):
        self._request()
        partner = self.school.partner_id
        self.school.unlink()
        with self.assertRaises(IntegrityError), self.env.cr.savepoint():
            partner.unlink()

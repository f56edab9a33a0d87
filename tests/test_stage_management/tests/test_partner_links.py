# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""No person takes a legal record away, and no list is read without an index."""

from odoo.tests import TransactionCase, tagged

from .common import OURS, our_models

PEOPLE = ("res.partner", "res.users", "hr.employee")


@tagged("post_install", "-at_install")
class TestPartnerLinks(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.models = set(our_models(cls.env))
        cls.fields = [
            field
            for name, model in cls.env.registry.items()
            if not model._abstract
            for field in model._fields.values()
            if name in cls.models or set(field._modules) & set(OURS)
        ]

    def _is_link_to_people(self, field):
        return (
            field.type == "many2one"
            and field.store
            and field.comodel_name in PEOPLE
            and not field.name.endswith("_uid")
            and not self.env[field.model_name]._transient
        )

    def test_the_sweep_finds_links(self):
        found = {str(field) for field in self.fields if self._is_link_to_people(field)}
        self.assertIn("hr.internship.partner_id", found)
        self.assertGreater(len(found), 10)

    def test_people_never_cascade(self):
        cascading = [
            str(field)
            for field in self.fields
            if self._is_link_to_people(field) and field.ondelete == "cascade"
        ]
        self.assertFalse(cascading, "deleting a person would delete these records")

    def test_inverse_of_every_list_is_indexed(self):
        slow = []
        for field in self.fields:
            if field.type != "one2many" or not field.inverse_name or field.related:
                continue
            inverse = self.env[field.comodel_name]._fields[field.inverse_name]
            is_link = inverse.type == "many2one" and inverse.store
            if is_link and not inverse.index:
                slow.append(f"{field} reads {inverse} without an index")
        self.assertFalse(slow, "\n".join(slow))

    def test_signing_tables_have_no_constraint_on_partners(self):
        """A merge of two contacts deletes rows that break a constraint."""
        tables = [self.env[name]._table for name in self.models if ".signat" in name]
        self.env.cr.execute(
            """
            SELECT c.relname, i.relname
              FROM pg_index x
              JOIN pg_class c ON c.oid = x.indrelid
              JOIN pg_class i ON i.oid = x.indexrelid
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(x.indkey)
             WHERE x.indisunique AND c.relname = ANY(%s) AND a.attname = 'partner_id'
            """,
            [tables],
        )
        self.assertTrue(tables)
        self.assertFalse(self.env.cr.fetchall())

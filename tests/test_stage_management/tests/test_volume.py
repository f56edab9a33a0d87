# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the generator of large volumes writes is what the ORM would have stored."""

import importlib.util
from pathlib import Path

from odoo.tests import TransactionCase, tagged

GENERATOR = Path(__file__).parents[3] / "data" / "generate_volume.py"
ROWS = 60
MODELS = (
    "hr.internship",
    "hr.internship.term",
    "hr.internship.participant",
    "hr.internship.place",
    "hr.internship.application",
)


@tagged("post_install", "-at_install")
class TestVolume(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        spec = importlib.util.spec_from_file_location("generate_volume", GENERATOR)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        cls.made, cls.computed = module.generate(cls.env, ROWS)

    def test_as_many_as_asked(self):
        self.assertEqual(self.made["hr.internship"], ROWS)
        self.assertEqual(self.env["hr.internship"].search_count([]), ROWS)

    def test_stored_is_what_would_be_computed(self):
        for model_name in MODELS:
            records = self.env[model_name].with_context(active_test=False).search([])
            self.assertTrue(records)
            for field in records._fields.values():
                if not (field.store and field.compute and field.column_type):
                    continue
                if not field.readonly and not field.related:
                    continue  # whoever enters the record may say otherwise
                with self.subTest(field=str(field)):
                    self._assert_same(records, field)

    def _assert_same(self, records, field):
        stored = {record.id: record[field.name] for record in records}
        self.env.add_to_compute(field, records)
        for record in records:
            value = record[field.name]
            if field.type == "float":
                self.assertAlmostEqual(value, stored[record.id], 2)
            else:
                self.assertEqual(value, stored[record.id])

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What we add to models of others never keeps others from making records."""

from odoo.tests import TransactionCase, tagged

from .common import OURS


@tagged("post_install", "-at_install")
class TestCoreColumns(TransactionCase):
    def _find_required(self):
        """Stored fields of ours that a record of another add-on can't do without.

        While Odoo updates its own apps, our defaults are not loaded yet, but the
        columns are there.
        """
        return [
            str(field)
            for model in self.env.registry.values()
            if model._auto
            and not model._transient
            and model._original_module not in OURS
            for field in model._fields.values()
            if field.store and field.required and set(field._modules) <= set(OURS)
        ]

    def test_no_column_of_ours_is_required_on_models_of_others(self):
        self.assertEqual(self._find_required(), [])

    def test_a_required_column_is_found(self):
        field = self.env["res.company"]._fields["internship_capacity_policy"]
        self.addCleanup(setattr, field, "required", field.required)
        field.required = True
        self.assertIn(str(field), self._find_required())

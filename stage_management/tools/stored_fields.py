# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is read of records in one go."""


def read_together(model):
    """Names of the stored fields that the ORM would read together."""
    return [
        name
        for name, field in model._fields.items()
        if field.column_type and field.store and field.prefetch
    ]

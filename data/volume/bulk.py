# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Rows written by COPY: defaults are those of the ORM, ids are handed out first."""

import csv
import io
from datetime import date, datetime

from odoo.tools import SQL

AUTOMATIC = {"id", "create_uid", "create_date", "write_uid", "write_date"}
BATCH = 5_000


class Bulk:
    """Writes rows, and remembers which computed fields it was not told.

    A field that a model gained since is no reason to fail: it gets its default, or
    is computed by the ORM in :meth:`complete`.
    """

    def __init__(self, env):
        self.env = env
        self._unknown = []

    def ids(self, model_name, count):
        """Reserve ``count`` ids of a model; return them as a range."""
        table = self.env[model_name]._table
        self.env.cr.execute(
            SQL(
                "SELECT setval(%(name)s, nextval(%(name)s) + %(count)s)",
                name=f"{table}_id_seq",
                count=count,
            )
        )
        last = self.env.cr.fetchone()[0]
        return range(last - count, last)

    def insert(self, model_name, rows, later=()):
        """Write dicts of column values; all of them have the same keys.

        :param later: computed fields that the caller writes afterwards
        """
        if not rows:
            return
        model = self.env[model_name]
        given = set(rows[0])
        defaults = self._defaults(model, given)
        rows = [{**defaults, **row} for row in rows]
        self._copy(model._table, list(rows[0]), (row.values() for row in rows))
        unknown = [
            field
            for field in model._fields.values()
            if field.compute and field.store and field.column_type
            if field.type != "properties" and field.name not in {*given, *later}
        ]
        ids = [row["id"] for row in rows]
        self._unknown += [(model_name, field.name, ids) for field in unknown]

    def link(self, model_name, field_name, pairs):
        """Write the pairs of ids of a many-to-many field."""
        field = self.env[model_name]._fields[field_name]
        self._copy(field.relation, [field.column1, field.column2], pairs)

    def complete(self):
        """Let the ORM compute what the rows did not say; return those fields."""
        for model_name, field_name, ids in self._unknown:
            model = self.env[model_name].with_context(tracking_disable=True)
            for start in range(0, len(ids), BATCH):
                records = model.browse(ids[start : start + BATCH])
                self.env.add_to_compute(model._fields[field_name], records)
                records.flush_recordset([field_name])
                self.env.invalidate_all()
        found = sorted({(model, field) for model, field, _ids in self._unknown})
        self._unknown.clear()
        return found

    def _defaults(self, model, given):
        """What the ORM would write in the columns that the rows leave out."""
        left = [
            field
            for field in model._fields.values()
            if field.store and field.column_type and not field.company_dependent
            if field.name not in given | AUTOMATIC
        ]
        values = model.default_get([f.name for f in left if f.default])
        for field in left:
            if field.required and not field.compute and field.name not in values:
                raise ValueError(f"{field} is required: tell data/volume what it is.")
        blank = model.browse()
        return {
            field.name: field.convert_to_column_insert(values[field.name], blank)
            for field in left
            if field.name in values
        }

    def _copy(self, table, columns, rows):
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerows([_plain(value) for value in row] for row in rows)
        text.seek(0)
        names = ", ".join(f'"{column}"' for column in columns)
        # no words of others: names of the ORM's own tables and columns
        self.env.cr._obj.copy_expert(
            f'COPY "{table}" ({names}) FROM STDIN WITH (FORMAT csv)', text
        )


def _plain(value):
    """A value as COPY reads it; nothing is NULL."""
    if value is None or value is False:
        return None if value is None else "f"
    if value is True:
        return "t"
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value

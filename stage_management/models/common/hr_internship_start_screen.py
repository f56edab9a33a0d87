# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a person sees first: put together from what the subjects add."""

from dataclasses import asdict
from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL

LINES_PER_TILE = 5
NAMES_PER_DAY = 4
TODOS = 6
SHOWN_OF_TILES = ("name", "title", "model", "action", "context", "icon", "tone")


class HrInternshipStartScreen(models.AbstractModel):
    """Plain data of the start screen; the number of queries never grows.

    Subjects and add-ons add their own tiles, events of the week and first steps by
    extending the methods below, and their to-dos by those of ``res.users``. Record
    rules decide what a person finds in them.
    """

    _name = "hr.internship.start.screen"
    _description = "Internship Start Screen"

    @api.model
    def _get_tiles(self):
        """The lists of the screen: ``[StartTile, …]``; see tools/extension.py."""
        return []

    @api.model
    def _get_week_groups(self, first_day, last_day):
        """What happens from ``first_day`` to ``last_day``: ``[WeekGroup, …]``."""
        return []

    @api.model
    def _get_first_steps(self):
        """What a new organisation does first: ``[FirstStep, …]``; else nothing."""
        return []

    @api.model
    def _get_start_screen(self):
        """The whole screen of the current user, as values that go through JSON."""
        today = fields.Date.context_today(self)
        tiles = self._load_tiles()
        groups = self._load_week(today)
        lines = self._load_lines(tiles, groups)
        return {
            "today": fields.Date.to_string(today),
            "todos": self._load_todos(today),
            "tiles": [self._show_tile(*loaded, lines) for loaded in tiles],
            "week": self._show_week(today, groups, lines),
            "first_steps": [asdict(step) for step in self._load_first_steps(tiles)],
        }

    def _load_tiles(self):
        """``[(tile, records, count)]`` of the tiles that the user may read."""
        return [
            (tile, *self._search_tile(tile))
            for tile in sorted(self._get_tiles(), key=lambda tile: tile.sequence)
            if self.env[tile.model].has_access("read")
        ]

    def _search_tile(self, tile):
        """The first records of a tile and the number of all, by a single query."""
        model = self.env[tile.model]
        query = model._search(tile.domain, order=tile.order, limit=LINES_PER_TILE)
        # the database counts before it applies the limit
        columns = (SQL.identifier(query.table, "id"), SQL("COUNT(*) OVER ()"))
        rows = self.env.execute_query(query.select(*columns))
        count = rows[0][1] if rows else 0
        return model.browse(record_id for record_id, _count in rows), count

    def _load_first_steps(self, tiles):
        return self._get_first_steps()

    def _load_week(self, today):
        monday = today - timedelta(days=today.weekday())
        return [
            group
            for group in self._get_week_groups(monday, monday + timedelta(days=6))
            if group.count
        ]

    def _load_lines(self, tiles, groups):
        """What each record is called: ``{model: {id: StartLine}}``, read at once."""
        ids = {}
        for tile, records, _count in tiles:
            ids.setdefault(tile.model, set()).update(records.ids)
        for group in groups:
            ids.setdefault(group.model, set()).update(group.record_ids)
        return {
            model: self.env[model].browse(sorted(found))._get_start_lines()
            for model, found in ids.items()
        }

    def _load_todos(self, today):
        todos = self.env.user._gather_todos(TODOS)[self.env.uid]
        todos.sort(key=lambda todo: (todo.due is None, todo.due or today))
        return [
            {
                "label": todo.label,
                "url": todo.url,
                "due": todo.due and fields.Date.to_string(todo.due),
                "is_overdue": bool(todo.due) and todo.due < today,
            }
            for todo in todos[:TODOS]
        ]

    def _show_tile(self, tile, records, count, lines):
        notes = getattr(records, tile.notes)() if tile.notes else {}
        return {
            **{name: getattr(tile, name) for name in SHOWN_OF_TILES},
            "count": count,
            "lines": [
                {
                    "id": record.id,
                    **vars(lines[tile.model][record.id]),
                    "date": self._show_date(record, tile.date_field),
                    "note": notes.get(record.id, ""),
                }
                for record in records
            ],
        }

    def _show_date(self, record, name):
        value = record[name] if name else False
        return fields.Date.to_string(fields.Date.to_date(value)) if value else False

    def _show_week(self, today, groups, lines):
        monday = today - timedelta(days=today.weekday())
        days = [monday + timedelta(days=index) for index in range(7)]
        shown = []
        for day in days:
            events = [group for group in groups if group.day == day]
            if day.weekday() > 4 and not events:
                continue
            shown.append(
                {
                    "day": fields.Date.to_string(day),
                    "is_today": day == today,
                    "groups": [self._show_group(group, lines) for group in events],
                }
            )
        return shown

    def _show_group(self, group, lines):
        return {
            "kind": group.kind,
            "title": group.title,
            "icon": group.icon,
            "model": group.model,
            "more": group.count - len(group.record_ids),
            "lines": [
                {"id": record_id, **vars(lines[group.model][record_id])}
                for record_id in group.record_ids
            ],
        }

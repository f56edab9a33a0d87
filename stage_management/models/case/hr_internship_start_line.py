# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What an internship is called in a list of the start screen, and its notes."""

from odoo import api, models
from odoo.tools import format_date

from ...tools.extension import StartLine

# of the lines, of the dates beside them and of the notes, read at once
LINE_FIELDS = (
    "name",
    "partner_id",
    "partner_name",
    "school_id",
    "supervisor_id",
    "department_id",
    "type_id",
    "subject",
    "state",
    "date_start",
    "date_end",
    "due_date",
    "preparation_due",
    "mentor_id",
    "backup_id",
    "resource_calendar_id",
)


class HrInternship(models.Model):
    _inherit = "hr.internship"

    @api.model
    @api.readonly
    def get_start_screen(self):
        """What the current user sees first in the app, as plain data."""
        self.check_access("read")
        return self.env["hr.internship.start.screen"]._get_start_screen()

    def _get_start_line_fields(self):
        """Names of what the lines and the notes read; add-ons add theirs."""
        return list(LINE_FIELDS)

    def _get_start_lines(self):
        """``{id: StartLine}`` for the lists of the start screen."""
        self.fetch(self._get_start_line_fields())
        self.department_id.fetch(["name"])
        lines = {}
        for internship in self:
            # sudo: those who may read the internship may know whose it is.
            intern = internship.sudo().partner_name or internship.name
            facts = (internship.department_id.name, internship.subject)
            lines[internship.id] = StartLine(
                intern, " · ".join(fact for fact in facts if fact)
            )
        return lines

    def _get_late_notes(self):
        """What should have been done, and before which day: ``{id: sentence}``."""
        notes = {}
        for internship in self:
            day = format_date(self.env, internship.due_date)
            notes[internship.id] = {
                "draft": self.env._("Should have been prepared by %(day)s", day=day),
                "preparation": self.env._("Should have been ready by %(day)s", day=day),
                "ready": self.env._("Should have started on %(day)s", day=day),
                "ongoing": self.env._("Should have ended on %(day)s", day=day),
                "evaluation": self.env._("Should have been closed by %(day)s", day=day),
            }.get(internship.state, "")
        return notes

    def _get_missing_notes(self):
        """The first thing that is missing for the start: ``{id: sentence}``."""
        return {
            internship_id: self._summarise_guards(sentences)
            for internship_id, sentences in self._get_missing_pieces().items()
        }

    def _get_missing_pieces(self):
        """What is missing for the start: ``{id: [sentence, …]}``.

        The guards that need no search: overlap and capacity are told by the form.
        """
        missing = {}
        for internship in self:
            guards = internship._identity_guards() + internship._people_guards()
            missing[internship.id] = [guard.sentence for guard in guards]
        return missing

    def _summarise_guards(self, sentences):
        if len(sentences) < 2:
            return sentences[0] if sentences else ""
        return self.env._(
            "%(first)s And %(count)s more.",
            first=sentences[0],
            count=len(sentences) - 1,
        )

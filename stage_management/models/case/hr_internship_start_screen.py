# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Internships, candidates and places on the start screen."""

from odoo import api, fields, models

from ...tools.extension import StartTile, WeekGroup
from ...tools.internship_states import LIVE_STATES, RUNNING_STATES
from ..common.hr_internship_start_screen import NAMES_PER_DAY

PREPARED_STATES = ("draft", "preparation")
INTERNSHIPS = "stage_management.hr_internship_action"
APPLICATIONS = "stage_management.hr_internship_application_action"
PLACES = "stage_management.hr_internship_place_action"


class HrInternshipStartScreen(models.AbstractModel):
    _inherit = "hr.internship.start.screen"

    @api.model
    def _get_tiles(self):
        return [
            *super()._get_tiles(),
            *self._urgent_tiles(),
            *self._movement_tiles(),
            *self._here_tiles(),
            *self._selection_tiles(),
        ]

    def _internship_tile(self, name, title, domain, **options):
        """A tile of internships; a filter of the list has the name of the tile."""
        return StartTile(
            name=name,
            title=title,
            model="hr.internship",
            domain=domain,
            action=INTERNSHIPS,
            context={f"search_default_{name}": 1},
            **options,
        )

    def _urgent_tiles(self):
        return [
            self._internship_tile(
                "is_late",
                self.env._("Late"),
                [("is_late", "=", True)],
                order="due_date, id",
                notes="_get_late_notes",
                icon="fa-exclamation-circle",
                tone="danger",
                sequence=10,
            ),
            self._internship_tile(
                "to_prepare",
                self.env._("To prepare now"),
                [
                    ("state", "in", PREPARED_STATES),
                    ("preparation_due", ">=", "today"),
                    ("preparation_due", "<=", "today +28d"),
                ],
                order="preparation_due, id",
                date_field="preparation_due",
                notes="_get_missing_notes",
                icon="fa-list-ul",
                tone="warning",
                sequence=20,
            ),
        ]

    def _movement_tiles(self):
        return [
            self._internship_tile(
                "arriving",
                self.env._("Arriving in 14 days"),
                [
                    ("state", "in", (*PREPARED_STATES, "ready")),
                    ("date_start", ">=", "today"),
                    ("date_start", "<=", "today +14d"),
                ],
                order="date_start, id",
                date_field="date_start",
                icon="fa-sign-in",
                sequence=30,
            ),
            self._internship_tile(
                "leaving",
                self.env._("Leaving in 14 days"),
                [
                    ("state", "in", RUNNING_STATES),
                    ("date_end", ">=", "today"),
                    ("date_end", "<=", "today +14d"),
                ],
                order="date_end, id",
                date_field="date_end",
                icon="fa-sign-out",
                sequence=40,
            ),
        ]

    def _here_tiles(self):
        return [
            self._internship_tile(
                "here_today",
                self.env._("Here today"),
                [
                    ("state", "in", RUNNING_STATES),
                    ("date_start", "<=", "today"),
                    ("date_end", ">=", "today"),
                ],
                order="date_end, id",
                date_field="date_end",
                icon="fa-users",
                tone="success",
                sequence=50,
            ),
        ]

    def _selection_tiles(self):
        interview = StartTile(
            name="to_interview",
            title=self.env._("Candidates to interview"),
            model="hr.internship.application",
            domain=[("state", "=", "interview")],
            order="interview_start, id",
            action=APPLICATIONS,
            context={"search_default_to_interview": 1},
            date_field="interview_start",
            icon="fa-comments-o",
            sequence=70,
        )
        if not self.env.user.has_group("stage_management.group_coordinator"):
            return [interview]
        return [interview, *self._candidate_tiles(), self._place_tile()]

    def _candidate_tiles(self):
        """Candidates who wait for a coordinator."""
        return [
            StartTile(
                name="to_review",
                title=self.env._("Applications to look at"),
                model="hr.internship.application",
                domain=[("state", "=", "new")],
                order="received_on, id",
                action=APPLICATIONS,
                context={"search_default_to_review": 1},
                date_field="received_on",
                icon="fa-inbox",
                sequence=60,
            ),
            StartTile(
                name="to_tell",
                title=self.env._("Candidates to tell the decision"),
                model="hr.internship.application",
                domain=[
                    ("state", "in", ("accepted", "refused")),
                    ("told_on", "=", False),
                ],
                order="decided_on, id",
                action=APPLICATIONS,
                context={"search_default_to_tell": 1},
                date_field="decided_on",
                icon="fa-phone",
                tone="warning",
                sequence=65,
            ),
        ]

    def _place_tile(self):
        """Proposals that a coordinator compares."""
        return StartTile(
            name="to_select",
            title=self.env._("Places to select"),
            model="hr.internship.place",
            domain=[("state", "=", "proposed")],
            order="date_start, id",
            action=PLACES,
            context={"search_default_to_select": 1},
            date_field="date_start",
            icon="fa-map-marker",
            sequence=80,
        )

    def _week_kinds(self):
        """Field, kind, title, icon and states of what internships do in a week."""
        return [
            (
                "date_start",
                "arrival",
                self.env._("First day"),
                "fa-sign-in",
                LIVE_STATES,
            ),
            (
                "date_end",
                "departure",
                self.env._("Last day"),
                "fa-sign-out",
                (*RUNNING_STATES, "evaluation"),
            ),
        ]

    @api.model
    def _get_week_groups(self, first_day, last_day):
        groups = super()._get_week_groups(first_day, last_day)
        groups += self._interview_groups(first_day, last_day)
        internships = self.env["hr.internship"]
        for name, kind, title, icon, states in self._week_kinds():
            days = internships._read_group(
                [
                    ("state", "in", states),
                    (name, ">=", first_day),
                    (name, "<=", last_day),
                ],
                [f"{name}:day"],
                ["__count", "id:array_agg"],
            )
            groups += [
                WeekGroup(day, kind, title, icon, internships._name, ids, count)
                for day, count, found in days
                for ids in [tuple(sorted(found)[:NAMES_PER_DAY])]
            ]
        return groups

    def _interview_groups(self, first_day, last_day):
        """Interviews that are planned, per day."""
        interviews = self.env["hr.internship.interview"]
        days = interviews._read_group(
            [
                ("state", "=", "planned"),
                ("start", ">=", first_day),
                ("start", "<", fields.Date.add(last_day, days=1)),
            ],
            ["start:day"],
            ["__count", "id:array_agg"],
        )
        title = self.env._("Interview")
        return [
            WeekGroup(
                moment.date(),
                "interview",
                title,
                "fa-comments-o",
                interviews._name,
                tuple(sorted(found)[:NAMES_PER_DAY]),
                count,
            )
            for moment, count, found in days
        ]

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Accidents: what the law wants, and until when."""

from datetime import date, timedelta

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import BaseCase, freeze_time, tagged

from ...tools.incident_deadlines import Deadlines, deadlines
from .common import TODAY, FollowupCommon

FRIDAY = date(2027, 2, 26)


@tagged("post_install", "-at_install")
class TestDeadlines(BaseCase):
    def test_an_accident_is_declared_within_eight_days(self):
        """Counted from the day after: Friday 26 February to Saturday 6 March."""
        found = deadlines(FRIDAY, is_accident=True)
        self.assertEqual(found, Deadlines(FRIDAY, date(2027, 3, 6)))

    def test_a_serious_one_is_notified_at_once_and_reported_within_ten_days(self):
        found = deadlines(FRIDAY, is_accident=True, is_serious=True)
        self.assertEqual(found.notice, FRIDAY)
        self.assertEqual(found.report, date(2027, 3, 8))

    def test_the_inspectorate_has_no_part_on_the_way_to_work(self):
        found = deadlines(FRIDAY, True, is_serious=True, on_the_way=True)
        self.assertEqual(found, Deadlines(FRIDAY, date(2027, 3, 6)))

    def test_an_incident_without_injury_is_for_the_school_only(self):
        self.assertEqual(deadlines(FRIDAY, is_accident=False), Deadlines(FRIDAY))


@tagged("post_install", "-at_install")
class TestIncident(FollowupCommon):
    def _incident(self, **values):
        return self._make(
            "incident",
            **{
                "kind": "accident",
                "day": FRIDAY,
                "place": "Stairs",
                "description": "Slipped on a wet step",
                **values,
            },
        )

    def test_next_deadline_is_the_first_that_is_not_met(self):
        incident = self._incident(is_serious=True)
        self.assertEqual(incident.next_due, FRIDAY)
        incident.write({"told_school_on": FRIDAY, "notified_on": FRIDAY})
        self.assertEqual(incident.next_due, date(2027, 3, 6))
        incident.write({"declared_on": TODAY, "declaration_number": "2027/118"})
        self.assertEqual(incident.next_due, date(2027, 3, 8))
        incident.reported_on = TODAY
        self.assertFalse(incident.next_due)

    def test_deadlines_follow_what_is_corrected(self):
        incident = self._incident(is_serious=True)
        incident.write({"day": "2027-03-01", "on_the_way": True})
        self.assertEqual(incident.declaration_due, date(2027, 3, 9))
        self.assertFalse(incident.report_due)
        incident.kind = "incident"
        self.assertFalse(incident.declaration_due)

    def test_what_can_not_be_is_refused(self):
        for values, sentence in (
            ({"day": "2027-03-04"}, "lies in the future"),
            ({"day": "2027-01-15"}, "outside the internship"),
            ({"declared_on": "2027-02-25"}, "before the day it happened"),
            ({"reported_on": "2027-03-04"}, "lies in the future"),
        ):
            with (
                self.subTest(values=values),
                self.assertRaisesRegex(ValidationError, sentence),
            ):
                self._incident(**values)

    def test_duties_come_back_until_they_are_done(self):
        incident = self._incident()
        incident.told_school_on = FRIDAY
        kind = "incident_declare"
        self.assertEqual(self._todos(self.coordinator)[kind], date(2027, 3, 6))
        self.assertIn(kind, self._todos(self.coordinator, "2027-04-01"))
        incident.declared_on = TODAY
        self.assertNotIn(kind, self._todos(self.coordinator))

    def test_a_legal_duty_is_mailed_to_who_wants_no_mail(self):
        incident = self._incident(told_school_on=FRIDAY)
        self.coordinator.internship_digest = False
        url = f"/odoo/internship-incidents/{incident.id}"
        for day, is_told in ((TODAY, True), (date(2027, 3, 10), True)):
            with self.subTest(day), freeze_time(day):
                self.env.flush_all()
                users = self.coordinator
                todos = users._get_internship_todos()[users.id]
                last = {(users.id, "incident_declare", url): day - timedelta(days=7)}
                chosen = users._choose_digest_todos(
                    todos, last if day != TODAY else {}, day
                )
                self.assertEqual([todo.url for todo in chosen], [url] * is_told)

    def test_without_coordinator_all_coordinators_are_told(self):
        self._incident()
        self.internship.coordinator_id = False
        self.assertIn("incident_declare", self._todos(self.coordinator))

    def test_other_companies_are_not_told(self):
        self._incident()
        self.internship.coordinator_id = False
        other = self.env["res.company"].create({"name": "Agency Two"})
        stranger = self._user("coordinator-3", "group_coordinator")
        stranger.write({"company_ids": [(6, 0, other.ids)], "company_id": other.id})
        self.assertNotIn("incident_declare", self._todos(stranger))

    def test_who_sees_an_incident(self):
        self.assertWhoReads(
            self._incident(),
            mentor=True,
            backup=True,
            coordinator=True,
            intern=True,
            supervisor=True,
            other_mentor=False,
            manager=False,
        )

    def test_outsiders_read_no_names_of_others(self):
        incident = self._incident(witnesses="Colleague", first_aid="Ice")
        self.env.invalidate_all()
        for name in ("witnesses", "first_aid", "injured"):
            with self.subTest(name), self.assertRaises(AccessError):
                incident.with_user(self.supervisor_user).read([name])

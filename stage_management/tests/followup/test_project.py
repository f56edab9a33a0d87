# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Projects of an intern."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import TODAY, FollowupCommon


@tagged("post_install", "-at_install")
class TestProject(FollowupCommon):
    def _project(self, **values):
        return self._make("project", name="Forms for everybody", **values)

    def test_project_of_the_place_is_taken_over(self):
        self.internship.place_id = self._place(
            background="Not everybody can fill in our forms",
            quality_criteria="WCAG 2.1 AA",
            deadlines="Week 4: five forms",
            contacts="The web team",
        )
        case = self.internship.with_user(self.mentor_user)
        action = case.action_take_over_project()
        project = self.env["hr.internship.project"].browse(action["res_id"])
        self.assertRecordValues(
            project,
            [
                {
                    "name": "Chatbots for citizens",
                    "background": "Not everybody can fill in our forms",
                    "quality_criteria": "WCAG 2.1 AA",
                    "milestones": "Week 4: five forms",
                    "contacts": "The web team",
                    "deliverable": "A report and a demonstration",
                    "deadline": date(2027, 4, 30),
                    "state": "planned",
                }
            ],
        )
        self.assertIn("chatbots", project.assignment)
        with self.assertRaisesRegex(UserError, "among the projects already"):
            case.action_take_over_project()

    def test_without_place_there_is_nothing_to_take_over(self):
        with self.assertRaisesRegex(UserError, "by hand"):
            self.internship.action_take_over_project()

    def test_deadline_lies_in_the_internship(self):
        for day in ("2027-01-31", "2027-05-01"):
            with self.subTest(day), self.assertRaisesRegex(ValidationError, "outside"):
                self._project(deadline=day)
        self._project(deadline="2027-04-30")

    @mute_logger("odoo.sql_db")
    def test_progress_is_a_percentage(self):
        for progress in (-1, 101):
            with (
                self.subTest(progress),
                self.assertRaises(IntegrityError),
                self.env.cr.savepoint(),
            ):
                self._project(progress=progress).flush_recordset()

    def test_a_result_ends_the_project(self):
        project = self._project(progress=60)
        self.assertEqual(project.progress_on, TODAY)
        project.action_start()
        project.action_done()
        self.assertRecordValues(
            project, [{"state": "done", "progress": 100, "delivered_on": TODAY}]
        )

    def test_what_is_past_its_deadline_is_late_until_done(self):
        project = self._project(deadline="2027-03-02")
        Project = self.env["hr.internship.project"]
        self.assertTrue(project.is_late)
        self.assertIn(project, Project.search([("is_late", "=", True)]))
        self.assertEqual(self._todos(self.mentor_user)["project"], date(2027, 3, 2))
        project.state = "done"
        self.assertNotIn("project", self._todos(self.mentor_user))
        self.assertFalse(project.is_late)
        self.assertNotIn(project, Project.search([("is_late", "=", True)]))

    def test_the_intern_reports_on_the_own_project(self):
        project = self._project()
        project.with_user(self.intern_user)._report_progress("Half of it", 50)
        self.assertEqual((project.progress, project.progress_note), (50, "Half of it"))
        with self.assertRaises(AccessError):
            project.with_user(self.supervisor_user)._report_progress("Done", 100)
        with self.assertRaises(AccessError):
            project.with_user(self.intern_user).write({"progress": 100})

    def test_who_sees_projects(self):
        self.assertWhoReads(
            self._project(),
            mentor=True,
            backup=True,
            coordinator=True,
            intern=True,
            supervisor=False,
            manager=False,
            other_mentor=False,
        )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo.fields import Date
from odoo.tests import tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestChecklistReminders(InternshipCommon):
    def _prepared(self, **values):
        internship = self._internship(**values)
        internship.with_user(self.coordinator).action_prepare()
        return internship

    def _nudges(self, internship):
        return internship.activity_ids.filtered("internship_checklist_id")

    def test_one_reminder_per_person_and_checklist(self):
        nudges = self._nudges(self._prepared())
        keys = [(n.user_id, n.internship_checklist_id) for n in nudges]
        self.assertEqual(len(keys), len(set(keys)))
        users = nudges.user_id
        self.assertEqual(users, self.coordinator | self.mentor.user_id)
        self.assertEqual(len(nudges), 6)

    def test_reminder_goes_with_the_last_line(self):
        internship = self._prepared()
        mine = internship.checklist_line_ids.filtered(
            lambda line: (
                line.user_id == self.mentor.user_id and line.kind == "logistics"
            )
        )
        mine[1:].with_user(self.mentor.user_id).action_done()
        nudges = self._nudges(internship).filtered(
            lambda n: n.user_id == self.mentor.user_id
        )
        logistics = nudges.filtered(
            lambda n: n.internship_checklist_id.kind == "logistics"
        )
        self.assertEqual(logistics.date_deadline, mine[0].due_date)
        mine[0].with_user(self.mentor.user_id).action_done()
        self.assertFalse(logistics.exists())

    def test_reminder_follows_the_mentor(self):
        internship = self._prepared()
        other = self._employee("Mentor Two", login="mentor-2")
        internship.mentor_id = other
        self.env["hr.internship"]._cron_remind_of_checklists()
        users = self._nudges(internship).user_id
        self.assertEqual(users, self.coordinator | other.user_id)

    def test_cron_changes_nothing_twice(self):
        internship = self._prepared()
        before = self._nudges(internship)
        self.env["hr.internship"]._cron_remind_of_checklists()
        self.assertEqual(self._nudges(internship), before)

    def test_digest_tells_what_is_due(self):
        today = Date.context_today(self.env["hr.internship"])
        internship = self._prepared(
            date_start=Date.add(today, days=8), date_end=Date.add(today, days=60)
        )
        user = self.mentor.user_id
        todos = user._get_internship_todos()[user.id]
        found = [todo for todo in todos if todo.kind.startswith("checklist_")]
        labels = " ".join(todo.label for todo in found)
        self.assertIn("Logistics and administration", labels)
        self.assertIn(internship.partner_name, labels)
        self.assertTrue(all(str(internship.id) in todo.url for todo in found))

    def test_service_is_mailed_once_and_again_when_late(self):
        service = self.env.ref("stage_management.hr_internship_service_logistics")
        service.email = "logistics@agency.example"
        today = Date.context_today(service)
        internship = self._prepared(
            date_start=Date.add(today, days=30), date_end=Date.add(today, days=90)
        )
        Mail = self.env["mail.mail"]
        domain = [("email_to", "ilike", "logistics@agency.example")]
        self._mail_services()
        mail = Mail.search(domain)
        self.assertEqual(len(mail), 1)
        self.assertIn("Intern One", mail.body_html)
        self.assertIn("Prepare the badges", mail.body_html)
        self._mail_services()
        self.assertEqual(Mail.search_count(domain), 1)
        line = internship.checklist_line_ids.filtered(
            lambda li: li.service_id == service
        )[0]
        line.write({"service_told_on": Date.subtract(today, days=20)})
        internship.date_start = Date.add(today, days=-3)
        self._mail_services()
        self.assertEqual(Mail.search_count(domain), 2)

    def test_lines_of_many_internships_take_few_queries(self):
        internships = self.env["hr.internship"]
        for index in range(20):
            internships |= self._internship(partner_id=self._partner(f"I {index}").id)
        internships[:2]._add_checklist_lines()
        few = self._count_queries(internships[2:4])
        many = self._count_queries(internships[4:])
        rows = len(internships[4:].checklist_line_ids)
        self.assertLessEqual(many - few, rows / 40)

    def _mail_services(self):
        cron = type(self.env["ir.cron"])
        with patch.object(cron, "_commit_progress", lambda *args, **kwargs: 60.0):
            self.env["hr.internship.service"]._cron_mail_lines()

    def _count_queries(self, internships):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        internships._add_checklist_lines()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.fields import Date, Datetime
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestReception(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.coordinator.tz = "Europe/Brussels"
        cls.site = cls.env["hr.internship.site"].create(
            {
                "name": "North tower",
                "street": "Parklaan 1",
                "zip": "1000",
                "city": "Brussel",
                "lunch": "<p>The canteen is on floor 2.</p>",
                "desk_email": "desk@agency.example",
                "contact_ids": [(0, 0, {"role": "ict", "name": "Help desk"})],
            }
        )

    def _reception(self, **values):
        internship = self._internship(
            **{"site_id": self.site.id, "desk": "4.12", **values}
        )
        internship.with_user(self.coordinator).action_prepare()
        return internship.reception_ids.with_user(self.coordinator)

    def _mails(self, text):
        return self.env["mail.mail"].search([("subject", "ilike", text)])

    def test_made_once_when_the_preparation_starts(self):
        reception = self._reception()
        self.assertEqual(len(reception), 1)
        self.assertEqual(reception.received_by_id, self.coordinator)
        reception.internship_id.action_open_reception()
        self.assertEqual(reception.internship_id.reception_ids, reception)

    def test_mentor_opens_a_first_day_that_nobody_described(self):
        internship = self._internship().with_user(self.mentor.user_id)
        action = internship.action_open_reception()
        self.assertEqual(action["res_id"], internship.reception_ids.id)
        stranger = self._user("stranger-2", "group_contributor")
        with self.assertRaises(AccessError):
            internship.with_user(stranger).action_open_reception()

    def test_half_day_for_the_coordinator_welcome_with_the_mentor(self):
        reception = self._reception()
        reception.action_plan()
        event, welcome = reception.event_id, reception.welcome_event_id
        # 9:00 to 12:30 in Brussels, in winter
        self.assertEqual(event.start, Datetime.to_datetime("2027-02-01 08:00:00"))
        self.assertEqual(event.stop, Datetime.to_datetime("2027-02-01 11:30:00"))
        self.assertEqual(event.partner_ids, self.coordinator.partner_id)
        self.assertEqual(welcome.stop, event.stop)
        self.assertIn(self.mentor.user_id.partner_id, welcome.partner_ids)

    def test_interns_of_one_day_are_received_together(self):
        first = self._reception()
        second = self._reception(partner_id=self._partner("Intern Two").id)
        (first | second).action_plan()
        third = self._reception(partner_id=self._partner("Intern Three").id)
        third.action_plan()
        self.assertEqual(first.event_id, second.event_id)
        self.assertEqual(first.event_id, third.event_id)
        for name in ("Intern One", "Intern Two", "Intern Three"):
            self.assertIn(name, first.event_id.name)
        self.assertNotEqual(first.welcome_event_id, second.welcome_event_id)

    def test_moved_start_is_noticed_and_planned_again(self):
        reception = self._reception()
        reception.action_plan()
        event = reception.event_id
        reception.internship_id.date_start = Date.to_date("2027-02-08")
        self.assertTrue(reception.is_moved)
        reception.action_plan()
        self.assertEqual(reception.event_id, event)
        self.assertEqual(event.start.date(), Date.to_date("2027-02-08"))
        self.assertFalse(reception.is_moved)

    def test_mail_tells_all_that_is_practical(self):
        reception = self._reception()
        reception.write({"dress": "Safety shoes", "telework": "Not in the first weeks"})
        reception.action_send_mail()
        mail = self._mails("Your first day")
        self.assertEqual(mail.recipient_ids, self.intern)
        for text in (
            "North tower", "Parklaan 1", "09:00", "Mentor One", "Safety shoes",
            "Not in the first weeks", "floor 2", "Help desk",
        ):  # fmt: skip
            self.assertIn(text, mail.body_html)
        self.assertNotIn("Backup One", mail.body_html)
        self.assertEqual(reception.mail_sent_on, Date.context_today(reception))

    def test_mail_names_the_backup_when_the_mentor_is_away(self):
        reception = self._reception()
        self.env["hr.internship.replacement"].create(
            {
                "employee_id": self.mentor.id,
                "date_from": "2027-01-30",
                "date_to": "2027-02-02",
            }
        )
        reception.action_send_mail()
        body = self._mails("Your first day").body_html
        self.assertIn("Mentor One is away that day", " ".join(body.split()))
        self.assertIn("Backup One", body)

    def test_mail_names_the_backup_when_the_calendar_says_leave(self):
        reception = self._reception()
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Leave",
                "resource_id": self.mentor.resource_id.id,
                "calendar_id": self.mentor.resource_calendar_id.id,
                "date_from": "2027-02-01 07:00:00",
                "date_to": "2027-02-01 17:00:00",
            }
        )
        self.assertEqual(reception._get_mentor_of_the_day(), self.backup)

    def test_mail_without_site_says_what_is_missing(self):
        reception = self._reception(site_id=False)
        with self.assertRaises(UserError) as refused:
            reception.action_send_mail()
        self.assertSentence(refused.exception, "missing", "the site")
        self.assertFalse(reception.mail_sent_on)

    def test_welcome_material_goes_along_in_the_language(self):
        content = base64.b64encode(b"%PDF-1.4 x")
        self.env["hr.internship.welcome.material"].create(
            [
                {"name": n, "file": content, "file_name": f"{n}.pdf", "lang": lang}
                for n, lang in (("ours", "en_US"), ("all", False), ("nl", "nl_BE"))
            ]
        )
        reception = self._reception(lang="en_US")
        reception.action_send_mail()
        names = set(self._mails("Your first day").attachment_ids.mapped("name"))
        self.assertEqual(names, {"ours.pdf", "all.pdf"})

    def test_desk_is_told_once_of_all_who_arrive(self):
        receptions = self._reception() | self._reception(
            partner_id=self._partner("Intern Two").id
        )
        receptions.action_tell_desk()
        mail = self._mails("Interns who arrive")
        self.assertEqual(len(mail), 1)
        self.assertIn("desk@agency.example", mail.email_to)
        self.assertIn("Intern One", mail.body_html)
        self.assertIn("Intern Two", mail.body_html)

    def test_mentor_writes_the_agreements_of_the_day(self):
        mine = self._reception().with_user(self.mentor.user_id)
        mine.write({"illness": "Call before 9:00", "clients": "Never alone"})
        self.assertEqual(mine.answer_count, 2)
        mine.action_reread()
        self.assertTrue(mine.mentor_reread_on)


@tagged("post_install", "-at_install")
class TestFirstWeek(InternshipCommon):
    def _reception(self, **values):
        internship = self._internship(**values)
        internship.with_user(self.coordinator).action_prepare()
        return internship.reception_ids.with_user(self.mentor.user_id)

    def test_template_fills_ten_half_days(self):
        reception = self._reception()
        reception.action_plan_first_week()
        slots = reception.week_slot_ids
        self.assertEqual(len(slots), 10)
        days = sorted(set(slots.mapped("date")))
        self.assertEqual(days[0], Date.to_date("2027-02-01"))
        self.assertEqual(days[-1], Date.to_date("2027-02-05"))
        self.assertFalse(reception.first_week_warning)
        reception.action_plan_first_week()
        self.assertEqual(len(reception.week_slot_ids), 10)

    def test_week_skips_days_off(self):
        calendar = self.env["resource.calendar"].create(
            {
                "name": "Tuesday and Thursday",
                "tz": "Europe/Brussels",
                "attendance_ids": [
                    (
                        0,
                        0,
                        {"name": day, "dayofweek": day, "hour_from": 9, "hour_to": 17},
                    )
                    for day in ("1", "3")
                ],
            }
        )
        reception = self._reception(resource_calendar_id=calendar.id)
        reception.action_plan_first_week()
        days = sorted(set(reception.week_slot_ids.mapped("date")))
        self.assertEqual(
            [day.isoformat() for day in days],
            ["2027-02-02", "2027-02-04", "2027-02-09", "2027-02-11", "2027-02-16"],
        )

    def test_day_without_feedback_or_with_reading_only_is_told(self):
        reception = self._reception()
        reception.action_plan_first_week()
        slots = reception.week_slot_ids
        slots[:2].kind = "reading"
        slots[2:4].kind = "own_work"
        warning = reception.first_week_warning
        self.assertIn("Monday 1 February: only reading", warning)
        self.assertIn("Tuesday 2 February: no moment for feedback", warning)

    def test_those_named_have_it_in_their_calendars(self):
        reception = self._reception()
        reception.action_plan_first_week()
        reception.action_put_first_week_in_calendars()
        named = reception.week_slot_ids.filtered("employee_id.user_id")
        self.assertEqual(len(named.event_id), len(named))
        mentor = self.mentor.user_id.partner_id
        slot = named.filtered(lambda s: s.employee_id == self.mentor)[0]
        self.assertIn(mentor, slot.event_id.partner_ids)
        events = named.event_id
        reception.action_put_first_week_in_calendars()
        self.assertEqual(reception.week_slot_ids.event_id, events)
        named.unlink()
        self.assertFalse(events.exists())

    def test_half_day_is_planned_once(self):
        reception = self._reception()
        reception.action_plan_first_week()
        slot = reception.week_slot_ids[0]
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            slot.copy()

    def test_only_who_guides_the_intern_plans(self):
        reception = self._reception()
        reception.action_plan_first_week()
        reader = reception.with_user(self.manager.user_id)
        self.assertTrue(reader.week_slot_ids)
        with self.assertRaises(AccessError):
            reader.action_put_first_week_in_calendars()
        with self.assertRaises(AccessError):
            reader.action_plan()
        other = self._internship(
            partner_id=self._partner("Other").id, mentor_id=self.backup.id,
            backup_id=self.manager.id,
        )  # fmt: skip
        other._add_receptions()
        with self.assertRaises(AccessError):
            reception.week_slot_ids[0].reception_id = other.reception_ids.id

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A running internship and a day on which people are absent."""

from datetime import date

from odoo.tests import freeze_time

from ..common import InternshipCommon

TODAY = date(2027, 3, 1)


class ReplacementCommon(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(TODAY))
        # work e-mail addresses of the employees are those of their users
        cls.internship = cls._running_internship()
        cls.colleague = cls._employee("Colleague One", login="colleague-1")

    @classmethod
    def _running_internship(cls, **values):
        internship = cls._internship(**values)
        cls.env.cr.execute(
            "UPDATE hr_internship SET state = 'ongoing' WHERE id = %s", [internship.id]
        )
        internship.invalidate_recordset()
        return internship

    def _absence(self, employee=None, user=None, **values):
        employee = employee or self.mentor
        return (
            self.env["hr.internship.replacement"]
            .with_user(user or self.coordinator)
            .create(
                {
                    "employee_id": employee.id,
                    "date_from": TODAY,
                    "date_to": "2027-03-10",
                    **values,
                }
            )
        )

    def _todo(self, user, record=None):
        return (record or self.internship).activity_schedule(
            "mail.mail_activity_data_todo", user_id=user.id, summary="Visit"
        )

    def _cron(self, day):
        with freeze_time(day):
            self.env["hr.internship.replacement"]._cron_follow_calendar()

    def _mails(self):
        """``{recipient: [subject, …]}`` of the mails since the last call."""
        self.env.flush_all()
        mails = self.env["mail.mail"].search([("id", ">", self.last_mail)])
        self.last_mail = max(mails.ids, default=self.last_mail)
        found = {}
        for mail in mails.sorted("id"):
            for partner in mail.recipient_ids:
                found.setdefault(partner, []).append(mail.subject)
        return found

    def setUp(self):
        super().setUp()
        self.last_mail = self.env["mail.mail"].search([], order="id desc", limit=1).id
        self.last_mail = self.last_mail or 0

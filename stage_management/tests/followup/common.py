# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A running internship and those who follow it up."""

from datetime import date

from odoo.tests import freeze_time, new_test_user

from ..common import InternshipCommon

TODAY = date(2027, 3, 3)  # a Wednesday


class FollowupCommon(InternshipCommon):
    """Today is a Wednesday in the fifth week of a running internship."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(TODAY))
        cls.internship = cls._at("ongoing")
        cls.mentor_user = cls.mentor.user_id
        cls.backup_user = cls.backup.user_id
        cls.colleague = cls._employee("Mentor Two", login="mentor-2")
        cls.colleague.user_id._sync_contributors()
        cls.intern_user = cls._portal_user("intern-1", cls.intern)
        cls.supervisor_user = cls._portal_user("supervisor-1", cls.supervisor)

    @classmethod
    def _at(cls, state, start="2027-02-01", end="2027-04-30", **values):
        """An internship in a state, brought there past the guards."""
        case = cls._internship(date_start=start, date_end=end, **values)
        case.flush_recordset()
        cls.env.cr.execute(
            "UPDATE hr_internship SET state = %s WHERE id = %s", [state, case.id]
        )
        case.invalidate_recordset()
        case.modified(["state"])
        return case

    @classmethod
    def _portal_user(cls, login, partner):
        return new_test_user(
            cls.env,
            login,
            groups="base.group_portal",
            partner_id=partner.id,
            name=partner.name,
            email=partner.email,
        )

    def _make(self, model, user=None, **values):
        """A record of the follow-up, made by the mentor unless said otherwise."""
        model = self.env[f"hr.internship.{model}"].with_user(user or self.mentor_user)
        return model.create({"internship_id": self.internship.id, **values})

    def _todos(self, user, day=TODAY):
        """``{kind: due}`` of what waits for the user in these internships."""
        self.env.flush_all()
        self.env.invalidate_all()
        with freeze_time(day):
            todos = user._get_internship_todos()[user.id]
        return {todo.kind: todo.due for todo in todos}

    def _mails(self):
        """Mails since the last call."""
        self.env.flush_all()
        mails = self.env["mail.mail"].search([("id", ">", self.last_mail)])
        self.last_mail = max(mails.ids, default=self.last_mail)
        return mails

    def setUp(self):
        super().setUp()
        last = self.env["mail.mail"].search([], order="id desc", limit=1)
        self.last_mail = last.id or 0

    def assertWhoReads(self, record, **readers):
        """Who finds the record: role → yes or no, by search and by rule."""
        users = {
            "mentor": self.mentor_user,
            "backup": self.backup_user,
            "other_mentor": self.colleague.user_id,
            "manager": self.manager.user_id,
            "coordinator": self.coordinator,
            "intern": self.intern_user,
            "supervisor": self.supervisor_user,
        }
        self.env.flush_all()
        found = {}
        for role in readers:
            self.env.invalidate_all()
            model = record.browse().with_user(users[role])
            is_open = model.has_access("read")
            found[role] = is_open and bool(model.search([("id", "=", record.id)]))
        self.assertEqual(found, readers)

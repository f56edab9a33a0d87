# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from datetime import timedelta

from odoo import fields, http
from odoo.tests import HttpCase, new_test_user

PDF = b"%PDF-1.7 agreement"


class InternshipPortalCase(HttpCase):
    """Two schools, each with a supervisor and an intern, and one coordinator."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.coordinator = new_test_user(
            cls.env,
            "portal_coordinator",
            groups="stage_management.group_coordinator",
            email="coordinator@organisation.example",
        )
        cls.mentor, cls.backup = cls.env["hr.employee"].create(
            [{"name": "Maud Mentor"}, {"name": "Bob Backup"}]
        )
        cls.school, cls.supervisor = cls._create_school("Own School", "supervisor")
        other_school, cls.stranger = cls._create_school("Other School", "stranger")
        cls.intern = cls._create_portal_user("Ida Intern", "intern")
        cls.internship = cls._create_internship(cls.intern.partner_id)
        cls.foreign_internship = cls._create_internship(
            cls._create_person("Fien Foreign", "foreign"),
            subject="Secret topic",
            school_id=other_school.id,
            supervisor_id=cls.stranger.partner_id.id,
        )

    @classmethod
    def _create_person(cls, name, login, **values):
        email = f"{login}@outside.example"
        return cls.env["res.partner"].create({"name": name, "email": email, **values})

    @classmethod
    def _create_portal_user(cls, name, login):
        user = new_test_user(
            cls.env, login, groups="base.group_portal", email=f"{login}@outside.example"
        )
        user.partner_id.name = name
        return user

    @classmethod
    def _create_school(cls, name, login):
        school = cls.env["res.partner"].create(
            {"name": name, "is_company": True, "is_school": True}
        )
        supervisor = cls._create_portal_user(f"Supervisor of {name}", login)
        supervisor.partner_id.parent_id = school
        return school, supervisor

    @classmethod
    def _create_internship(cls, partner, state="preparation", **values):
        today = fields.Date.today()
        internship = cls.env["hr.internship"].create(
            {
                "partner_id": partner.id,
                "school_id": cls.school.id,
                "supervisor_id": cls.supervisor.partner_id.id,
                "type_id": cls.env["hr.internship.type"].search([], limit=1).id,
                "subject": "Traffic dashboard",
                "date_start": today + timedelta(days=10),
                "date_end": today + timedelta(days=60),
                "mentor_id": cls.mentor.id,
                "backup_id": cls.backup.id,
                "coordinator_id": cls.coordinator.id,
                **values,
            }
        )
        if state != "draft":
            internship._transition("preparation")
        return internship

    @classmethod
    def _create_request(cls, *people, internship=None, is_sent=True):
        """A document for (role, round, partner), sent by the coordinator."""
        request = (
            cls.env["hr.internship.signature.request"]
            .with_user(cls.coordinator)
            .create(
                {
                    "name": "Agreement to sign",
                    "internship_id": (internship or cls.internship).id,
                    "datas": base64.b64encode(PDF),
                    "filename": "agreement.pdf",
                    "signatory_ids": [
                        (0, 0, {"role": role, "order": order, "partner_id": partner.id})
                        for role, order, partner in people
                    ],
                }
            )
        )
        if is_sent:
            request.action_send()
        return request.sudo()

    def _log_in(self, user):
        self.authenticate(user.login, user.login)
        return user

    def _post(self, url, **data):
        """Post a form as a browser without scripts does."""
        return self.url_open(
            url, data={"csrf_token": http.Request.csrf_token(self), **data}
        )

    def _mails_to(self, partner):
        mails = self.env["mail.mail"].sudo().search([], order="id desc")
        return mails.filtered(lambda mail: partner in mail.recipient_ids)

    def assertNotFound(self, response):
        self.assertEqual(response.status_code, 404)
        self.assertNotIn("Secret topic", response.text)
        self.assertNotIn("Fien Foreign", response.text)

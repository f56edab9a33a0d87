# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the tests of the subjects share."""

import base64

from odoo.fields import Date
from odoo.tests import TransactionCase, new_test_user

PDF = base64.b64encode(b"%PDF-1.7 a document")


class InternshipCommon(TransactionCase):
    """A company with a department, a mentor, a backup, a school and an intern.

    Helpers take ``**values`` and return one record.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": True})
        cls.company = cls.env.company
        cls.company.write({"street": "Wetstraat 999", "city": "Brussel"})
        cls.coordinator = cls._user("coordinator-1", "group_coordinator")
        cls.director = cls._user("director-1")
        cls.company.internship_signatory_id = cls.director
        cls.manager = cls._employee("Manager One", login="manager-1")
        cls.department = cls.env["hr.department"].create(
            {"name": "Communication", "manager_id": cls.manager.id}
        )
        cls.mentor = cls._employee("Mentor One", login="mentor-1")
        cls.backup = cls._employee("Backup One", login="backup-1")
        cls.internship_type = cls.env.ref(
            "stage_management.hr_internship_type_practice"
        )
        cls.school = cls._partner(
            "School One", is_company=True, is_school=True, city="Gent"
        )
        cls.programme = cls.env["hr.study.programme"].create(
            {"name": "Communication", "school_id": cls.school.id}
        )
        cls.supervisor = cls._partner("Supervisor One", parent_id=cls.school.id)
        cls.intern = cls._partner("Intern One")

    @classmethod
    def _user(cls, login, *groups):
        xml_ids = ["base.group_user", *(f"stage_management.{name}" for name in groups)]
        return new_test_user(
            cls.env,
            login,
            groups=",".join(xml_ids),
            email=f"{login}@organisation.example",
            lang="en_US",
        )

    @classmethod
    def _employee(cls, name, login=None, **values):
        user = cls._user(login) if login else cls.env["res.users"]
        return cls.env["hr.employee"].create(
            {"name": name, "user_id": user.id, **values}
        )

    @classmethod
    def _partner(cls, name, **values):
        email = f"{name.lower().replace(' ', '.')}@outside.example"
        return cls.env["res.partner"].create({"name": name, "email": email, **values})

    @classmethod
    def _place(cls, **values):
        return cls.env["hr.internship.place"].create(
            {
                "name": "Chatbots for citizens",
                "department_id": cls.department.id,
                "mentor_id": cls.mentor.id,
                "type_id": cls.internship_type.id,
                "date_start": Date.to_date("2027-02-01"),
                "date_end": Date.to_date("2027-04-30"),
                **cls._place_project(),
                **values,
            }
        )

    @classmethod
    def _place_project(cls):
        """All that a place needs to be selected and published."""
        return {
            "description": "<p>Explore chatbots for citizens' questions.</p>",
            "deliverable": "A report and a demonstration",
            "profile": "<p>Communication</p>",
            "needs_dutch": True,
            "domain_ids": cls.env.ref(
                "stage_management.hr_internship_domain_communication"
            ).ids,
        }

    @classmethod
    def _application(cls, **values):
        return cls.env["hr.internship.application"].create(
            {
                "partner_name": "Emma Peeters",
                "email_from": "emma.peeters@student.example",
                **values,
            }
        )

    @classmethod
    def _internship(cls, **values):
        return cls.env["hr.internship"].create(
            {
                "partner_id": cls.intern.id,
                "school_id": cls.school.id,
                "programme_id": cls.programme.id,
                "assignment": "<p>Explore chatbots for citizens' questions.</p>",
                "supervisor_id": cls.supervisor.id,
                "type_id": cls.internship_type.id,
                "subject": "Chatbots",
                "department_id": cls.department.id,
                "mentor_id": cls.mentor.id,
                "backup_id": cls.backup.id,
                "coordinator_id": cls.coordinator.id,
                "date_start": Date.to_date("2027-02-01"),
                "date_end": Date.to_date("2027-04-30"),
                **values,
            }
        )

    @classmethod
    def _tick_blocking_lines(cls, internship):
        """Everything of the checklists that keeps the internship from a step."""
        lines = internship.checklist_line_ids.filtered("blocks")
        lines.filtered(lambda line: line.state == "open").action_done()

    @classmethod
    def _complete_folder(cls, internship):
        """Bring and accept all that the start waits for, as a coordinator does."""
        documents = internship.document_ids.with_user(cls.coordinator)
        for document in documents.filtered(
            lambda doc: doc.is_required and doc.is_open and doc.blocks == "ready"
        ):
            document.write(
                {
                    "file": PDF,
                    "file_name": "document.pdf",
                    "valid_from": internship.date_start,
                    "valid_until": internship.date_end,
                    "told_school_on": Date.today(),
                    "policy_number": "P-1",
                }
            )
            if document.kind == "health":
                document.health_result = "fit"
            document.action_accept()

    def assertSentence(self, error, *words):
        """The message of ``error`` holds each of ``words`` and no traceback."""
        text = str(error)
        for word in words:
            self.assertIn(word, text)
        self.assertNotIn("Traceback", text)

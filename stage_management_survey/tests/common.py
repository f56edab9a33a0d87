# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An internship that is about to be evaluated, and who takes part in it."""

from datetime import date

from odoo.tests import TransactionCase, new_test_user, tagged

PURPOSES = ("satisfaction_intern", "satisfaction_mentor")


@tagged("post_install", "-at_install")
class SatisfactionCommon(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": True})
        cls.env["res.lang"]._activate_lang("nl_BE")
        cls.coordinator = cls._create_user(
            "s_coordinator", "stage_management.group_coordinator"
        )
        cls.mentor_user = cls._create_user("s_mentor", "base.group_user", lang="nl_BE")
        cls.intern_user = cls._create_user("s_intern", "base.group_portal")
        cls.mentor = cls.env["hr.employee"].create(
            {"name": "Mia Mentor", "user_id": cls.mentor_user.id}
        )
        cls.school = cls.env["res.partner"].create(
            {"name": "Hogeschool Test", "is_company": True, "is_school": True}
        )
        cls.internship = cls._create_internship()

    @classmethod
    def _create_user(cls, login, groups, **values):
        email = f"{login}@example.org"
        return new_test_user(
            cls.env, login, groups=groups, email=email, **{"lang": "en_US", **values}
        )

    @classmethod
    def _create_internship(cls, **values):
        """An internship that is going on, with mentor and intern."""
        internship = cls.env["hr.internship"].create(
            {
                "partner_id": cls.intern_user.partner_id.id,
                "school_id": cls.school.id,
                "type_id": cls.env["hr.internship.type"].search([], limit=1).id,
                "mentor_id": cls.mentor.id,
                "date_start": date(2026, 2, 2),
                "date_end": date(2026, 5, 29),
                "coordinator_id": cls.coordinator.id,
                "lang": "en_US",
                **values,
            }
        )
        cls._set_state(internship, "ongoing")
        return internship

    @classmethod
    def _set_state(cls, internship, state):
        """Bring to a state past guards that are no matter of this add-on."""
        internship.flush_recordset()
        cls.env.cr.execute(
            "UPDATE hr_internship SET state = %s WHERE id = %s", (state, internship.id)
        )
        internship.invalidate_recordset()

    @classmethod
    def _create_partner(cls, name, **values):
        return cls.env["res.partner"].create({"name": name, **values})

    def _answers(self, internship=None, purpose=None):
        domain = [("internship_id", "=", (internship or self.internship).id)]
        if purpose:
            domain.append(("internship_purpose", "=", purpose))
        return self.env["survey.user_input"].search(domain, order="id")

    def _mails(self, answers):
        return self.env["mail.mail"].search(
            [("model", "=", "survey.user_input"), ("res_id", "in", answers.ids)],
            order="id",
        )

    def _answer(self, answer, marks):
        """Fill in the scale questions in their order; None leaves one out."""
        questions = answer.survey_id.question_ids.filtered(
            lambda question: question.question_type == "scale"
        )
        for question, mark in zip(questions, marks, strict=False):
            answer._save_lines(question, "" if mark is None else str(mark))
        answer._mark_done()

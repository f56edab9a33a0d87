# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who signs for the organisation, by which decision, and who not."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import RecordCapturer

from .common import SigningCase

REQUEST = "hr.internship.signature.request"


class DelegationCase(SigningCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = fields.Date.today()
        cls.substitute = cls._user(
            "sg_substitute", "Suze Substitute", "stage_management.group_contributor"
        )
        above = cls.env["hr.department"].create({"name": "Directorate"})
        cls.department = cls.env["hr.department"].create(
            {"name": "Communication", "parent_id": above.id}
        )
        cls.directorate = above

    def _delegate(self, **values):
        return self.env["hr.internship.delegation"].create(
            {
                "user_id": self.head.id,
                "source": "Decision of 12 January",
                "date_from": self.today - timedelta(days=10),
                **values,
            }
        )

    def _ready(self, **values):
        """A request that waits for the organisation only."""
        request = self._request(**values)
        self._sign(request, self.intern, self.school)
        return request

    def _sign_for(self, request, user, asked):
        """Let ``user`` sign in the backend for the colleague who was asked."""
        signatory = self._signatory(request, asked)
        return request.with_user(user)._sign(signatory, "backend", user.name)


class TestDelegation(DelegationCase):
    def test_without_any_decision_whoever_is_asked_signs(self):
        act = self._sign(self._ready(), self.head)
        self.assertFalse(act.power)

    def test_act_names_the_decision(self):
        self._delegate()
        request = self._ready()
        act = self._sign(request, self.head)
        self.assertEqual(
            (act.power, act.name), ("Decision of 12 January", "Hilde Head")
        )
        self.assertAuthentic(request)
        self._run_cron()
        details = request._get_evidence_acts()[-1]["details"]
        self.assertEqual(details, ["Power to sign: Decision of 12 January"])

    def test_decision_of_an_act_can_not_be_changed_unseen(self):
        self._delegate()
        request = self._ready()
        act = self._sign(request, self.head)
        self.env.cr.execute(
            "UPDATE hr_internship_signature SET power = 'Other' WHERE id = %s", [act.id]
        )
        self.assertAltered(request, "act 3")

    def test_ended_or_future_power_is_refused(self):
        yesterday, tomorrow = (self.today + timedelta(days=n) for n in (-1, 1))
        delegation = self._delegate()
        request = self._ready()
        for dates in (
            {"date_to": yesterday},
            {"date_from": tomorrow, "date_to": False},
        ):
            delegation.write(dates)
            with self.assertRaisesRegex(UserError, "Hilde Head has no power in force"):
                self._sign(request, self.head)
        self.assertEqual(request.signature_count, 2)

    def test_power_counts_on_its_first_and_last_day(self):
        self._delegate(date_from=self.today, date_to=self.today)
        self.assertTrue(self._sign(self._ready(), self.head).power)

    def test_power_is_of_a_kind_of_document(self):
        delegation = self._delegate()
        request = self._ready(document_kind="framework")
        self.assertEqual(delegation.kinds, "All documents")
        delegation.signs_framework = False
        self.assertNotIn("Framework", delegation.kinds)
        with self.assertRaisesRegex(UserError, "framework agreement"):
            self._sign(request, self.head)
        delegation.signs_framework = True
        self.assertTrue(self._sign(request, self.head).power)

    def test_department_holds_those_below_it(self):
        self._delegate(department_ids=self.directorate.ids)
        request = self._ready(department_id=self.department.id)
        self.assertTrue(self._sign(request, self.head).power)

    def test_department_holds_no_other_one(self):
        delegation = self._delegate()
        request = self._ready(department_id=self.directorate.id)
        nowhere = self._ready()
        delegation.department_ids = self.department
        for document in (request, nowhere):
            with self.assertRaisesRegex(UserError, "no power in force"):
                self._sign(document, self.head)

    def test_power_in_another_company_does_not_count(self):
        other = self.env["res.company"].create({"name": "Other Service"})
        self._delegate(company_id=other.id)
        self.assertFalse(self._sign(self._ready(), self.head).power)
        self._delegate(user_id=self.substitute.id)
        with self.assertRaisesRegex(UserError, "no power in force"):
            self._ready()

    def test_school_and_intern_need_no_power(self):
        self._delegate()
        self.assertEqual(self._ready().signature_count, 2)

    def test_sending_to_somebody_without_power_is_refused_at_once(self):
        self._delegate(user_id=self.substitute.id)
        with self.assertRaisesRegex(UserError, "Hilde Head has no power"):
            self._request()

    def test_sending_ahead_of_the_first_day_is_allowed(self):
        self._delegate(date_from=self.today + timedelta(days=3))
        self.assertEqual(self._request().state, "signing")

    def test_who_has_no_power_may_still_refuse(self):
        delegation = self._delegate()
        request = self._ready()
        delegation.date_to = self.today - timedelta(days=1)
        signatory = self._signatory(request, self.head)
        request.with_user(self.head)._refuse(signatory, "backend", "Not mine to sign")
        self.assertEqual(request.state, "refused")

    def test_delegates_and_substitutes_become_contributors(self):
        people = [self._user(f"sg_p{n}", f"P{n}", "base.group_user") for n in (1, 2)]
        self._delegate(user_id=people[0].id, substitute_id=people[1].id)
        for user in people:
            self.assertTrue(user.has_group("stage_management.group_contributor"))

    def test_senseless_powers_are_refused(self):
        kinds = dict.fromkeys(
            ("signs_framework", "signs_individual", "signs_amendment"), False
        )
        for values, words in (
            ({"substitute_id": self.head.id}, "own substitute"),
            ({"user_id": self.school.id}, "no colleague"),
            ({**kinds, "signs_document": False}, "at least one kind"),
        ):
            with self.assertRaisesRegex(ValidationError, words):
                self._delegate(**values)

    def test_text_of_the_decision_is_checked_by_its_content(self):
        with self.assertRaisesRegex(UserError, "not the kind of file"):
            self._delegate(file="TVo=", file_name="decision.pdf")

    def test_power_that_was_in_force_is_not_deleted(self):
        with self.assertRaisesRegex(UserError, "last day"):
            self._delegate().unlink()
        self._delegate(date_from=self.today + timedelta(days=1)).unlink()

    def test_only_an_administrator_gives_powers(self):
        delegation = self._delegate()
        admin = self._user("sg_adm", "Adm", "stage_management.group_administrator")
        delegation.with_user(admin).source = "Decision of 13 January"
        for user in (self.coordinator, self.head):
            with self.assertRaises(AccessError):
                delegation.with_user(user).source = "Mine"

    def test_signatory_by_default_follows_from_the_powers(self):
        model = self.env["hr.internship.delegation"]
        company = self.env.company

        def choose(kind="individual", preferred=None):
            return model._get_default_signatory(
                company, kind, self.department, preferred
            )

        self.assertFalse(choose())
        self._delegate(signs_framework=False)
        self._delegate(user_id=self.substitute.id)
        self.assertEqual(choose("framework"), self.substitute)
        self.assertEqual(choose(preferred=self.head), self.head)
        self.assertIn(choose(preferred=self.coordinator), self.head | self.substitute)


class TestSubstitute(DelegationCase):
    def setUp(self):
        super().setUp()
        self.delegation = self._delegate(substitute_id=self.substitute.id)
        self.request = self._ready()

    def _visible(self, user):
        self.env.invalidate_all()
        return self.env[REQUEST].with_user(user).search([]).sudo()

    def test_substitute_signs_in_the_own_name(self):
        act = self._sign_for(self.request, self.substitute, self.head)
        self.assertRecordValues(
            act,
            [
                {
                    "name": "Suze Substitute",
                    "in_place_of": "Hilde Head",
                    "power": "Decision of 12 January",
                    "channel": "backend_typed",
                }
            ],
        )
        self.assertEqual(self.request.state, "completed")
        self.assertAuthentic(self.request)
        details = self.request._get_evidence_acts()[-1]["details"]
        self.assertIn("In the place of Hilde Head", details)

    def test_the_backend_wizard_signs_for_the_absent_colleague(self):
        self.assertEqual(
            self.request.with_user(self.substitute).my_signatory_id.sudo(),
            self._signatory(self.request, self.head),
        )
        wizard = self.env["hr.internship.signature.sign"].with_user(self.substitute)
        wizard = wizard.create({"request_id": self.request.id, "is_confirmed": True})
        self.assertEqual(wizard.in_place_of, "Hilde Head")
        wizard.action_sign()
        self.assertEqual(self.request.signature_ids[-1].name, "Suze Substitute")

    def test_substitute_sees_what_may_be_signed_and_no_more(self):
        other = self._request()
        self.assertEqual(self._visible(self.substitute), self.request)
        self.delegation.substitute_id = False
        self.assertFalse(self._visible(self.substitute))
        self.assertTrue(other)

    def test_substitute_of_an_ended_power_is_let_out_by_the_cron(self):
        self.delegation.date_to = self.today
        self.assertTrue(self._visible(self.substitute))
        with freeze_time(self.today + timedelta(days=2)):
            self.env["hr.internship.delegation"]._refresh_recent()
            self.assertFalse(self._visible(self.substitute))

    def test_substitute_of_an_ended_power_signs_nothing(self):
        self.delegation.date_to = self.today - timedelta(days=1)
        with self.assertRaisesRegex(UserError, "Only Hilde Head"):
            self._sign_for(self.request, self.substitute, self.head)

    def test_somebody_else_signs_nothing(self):
        for user in (self.coordinator, self.school, self.intern):
            with self.assertRaisesRegex(UserError, "Only Hilde Head"):
                self._sign_for(self.request.sudo(), user, self.head)

    def test_substitute_of_the_head_does_not_sign_for_the_school(self):
        request = self._request()
        with self.assertRaisesRegex(UserError, "Only Sam School"):
            self._sign_for(request.sudo(), self.substitute, self.school)

    def test_substitute_may_be_asked_directly(self):
        request = self._request(is_sent=False)
        request.signatory_ids[-1].partner_id = self.substitute.partner_id
        request.with_user(self.coordinator).action_send()
        self._sign(request, self.intern, self.school)
        act = self._sign(request, self.substitute)
        self.assertEqual(act.in_place_of, "Hilde Head")

    def test_coordinator_asks_the_substitute(self):
        todos = self.substitute._get_internship_todos()
        self.assertFalse(todos[self.substitute.id])
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self.request.with_user(self.coordinator).action_ask_substitute()
        self.assertEqual(mails.records.recipient_ids, self.substitute.partner_id)
        todos = self.substitute._get_internship_todos()
        self.assertEqual([todo.kind for todo in todos[self.substitute.id]], ["sign"])
        self.assertTrue(self.head._get_internship_todos()[self.head.id])

    def test_nobody_to_ask_is_told(self):
        self.delegation.substitute_id = False
        with self.assertRaisesRegex(UserError, "has a substitute"):
            self.request.with_user(self.coordinator).action_ask_substitute()

    def test_who_anonymises_keeps_the_decision_and_erases_the_names(self):
        act = self._sign_for(self.request, self.substitute, self.head)
        self.request.signature_ids._anonymise()
        self.assertFalse(act.in_place_of or act.name)
        self.assertEqual(act.power, "Decision of 12 January")
        self.assertAuthentic(self.request)

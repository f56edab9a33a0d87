# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Templates: checked when saved, in versions, with rounds, in two languages."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form

from ...tools.invented_agreement import invented_values
from .common import AgreementCommon


class TestAgreementTemplate(AgreementCommon):
    def test_what_can_not_be_understood_is_said_when_saving(self):
        cases = {
            "<p>{{ salary }}</p>": "{{ salary }}",
            "<p>{{ }}</p>": "empty placeholder",
            "<p>{{ intern</p>": "without their counterpart",
            "<p>[[if rich]]a[[end]]</p>": "“rich” does not exist",
            "<p>[[if minor]]a</p>": "has no [[end]]",
            "<p>a[[end]]</p>": "[[end]] without",
            "<p>a [[if minor]]</p><p>[[end]] b</p>": "lines of their own",
            "<p>a</p><script>x()</script>": "<script>",
            '<p>a</p><img src="https://x.example/a.png"/>': "pictures",
        }
        template = self._template()
        for body, expected in cases.items():
            with self.subTest(body=body):
                with self.assertRaises(ValidationError) as caught:
                    self._template(body)
                self.assertSentence(caught.exception, expected)
                with self.assertRaises(ValidationError) as caught:
                    template.body = body
                self.assertSentence(caught.exception, expected)
        self.assertEqual(template.body, "<p>{{ school }}</p>")

    def test_names_of_a_framework_are_no_names_of_an_internship(self):
        with self.assertRaisesRegex(ValidationError, "{{ intern }}"):
            self._template("<p>{{ intern }}</p>", kind="framework")
        with self.assertRaisesRegex(ValidationError, "“minor” does not exist"):
            self._template("<p>[[if minor]]a[[end]]</p>", kind="framework")

    def test_changed_text_is_a_new_version(self):
        template = self._template("<p>{{ intern }} first</p>")
        agreement = self._agreement()
        self.assertEqual(agreement.template_id, template)
        template.body = "<p>{{ intern }} second</p>"
        self.assertEqual(template.version, 2)
        self.assertIn("first", agreement.body)
        self.assertEqual(agreement.version_id.number, 1)
        self.assertIn("first", agreement.version_id.body)
        self.assertEqual(agreement.version_id.display_name, "Test, version 1")
        agreement.action_fill()
        self.assertIn("second", agreement.body)
        self.assertEqual(agreement.version_id.number, 2)

    def test_saving_without_a_change_is_no_new_version(self):
        template = self._template()
        template.write({"body": template.body, "name": "Other name"})
        self.assertEqual(template.version, 1)

    def test_version_keeps_its_wording(self):
        version = self._template().version_ids
        with self.assertRaisesRegex(UserError, "keeps its wording"):
            version.body = "<p>Forged</p>"
        with self.assertRaisesRegex(UserError, "keeps its wording"):
            version.copy({"number": 9})

    def test_conditional_parts_follow_the_internship(self):
        self._template(
            "<p>{{ intern }}</p><p>[[if minor]]</p><p>young</p><p>[[end]]</p>"
            "<p>[[if telework]]</p><p>home</p><p>[[end]]</p>"
            "<p>[[if expenses]]</p><p>paid {{ expenses }}</p><p>[[end]]</p>"
        )
        agreement = self._agreement()
        for part in ("young", "home", "paid"):
            self.assertNotIn(part, agreement.body)
        agreement.is_telework_agreed = True
        self.intern.birthdate = "2010-01-01"
        self.env["hr.internship.cost"].create(
            {
                "internship_id": agreement.internship_id.id,
                "kind": "transport",
                "agreed_amount": 120,
            }
        )
        agreement.action_fill()
        for part in ("young", "home", "paid Transport: 120"):
            self.assertIn(part, agreement.body)

    def test_rounds_of_the_template_decide_who_signs_when(self):
        self._template(
            "<p>{{ intern }}</p>",
            round_ids=[
                (0, 0, {"order": order, "role": role})
                for order, role in [
                    (1, "organisation"),
                    (2, "mentor"),
                    (3, "intern"),
                    (3, "school"),
                ]
            ],
        )
        agreement = self._agreement()
        agreement.action_send()
        self.assertEqual(
            [(s.order, s.role, s.state) for s in agreement.request_id.signatory_ids],
            [
                (1, "organisation", "to_sign"),
                (2, "mentor", "waiting"),
                (3, "intern", "waiting"),
                (3, "school", "waiting"),
            ],
        )
        mentor = agreement.request_id.signatory_ids[1].partner_id
        self.assertEqual(mentor, self.mentor.user_id.partner_id)

    def test_mentor_without_an_account_is_named(self):
        self._template(
            "<p>{{ intern }}</p>", round_ids=[(0, 0, {"order": 1, "role": "mentor"})]
        )
        agreement = self._agreement()
        agreement.internship_id.mentor_id = self._employee("Nobody")
        with self.assertRaisesRegex(UserError, "no account to sign with"):
            agreement.action_send()

    def test_parents_of_a_minor_sign_in_the_round_of_the_intern(self):
        self.intern.birthdate = "2010-01-01"
        agreement = self._agreement()
        with self.assertRaisesRegex(UserError, "Add a parent or guardian"):
            agreement.action_send()
        parent = self._partner("Parent One")
        agreement.internship_id.participant_ids = [
            (0, 0, {"partner_id": parent.id, "role": "guardian"})
        ]
        agreement.action_fill()
        agreement.action_send()
        guardian = agreement.request_id.signatory_ids.filtered(
            lambda s: s.role == "guardian"
        )
        self.assertEqual((guardian.partner_id, guardian.order), (parent, 1))

    def test_role_signs_once_and_an_intern_signs_no_framework(self):
        with self.assertRaisesRegex(ValidationError, "school and the organisation"):
            self._template(
                kind="framework", round_ids=[(0, 0, {"order": 1, "role": "intern"})]
            )

    def test_preview_needs_no_internship(self):
        templates = self.env["hr.internship.agreement.template"].search([])
        report = self.env.ref(
            "stage_management.hr_internship_agreement_template_report"
        )
        for template in templates:
            with self.subTest(template=template.name):
                html = report._render_qweb_html(report.report_name, template.ids)[0]
                text = html.decode()
                for leftover in ("{{", "[[", "…………"):
                    self.assertNotIn(leftover, text)
        pdf, _kind = report._render_qweb_pdf(report.report_name, templates[:1].ids)
        self.assertTrue(pdf.startswith(b"%PDF-"))

    def test_invented_data_has_a_value_for_every_name(self):
        Agreement = self.env["hr.internship.agreement"]
        names = Agreement._placeholder_labels() | Agreement._placeholder_labels(
            "framework"
        )
        for lang in ("nl", "fr", "de", "en"):
            values = invented_values(lang, str)
            missing = set(names) - set(values)
            self.assertLessEqual(missing, {"organisation", "organisation_address"})

    def test_both_languages_stand_in_one_document(self):
        self.env["res.lang"]._activate_lang("fr_BE")
        agreement = self._agreement()
        french = self.env.ref("stage_management.hr_internship_agreement_template_fr")
        agreement.second_template_id = french
        self.assertIn("La présente convention", agreement.second_body)
        self.assertIn("1 février 2027", agreement.second_body)
        self.assertIn("This agreement is made", agreement.body)
        html = self._html(agreement)
        self.assertIn('lang="fr"', html)
        self.assertLess(html.index("This agreement"), html.index("La présente"))
        agreement.second_template_id = False
        self.assertFalse(agreement.second_body)

    def test_gap_in_the_second_language_is_not_sent(self):
        agreement = self._agreement()
        agreement.second_template_id = self.env.ref(
            "stage_management.hr_internship_agreement_template_fr"
        )
        agreement.second_body = "<p>…………</p>"
        with self.assertRaisesRegex(UserError, "gaps"):
            agreement.action_send()

    def test_framework_form_proposes_the_text_in_the_language_of_the_school(self):
        self.school.school_language = "fr"
        records = self.env["hr.internship.agreement"].with_user(self.coordinator)
        with Form(
            records.with_context(default_kind="framework"),
            "stage_management.hr_internship_framework_view_form",
        ) as form:
            form.school_id = self.school
            form.date_from = "2027-01-01"
            form.date_to = "2027-12-31"
        framework = form.record
        self.assertEqual(framework.template_id.lang, "fr")
        self.assertEqual(framework.title, "Convention-cadre de stages")
        self.assertIn("présente convention-cadre", framework.body)

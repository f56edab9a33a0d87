# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re
from datetime import timedelta
from urllib.parse import urlsplit

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from .common import InternshipPortalCase


@tagged("post_install", "-at_install")
class TestInvitation(InternshipPortalCase):
    def setUp(self):
        super().setUp()
        self.newcomer = self._create_person("Nora New", "nora")
        internship = self._create_internship(self.newcomer)
        self.case = internship.with_user(self.coordinator)

    def _participant(self, partner):
        return self.case.participant_ids.filtered(lambda p: p.partner_id == partner)

    def _mailed_path(self, partner):
        body = self._mails_to(partner)[:1].body_html
        link = re.search(r'href="([^"]+/(?:my|internships)/[^"]+)"', body).group(1)
        parts = urlsplit(link.replace("&amp;", "&"))
        return f"{parts.path}?{parts.query}"

    def test_new_person_gets_a_portal_user_and_a_personal_link(self):
        self._participant(self.newcomer).action_invite_to_portal()
        user = self.newcomer.user_ids
        self.assertTrue(user._is_portal())
        self.assertEqual(user.login, "nora@outside.example")
        self.assertIn("/internships/welcome?", self._mailed_path(self.newcomer))

    def test_person_who_has_an_account_gets_the_plain_link(self):
        self.env["res.users.log"].with_user(self.supervisor).sudo().create({})
        self.supervisor.invalidate_recordset(["login_date"])
        partner = self.supervisor.partner_id
        self._participant(partner).action_invite_to_portal()
        self.assertEqual(partner.user_ids, self.supervisor)
        self.assertIn(f"/my/internships/{self.case.id}", self._mailed_path(partner))

    def test_internship_invites_all_its_participants(self):
        self.case.action_invite_to_portal()
        self.assertTrue(all(self.case.participant_ids.mapped("invited_on")))

    def test_person_without_address_is_named_and_others_are_invited(self):
        self.newcomer.email = False
        notification = self.case.action_invite_to_portal()
        self.assertIn(
            "Nora New has no valid e-mail address", notification["params"]["message"]
        )
        self.assertFalse(self._participant(self.newcomer).invited_on)
        with self.assertRaisesRegex(UserError, "add it to the contact first"):
            self._participant(self.newcomer).action_invite_to_portal()

    def test_address_of_another_account_is_refused(self):
        self.newcomer.email = self.intern.login = "ida@outside.example"
        with self.assertRaisesRegex(UserError, "belongs to the account of Ida Intern"):
            self._participant(self.newcomer).action_invite_to_portal()
        self.assertFalse(self.newcomer.user_ids)

    def test_colleague_is_left_alone(self):
        colleague = new_test_user(self.env, "portal_colleague", "base.group_user")
        groups = colleague.group_ids
        case = self._create_internship(colleague.partner_id, supervisor_id=False)
        with self.assertRaisesRegex(UserError, "nobody outside the organisation"):
            case.with_user(self.coordinator).action_invite_to_portal()
        self.assertEqual(colleague.group_ids, groups)

    def test_draft_and_ended_access_are_explained(self):
        participant = self._participant(self.newcomer)
        participant.portal_until = fields.Date.today() - timedelta(days=1)
        with self.assertRaisesRegex(UserError, "change that date first"):
            participant.action_invite_to_portal()
        draft = self._create_internship(self.newcomer, state="draft")
        with self.assertRaisesRegex(UserError, "start the preparation first"):
            draft.with_user(self.coordinator).action_invite_to_portal()

    def test_contributor_may_not_invite(self):
        mentor = new_test_user(
            self.env, "portal_mentor", groups="stage_management.group_contributor"
        )
        participant = self._participant(self.newcomer).with_user(mentor)
        with self.assertRaises(AccessError):
            participant.action_invite_to_portal()

    def test_mail_is_in_the_language_of_the_person(self):
        self.env["res.lang"]._activate_lang("fr_BE")
        template = self.env.ref("stage_management_portal.mail_template_invitation")
        template.with_context(lang="fr_BE").subject = "Bienvenue"
        self.newcomer.lang = "fr_BE"
        self._participant(self.newcomer).action_invite_to_portal()
        self.assertEqual(self._mails_to(self.newcomer)[:1].subject, "Bienvenue")
        url_code = self.env["res.lang"]._get_data(code="fr_BE").url_code
        path = self._mailed_path(self.newcomer)
        self.assertTrue(path.startswith(f"/{url_code}/"))

    def test_link_leads_a_new_person_to_a_password(self):
        self._participant(self.newcomer).action_invite_to_portal()
        path = self._mailed_path(self.newcomer)
        for _visit in range(2):
            self.assertIn("nora@outside.example", self.url_open(path).text)

    def test_link_leads_on_after_it_did_its_work(self):
        self._participant(self.newcomer).action_invite_to_portal()
        path = self._mailed_path(self.newcomer)
        user = self.newcomer.user_ids
        user.password = "nora-chose-this"
        self.authenticate(user.login, "nora-chose-this")
        response = self.url_open(path)
        self.assertIn(f"/my/internships/{self.case.id}", response.url)
        self.logout()
        page = self.url_open(path).text
        self.assertIn("This link is no longer valid", page)

    def test_spoilt_links_lead_to_the_log_in(self):
        for token in ("", "x", "AAAA", "%00", "a" * 4000):
            with self.subTest(token=token[:9]):
                page = self.url_open(f"/internships/welcome?token={token}")
                self.assertEqual(page.status_code, 200)

    def test_link_leads_to_own_pages_only(self):
        targets = ("https://evil.example/my/", "//evil.example", "/my/\\\\evil", "/web")
        self._log_in(self.intern)
        for target in targets:
            response = self.url_open(
                f"/internships/welcome?redirect={target}", allow_redirects=False
            )
            self.assertTrue(response.headers["Location"].endswith("/my"), target)

    def test_new_signatory_gets_in_from_the_signing_mail(self):
        request = self._create_request(("school", 1, self.newcomer))
        self.assertTrue(self.newcomer.user_ids._is_portal())
        path = self._mailed_path(self.newcomer)
        self.assertIn("/internships/welcome?", path)
        self.assertIn(f"my%2Fsignatures%2F{request.id}", path)

    def test_colleagues_see_the_page_and_not_the_key(self):
        request = self._create_request(("school", 1, self.newcomer))
        signatory = request.signatory_ids.with_user(self.coordinator).sudo(False)
        self.assertTrue(signatory.signing_url.endswith(f"/my/signatures/{request.id}"))

    def test_mentor_reads_no_mail_that_holds_a_key(self):
        user = new_test_user(
            self.env, "portal_mentor", groups="stage_management.group_contributor"
        )
        self.mentor.user_id = user
        request = self._create_request(
            ("school", 1, self.newcomer), internship=self.case
        )
        self.case.action_invite_to_portal()
        self.assertTrue(request.signatory_ids.with_user(user).has_access("read"))
        messages = self.env["mail.message"].with_user(user).search([])
        self.assertNotIn("/internships/welcome?", str(messages.mapped("body")))

    def test_signatory_without_own_address_stops_the_sending(self):
        self.newcomer.email = self.intern.login = "ida@outside.example"
        with self.assertRaisesRegex(UserError, "belongs to the account of"):
            self._create_request(("school", 1, self.newcomer))

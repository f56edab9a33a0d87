# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .link_common import SigningLinkCase


@tagged("post_install", "-at_install")
class TestSigningLinkLife(SigningLinkCase):
    """A link lives as long as there is something to do with it."""

    def test_wrong_links_all_look_alike(self):
        answers = {
            self.url_open(f"/internships/sign/{token}").text
            for token in ("wrong", "x" * 43, "%00", "é", self.page[-20:])
        }
        pages = {re.sub(r"[0-9a-f]{40}o\d+|[\w-]{43}", "", page) for page in answers}
        for page in pages:
            self.assertIn("This link is no longer valid", page)

    def test_reminder_brings_a_new_link_and_ends_the_old_one(self):
        old = self.page
        self.request.with_user(self.coordinator).action_remind()
        self.page = self._mailed_page(self.director)
        self.assertDead(self.url_open(old))
        self._enter()
        self._sign()
        self.assertEqual(self.request.signature_count, 1)

    def test_new_link_ends_what_the_old_one_had_opened(self):
        self._enter()
        self.signatory._invite()
        page = self.url_open(self._mailed_page(self.director))
        self.assertNotIn("Agreement to sign", page.text)

    def test_link_dies_when_the_document_is_withdrawn(self):
        self._enter()
        self.request.with_user(self.coordinator).action_withdraw("New dates")
        self.assertDead(self.url_open(self.page))
        self.assertDead(self._sign())

    def test_link_dies_when_the_document_is_replaced_during_the_round(self):
        self._enter()
        action = self.request.with_user(self.coordinator)._replace("Other director")
        draft = self.env[action["res_model"]].browse(action["res_id"]).sudo()
        self.assertDead(self._sign())
        self.assertEqual((draft.state, draft.replaces_id), ("draft", self.request))
        draft.with_user(self.coordinator).action_send()
        self.assertNotEqual(self._mailed_page(self.director), self.page)

    def test_link_dies_some_time_after_completion(self):
        self._enter()
        self._sign()
        last = self.request.signatory_ids[1]
        self.request.with_user(self.intern).sudo()._sign(last, "portal", "Ida Intern")
        page = self.url_open(self.page)
        self.assertIn("Everybody has signed", page.text)
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_internship_signature_request SET completed_on = %s"
            " WHERE id = %s",
            [fields.Datetime.now() - timedelta(days=31), self.request.id],
        )
        self.env.invalidate_all()
        self.assertDead(self.url_open(self.page))

    def test_too_late_is_refused_before_the_cron_ran(self):
        self._enter()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_internship_signature_request SET expires_on = %s WHERE id = %s",
            [fields.Date.today() - timedelta(days=2), self.request.id],
        )
        self.env.invalidate_all()
        page = self._sign()
        self.assertIn("The time for signing this document is over", page.text)
        self.assertFalse(self.request.signature_ids)

    def test_link_of_an_archived_person_dies(self):
        self._enter()
        self.director.active = False
        self.assertDead(self._sign())

    def test_link_follows_a_merge_to_the_contact_that_is_kept(self):
        kept = self._create_person("Dora Director-Maes", "maes")
        merge = self.env["base.partner.merge.automatic.wizard"]
        merge._merge((self.director | kept).ids, kept)
        self.env.invalidate_all()
        self.assertEqual(self.signatory.partner_id, kept)
        self._enter()
        self._sign(name="Dora Maes")
        self.assertEqual(self.request.signature_ids.email, "maes@outside.example")

    def test_link_of_one_document_opens_no_other(self):
        other = self._create_request(("school", 1, self.director))
        self._enter()
        page = self.url_open(f"{self.page}/document?request_id={other.id}")
        self.assertEqual(page.status_code, 200)
        self.assertFalse(other.signature_ids)

    def test_intern_and_supervisor_keep_their_accounts(self):
        guardian = self._create_person("Gust Guardian", "gust")
        newcomer = self._create_person("Nora New", "nora")
        internship = self._create_internship(newcomer)
        self._create_request(
            ("intern", 1, newcomer), ("guardian", 1, guardian), internship=internship
        )
        self.assertTrue(newcomer.user_ids)
        self.assertFalse(guardian.user_ids)
        self.assertIn("/internships/sign/", self._mailed_page(guardian))

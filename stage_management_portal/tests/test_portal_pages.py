# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.tests import new_test_user, tagged

from .common import InternshipPortalCase

ODD_QUERIES = (
    "sortby=nonsense",
    "sortby=__class__&filterby=__class__",
    "filterby=%00&search=%00",
    "search=%25%27%22%3B--",
    "search=" + "x" * 3000,
    "sortby[]=a&sortby=&search[]=",
    "search=%ff%fe",
)


@tagged("post_install", "-at_install")
class TestPortalPages(InternshipPortalCase):
    def test_start_page_counts_what_waits_and_what_is_mine(self):
        self._create_request(("intern", 1, self.intern.partner_id))
        self._log_in(self.intern)
        counters = ["signature_count", "internship_count"]
        counts = self.make_jsonrpc_request("/my/counters", {"counters": counters})
        self.assertEqual(counts, {"signature_count": 1, "internship_count": 1})
        self.assertIn("signature_count", self.url_open("/my").text)

    def test_somebody_without_internships_counts_nothing(self):
        self._log_in(self._create_portal_user("Nobody", "nobody"))
        counters = ["signature_count", "internship_count"]
        counts = self.make_jsonrpc_request("/my/counters", {"counters": counters})
        self.assertEqual(counts, {"signature_count": 0, "internship_count": 0})

    def test_each_counter_costs_one_query(self):
        self._create_request(("intern", 1, self.intern.partner_id))
        for model in ("hr.internship", "hr.internship.signatory"):
            records = self.env[model].with_user(self.intern)
            records.search_count([])
            with self.assertQueryCount(1):
                records.search_count([])

    def test_intern_sees_own_internship_with_its_people(self):
        self._log_in(self.intern)
        page = self.url_open(f"/my/internships/{self.internship.id}").text
        for text in ("Traffic dashboard", "Maud Mentor", "Bob Backup", "Own School"):
            self.assertIn(text, page)
        self.assertIn('<html lang="en-US"', page)

    def test_intern_finds_what_to_do_on_the_page(self):
        request = self._create_request(("intern", 1, self.intern.partner_id))
        self._log_in(self.intern)
        page = self.url_open(f"/my/internships/{self.internship.id}").text
        self.assertIn("Read and sign: Agreement to sign", page)
        self.assertIn(f"/my/signatures/{request.id}", page)

    def test_supervisor_lists_own_interns_only(self):
        self._log_in(self.supervisor)
        page = self.url_open("/my/internships").text
        self.assertIn("Ida Intern", page)
        self.assertNotIn("Fien Foreign", page)

    def test_supervisor_searches_by_name_and_state(self):
        for letters in ("aaa", "bbb", "ccc", "ddd", "eee"):
            person = self._create_person(f"Pupil {letters}", letters)
            self._create_internship(person)
        self._log_in(self.supervisor)
        found = self.url_open("/my/internships?search=pupil+ccc&filterby=coming").text
        self.assertIn("Pupil ccc", found)
        self.assertNotIn("Pupil ddd", found)
        gone = self.url_open("/my/internships?filterby=past").text
        self.assertNotIn("Pupil ccc", gone)

    def test_search_reaches_no_foreign_internship(self):
        self._log_in(self.supervisor)
        page = self.url_open("/my/internships?search=Secret")
        self.assertNotIn("Fien Foreign", page.text)

    def test_odd_parameters_give_the_default_page(self):
        self._log_in(self.supervisor)
        for query in ODD_QUERIES:
            with self.subTest(query=query[:40]):
                page = self.url_open(f"/my/internships?{query}")
                self.assertEqual(page.status_code, 200)

    def test_odd_pages_give_a_page_that_exists(self):
        self._log_in(self.supervisor)
        for number in (0, 7, 10**18):
            page = self.url_open(f"/my/internships/page/{number}")
            self.assertIn("Ida Intern", page.text)

    def test_foreign_and_missing_internships_look_alike(self):
        self._log_in(self.intern)
        ids = (self.foreign_internship.id, 2**31 - 1)
        pages = [self.url_open(f"/my/internships/{number}") for number in ids]
        for page in pages:
            self.assertNotFound(page)
        contents = [page.text.partition("<h1")[2] for page in pages]
        foreign, missing = (content.partition("<footer")[0] for content in contents)
        self.assertEqual(foreign, missing)

    def test_numbers_beyond_the_database_are_not_found(self):
        self._log_in(self.intern)
        for path in ("/my/internships/{}", "/my/signatures/{}"):
            self.assertNotFound(self.url_open(path.format(2**70)))

    def test_draft_is_not_shown(self):
        person = self._create_person("Dora Draft", "draft")
        draft = self._create_internship(person, state="draft")
        self._log_in(self.supervisor)
        self.assertNotFound(self.url_open(f"/my/internships/{draft.id}"))

    def test_access_ends_with_its_date(self):
        yesterday = fields.Date.today() - timedelta(days=1)
        self.internship.participant_ids.portal_until = yesterday
        self._log_in(self.intern)
        self.assertNotFound(self.url_open(f"/my/internships/{self.internship.id}"))

    def test_anonymous_is_asked_to_log_in(self):
        for path in ("/my/internships", "/my/signatures", "/my/internships/1"):
            response = self.url_open(path, allow_redirects=False)
            self.assertEqual(response.status_code, 303)
            self.assertIn("/web/login", response.headers["Location"])

    def test_pages_are_read_only(self):
        self._log_in(self.intern)
        for path in ("/my/internships", "/my/signatures"):
            self.assertEqual(self._post(path).status_code, 405)

    def test_colleague_without_role_finds_nothing(self):
        colleague = new_test_user(self.env, "portal_colleague", "base.group_user")
        self._log_in(colleague)
        self.assertNotFound(self.url_open(f"/my/internships/{self.internship.id}"))
        self.assertEqual(self.url_open("/my/internships").status_code, 200)

    def test_every_state_has_its_sentence(self):
        states = dict(self.internship._fields["state"].selection)
        for state in set(states) - {"draft"}:
            internship = self.internship.new({"state": state})
            self.assertTrue(internship._get_portal_status(), state)

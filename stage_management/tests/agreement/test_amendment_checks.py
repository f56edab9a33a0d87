# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What keeps an amendment from being sent, said in a sentence."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import BaseCase, tagged

from ...tools.amendments import mark_changes, repeated, strongest
from .amendment_common import AmendmentCommon


@tagged("post_install", "-at_install")
class TestAmendmentTools(BaseCase):
    def test_strongest_answer_counts(self):
        self.assertEqual(strongest(["none", "sign", "note"]), "sign")
        self.assertEqual(strongest(["none", "note"]), "note")
        self.assertEqual(strongest([]), "none")

    def test_only_suspensions_may_be_repeated(self):
        self.assertEqual(repeated(["mentor", "suspend", "suspend"]), [])
        self.assertEqual(repeated(["mentor", "extend", "mentor"]), ["mentor"])

    def test_old_value_is_struck_out_and_new_one_marked(self):
        text = '<p>Until <span class="d_value d_value_date_end">30 April</span>.</p>'
        versions = {
            "date_end": [("14 May", "[1]", False), ("21 May", "[2]", False)],
            "mentor": [("Two", "[2]", False)],
        }
        marked, missing = mark_changes(text, versions)
        self.assertIn("<del>30 April</del>", marked)
        self.assertIn("<del>14 May</del> <sup>[1]</sup>", marked)
        self.assertIn("<ins>21 May</ins> <sup>[2]</sup>", marked)
        self.assertEqual(missing, ["mentor"])

    def test_what_comes_later_stands_beside_what_holds(self):
        text = '<span class="d_value_mentor">One</span>'
        marked, _missing = mark_changes(text, {"mentor": [("Two", "[1]", True)]})
        self.assertIn("<span>One</span>", marked)
        self.assertIn("<ins>Two</ins>", marked)
        self.assertNotIn("<del>", marked)

    def test_values_are_escaped_and_an_empty_text_is_no_error(self):
        text = '<span class="d_value_mentor">One</span>'
        marked, _missing = mark_changes(text, {"mentor": [("<b>x", "[1]", False)]})
        self.assertIn("&lt;b&gt;x", marked)
        self.assertEqual(mark_changes("", {"mentor": []})[1], ["mentor"])


@tagged("post_install", "-at_install")
class TestAmendmentChecks(AmendmentCommon):
    def _blockers(self, *changes, **values):
        amendment = self._amendment(**values)
        amendment.change_ids.unlink()
        lines = [(0, 0, {"kind": kind, **vals}) for kind, vals in changes]
        amendment.write({"change_ids": lines})
        sentences = "\n".join(amendment._get_sending_blockers())
        if sentences:
            with self.assertRaises(UserError):
                amendment.action_send()
        self.assertEqual(amendment.state, "draft")
        return sentences

    def _assert_blocked(self, sentence, *changes, **values):
        with self.subTest(sentence):
            self.assertIn(sentence, self._blockers(*changes, **values))

    def test_nothing_changes_yet(self):
        self._assert_blocked("add what changes")
        self._assert_blocked("fill in Last Day", ("extend", {}))
        self._assert_blocked("fill in Who", ("mentor", {}))
        self._assert_blocked("Reason, Asked By, Last Day", ("early_end", {}))

    def test_effective_date(self):
        longer = ("extend", {"date_to": "2027-05-14"})
        for day in ("2027-01-31", "2027-05-02"):
            self._assert_blocked("effective date lies outside", longer, day=day)
        self._assert_blocked("effective date is missing", longer, day=False)
        for day in ("2027-02-01", "2027-05-01"):
            self.assertFalse(self._blockers(longer, day=day))

    def test_last_day(self):
        self._assert_blocked(
            "choose a later day", ("extend", {"date_to": "2027-04-30"})
        )
        self._assert_blocked(
            "choose an earlier day", ("shorten", {"date_to": "2027-04-30"})
        )
        self._assert_blocked(
            "lies outside the internship", ("shorten", {"date_to": "2027-01-15"})
        )
        self._assert_blocked(
            "lies outside the internship", ("shorten", {"date_to": "2027-05-15"})
        )
        self._assert_blocked(
            "lies before the effective date",
            ("shorten", {"date_to": "2027-03-12"}),
            day="2027-03-15",
        )
        self._assert_blocked(
            "more than one way",
            ("shorten", {"date_to": "2027-04-12"}),
            ("extend", {"date_to": "2027-05-12"}),
        )

    def test_early_end(self):
        end = {"ended_by": "mutual", "reason": "Agreed", "date_to": "2027-01-12"}
        self._assert_blocked("lies outside the internship", ("early_end", end))
        self._set_state("preparation")
        self._assert_blocked(
            "cancel it", ("early_end", {**end, "date_to": "2027-04-12"})
        )

    def test_suspension(self):
        for first, last, sentence in (
            ("2027-01-25", "2027-02-05", "outside the internship"),
            ("2027-04-26", "2027-05-05", "outside the internship"),
            ("2027-03-12", "2027-03-08", "ends before it starts"),
        ):
            days = {"date_from": first, "date_to": last}
            self._assert_blocked(sentence, ("suspend", days))
        self.assertFalse(
            self._blockers(
                ("suspend", {"date_from": "2027-04-26", "date_to": "2027-05-05"}),
                ("extend", {"date_to": "2027-05-14"}),
            )
        )
        twice = {"date_from": "2027-03-08", "date_to": "2027-03-12"}
        self._assert_blocked(
            "suspended on some of these days", ("suspend", twice), ("suspend", twice)
        )

    def test_mentor_and_backup(self):
        self._assert_blocked(
            "Backup One would be mentor and backup",
            ("mentor", {"employee_id": self.backup.id}),
        )
        self._assert_blocked(
            "Mentor One would be mentor and backup",
            ("backup", {"employee_id": self.mentor.id}),
        )
        both = {"employee_id": self.successor.id}
        self._assert_blocked(
            "would be mentor and backup", ("mentor", both), ("backup", both)
        )
        self._assert_blocked(
            "nothing changes", ("mentor", {"employee_id": self.mentor.id})
        )
        self._assert_blocked("stands in the amendment twice", *[("mentor", both)] * 2)
        self.successor.with_context(no_wizard=True).action_archive()
        self._assert_blocked("Mentor Two has left", ("mentor", both))

    def test_same_department_and_schedule(self):
        calendar = self.internship.resource_calendar_id
        self._assert_blocked(
            "nothing changes", ("department", {"department_id": self.department.id})
        )
        self._assert_blocked(
            "nothing changes", ("hours", {"resource_calendar_id": calendar.id})
        )

    def test_full_place(self):
        place = self._place()
        self._internship(partner_id=self._partner("Intern Two").id, place_id=place.id)
        self._assert_blocked("no seat left", ("place", {"place_id": place.id}))

    def test_other_internship_of_the_intern(self):
        other = self._internship(date_start="2027-05-10", date_end="2027-06-30")
        longer = ("extend", {"date_to": "2027-05-14"})
        self._assert_blocked(other.name, longer)
        self.assertFalse(self._blockers(("extend", {"date_to": "2027-05-07"})))

    def test_full_mentor_is_a_warning_or_blocks(self):
        self.env["hr.internship.mentor"].create(
            {"employee_id": self.successor.id, "capacity": 1}
        )
        self._internship(
            partner_id=self._partner("Intern Two").id, mentor_id=self.successor.id
        )
        change = ("mentor", {"employee_id": self.successor.id})
        self.assertFalse(self._blockers(change))
        amendment = self._amendment()
        self.assertIn("has room for 1", amendment.amendment_warnings)
        self.company.internship_capacity_policy = "block"
        self._assert_blocked("has room for 1", change)

    def test_one_amendment_at_a_time(self):
        first = self._amendment(("extend", {"date_to": "2027-05-14"}))
        second = first.copy()
        first.action_send()
        with self.assertRaisesRegex(UserError, "is being signed: wait"):
            second.action_send()

    def test_other_template_brings_its_title_and_language(self):
        amendment = self._amendment(("extend", {"date_to": "2027-05-14"}))
        french = self.env.ref("stage_management.hr_internship_amendment_template_fr")
        amendment.template_id = french
        self.assertEqual(amendment.title, "Avenant 1")
        self.assertIn("Prolongation du stage", amendment.body)

    def test_over_internship(self):
        self._set_state("closed")
        self._assert_blocked(
            "The internship is over", ("extend", {"date_to": "2027-05-14"})
        )

    def test_gap_in_the_text(self):
        amendment = self._amendment(("extend", {"date_to": "2027-05-14"}))
        self.internship.programme_id = False
        amendment.action_fill()
        with self.assertRaisesRegex(UserError, "name|programme"):
            amendment.action_send()

    def test_edited_text_has_to_say_what_changes(self):
        amendment = self._amendment(("extend", {"date_to": "2027-05-14"}))
        amendment.body = "<p>All as we said.</p>"
        amendment.change_ids.date_to = "2027-05-21"
        self.assertIn("All as we said", amendment.body)
        with self.assertRaisesRegex(UserError, "doesn't say all that changes"):
            amendment.action_send()
        amendment.action_fill()
        self.assertIn("May 2027", amendment.body)
        amendment.action_send()
        self.assertEqual(amendment.state, "to_sign")

    def test_sent_amendment_stays_as_it_is(self):
        amendment = self._amendment(("extend", {"date_to": "2027-05-14"}))
        amendment.action_send()
        change = amendment.change_ids
        for action in (
            lambda: change.write({"date_to": "2027-06-30"}),
            change.unlink,
            lambda: change.copy(),
            lambda: amendment.write({"effective_date": "2027-04-01"}),
            lambda: amendment.write({"change_ids": [(5,)]}),
            lambda: amendment.write({"body": "<p>Other</p>"}),
        ):
            with self.assertRaisesRegex(UserError, "sent for signature"):
                action()

    def test_what_signing_keeps_is_not_written_by_hand(self):
        amendment = self._amendment(("extend", {"date_to": "2027-05-14"}))
        for vals in (
            {"applied_on": "2027-03-01 10:00:00"},
            {"agreed_facts": {"mentor": 1}},
            {"noted_partner_ids": [(6, 0, [])]},
        ):
            with self.assertRaisesRegex(UserError, "not by hand"):
                amendment.write(vals)
        with self.assertRaisesRegex(UserError, "not by hand"):
            amendment.create(
                {"internship_id": self.internship.id, "agreed_facts": {"mentor": 1}}
            )

    def test_clause_with_an_unknown_placeholder(self):
        clause = self.env.ref(
            "stage_management.hr_internship_amendment_clause_nl_extend"
        )
        with self.assertRaisesRegex(ValidationError, "mentro"):
            clause.text = "Until {{ mentro }}"

    def test_template_of_the_kind_and_language(self):
        templates = self.env["hr.internship.agreement.template"]
        for lang, iso in (("nl_BE", "nl"), ("fr_BE", "fr"), ("en_US", "en")):
            self.env["res.lang"]._activate_lang(lang)
            self.internship.lang = lang
            for kind in ("individual", "amendment"):
                found = templates._find_for(self.internship, kind)
                self.assertEqual((found.kind, found.lang), (kind, iso))

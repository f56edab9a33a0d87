# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a place needs before it is selected and published."""

from datetime import date, timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestPlaceProject(InternshipCommon):
    def test_all_that_is_missing_is_said_at_once(self):
        place = self._place(
            description="<p><br></p>",
            deliverable=False,
            date_start=False,
            date_end=False,
            domain_ids=[],
            mentor_id=False,
        )
        with self.assertRaises(UserError) as caught:
            place.with_user(self.coordinator).action_select()
        self.assertSentence(
            caught.exception, "assignment", "result", "period", "domain", "mentor"
        )
        self.assertEqual(place.state, "proposed")
        self.assertIn("Describe the assignment", place.missing_html)
        self.assertFalse(place.is_complete)

    def test_advice_does_not_hold_up_the_selection(self):
        place = self._place()
        self.assertIn("backup", place.missing_html)
        self.assertTrue(place.is_complete)
        place.action_select()
        self.assertEqual(place.state, "selected")

    def test_what_candidates_need_is_asked_before_publishing(self):
        place = self._place(profile=False, needs_dutch=False)
        self.assertTrue(place.is_complete, "not needed to be selected")
        place.action_select()
        self.assertFalse(place.is_complete)
        with self.assertRaises(UserError) as caught:
            place.action_publish()
        self.assertSentence(caught.exception, "profile", "languages")
        place.write({"profile": "<p>ICT</p>", "needs_english": True})
        place.action_publish()
        self.assertEqual(place.published_on, date.today())

    def test_secret_project_says_what_is_secret(self):
        place = self._place(confidentiality="confidential")
        with self.assertRaisesRegex(UserError, "what is secret"):
            place.action_select()
        place.confidentiality_note = "The name of the supplier"
        place.action_select()

    def test_mentor_who_left_is_no_mentor(self):
        place = self._place()
        self.mentor.with_context(no_wizard=True).action_archive()
        with self.assertRaisesRegex(UserError, "mentor who works here"):
            place.action_select()

    def test_backup_is_never_the_mentor(self):
        with self.assertRaisesRegex(ValidationError, "somebody else as backup"):
            self._place(backup_id=self.mentor.id)
        place = self._place(backup_id=self.backup.id)
        with self.assertRaisesRegex(ValidationError, "somebody else as backup"):
            place.mentor_id = self.backup

    def test_public_list_holds_what_may_be_read_by_anyone(self):
        today = date.today()
        values = {
            "date_start": today + timedelta(days=30),
            "date_end": today + timedelta(days=60),
        }
        places = {
            "open": self._place(**values),
            "last day": self._place(apply_until=today, **values),
            "too late": self._place(apply_until=today - timedelta(days=1), **values),
            "internal": self._place(confidentiality="internal", **values),
            "not published": self._place(**values),
        }
        for name, place in places.items():
            place.action_select()
            if name != "not published":
                place.action_publish()
        Place = self.env["hr.internship.place"]
        found = Place.search(Place._get_public_domain())
        self.assertEqual(
            [name for name, place in places.items() if place in found],
            ["open", "last day"],
        )

    def test_languages_in_words(self):
        place = self._place(needs_dutch=True, needs_german=True)
        self.assertEqual(place.languages_needed, "Dutch, German")

    @mute_logger("odoo.sql_db")
    def test_impossible_dates(self):
        for values in (
            {"date_end": "2027-01-01"},
            {"apply_until": "2027-02-02"},
            {"seats": 0},
            {"seats": -1},
        ):
            with (
                self.subTest(values),
                self.assertRaises(IntegrityError),
                self.env.cr.savepoint(),
            ):
                self._place(**values)

    def test_text_of_a_department_is_escaped_on_the_sheet(self):
        place = self._place(deliverable="<script>alert(1)</script>")
        html = self.env["ir.actions.report"]._render_qweb_html(
            "stage_management.report_hr_internship_place", place.ids
        )[0]
        self.assertNotIn(b"<script>alert", html)
        self.assertIn(b"&lt;script&gt;alert", html)


@tagged("post_install", "-at_install")
class TestProposing(InternshipCommon):
    """Department managers and mentors, who may propose and follow."""

    def _as(self, employee):
        return self.env["hr.internship.place"].with_user(employee.user_id)

    def _values(self, **values):
        return {"name": "Archive", "type_id": self.internship_type.id, **values}

    def test_manager_finds_the_own_department_filled_in(self):
        form = Form(self._as(self.manager))
        self.assertEqual(form.department_id, self.department)
        form.name, form.type_id = "Archive", self.internship_type
        place = form.save()
        self.assertEqual(place.proposed_by_id, self.manager.user_id)
        self.assertTrue(place.is_editable)

    def test_manager_edits_while_proposed_and_follows_after(self):
        place = self._place().with_user(self.manager.user_id)
        place.name = "Changed"
        place.sudo().action_select()
        self.assertFalse(place.is_editable)
        self.assertEqual(place.name, "Changed", "still read")
        with self.assertRaises(AccessError):
            place.name = "Changed again"

    def test_department_writes_to_the_coordinator(self):
        place = self._place()
        place.with_user(self.coordinator).action_select()
        self.assertIn(self.coordinator.partner_id, place.message_partner_ids)
        seen = place.with_user(self.manager.user_id)
        text = "The mentor is ill"
        seen.message_post(body=text, subtype_xmlid="mail.mt_comment")
        self.assertIn(text, place.message_ids[0].body)

    def test_manager_does_not_propose_for_another_department(self):
        other = self.env["hr.department"].create({"name": "Other"})
        with self.assertRaises(AccessError):
            self._as(self.manager).create(self._values(department_id=other.id))

    def test_mentor_proposes_and_reads_only(self):
        self.env["hr.internship.mentor"].create({"employee_id": self.mentor.id})
        place = self._as(self.mentor).create(
            self._values(department_id=self.department.id, mentor_id=self.mentor.id)
        )
        self.assertFalse(place.is_editable)
        with self.assertRaises(AccessError):
            place.name = "Changed"

    def test_backup_follows_the_place(self):
        place = self._place(backup_id=self.backup.id)
        self.assertEqual(place.with_user(self.backup.user_id).name, place.name)
        with self.assertRaises(AccessError):
            place.with_user(self.backup.user_id).name = "Changed"

    def test_department_does_not_decide_in_advance(self):
        """The reason for an exception is the coordinator's, not the proposer's."""
        place = self._place().with_user(self.manager.user_id)
        for values in (
            {"selection_reason": "We deserve it"},
            {"rejection_reason": "No"},
            {"outcome_told_on": "2026-01-01"},
            {"proposed_by_id": self.director.id},
            {"state": "selected"},
        ):
            with self.subTest(values), self.assertRaises(AccessError):
                place.write(values)
        with self.assertRaises(AccessError):
            self._as(self.manager).create(
                self._values(
                    department_id=self.department.id, selection_reason="Because"
                )
            )

    def test_secret_place_is_not_for_other_departments(self):
        place = self._place(
            confidentiality="confidential", confidentiality_note="The supplier"
        )
        place.action_select()
        place.action_publish()
        stranger = self._employee("Mentor Two", login="mentor-2")
        self.env["hr.internship.mentor"].create({"employee_id": stranger.id})
        domain = [("id", "=", place.id)]
        self.assertFalse(self._as(stranger).search(domain))
        self.assertTrue(self._as(self.manager).search(domain))
        place.confidentiality = "internal"
        self.assertTrue(self._as(stranger).search(domain))

    def test_department_counts_candidates_without_seeing_them(self):
        place = self._place()
        self._application(place_id=place.id)
        self._application(place_id=place.id)._transition("review")
        self.env.invalidate_all()
        seen = place.with_user(self.manager.user_id)
        self.assertEqual((seen.application_count, seen.waiting_count), (2, 2))
        self.assertEqual(seen.candidate_summary, "1 new, 1 in review")
        candidates = self.env["hr.internship.application"]
        self.assertFalse(
            candidates.with_user(self.manager.user_id).search(
                [("place_id", "=", place.id)]
            )
        )

    def test_others_count_no_candidates(self):
        place = self._place()
        place.action_select()
        place.action_publish()
        self._application(place_id=place.id)
        stranger = self._employee("Mentor Two", login="mentor-2")
        self.env["hr.internship.mentor"].create({"employee_id": stranger.id})
        self.env.invalidate_all()
        seen = place.with_user(stranger.user_id)
        self.assertEqual(seen.name, place.name)
        self.assertFalse(seen.application_count or seen.candidate_summary)

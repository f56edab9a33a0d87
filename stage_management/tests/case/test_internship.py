# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The life of an internship."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, new_test_user, tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestInternship(InternshipCommon):
    def _sentences(self, internship, target):
        return [
            guard.sentence for guard in internship._get_guards(target)[internship.id]
        ]

    def _at_state(self, state, **values):
        """An internship in ``state``, brought there past the guards."""
        internship = self._internship(**values)
        internship.env.cr.execute(
            "UPDATE hr_internship SET state = %s WHERE id = %s", [state, internship.id]
        )
        internship.invalidate_recordset()
        return internship

    def test_each_missing_piece_has_its_sentence(self):
        table = {
            "school_id": "The school is missing.",
            "supervisor_id": "The school's supervisor is missing.",
            "mentor_id": "The mentor is missing.",
            "backup_id": "The backup of the mentor is missing.",
            "resource_calendar_id": "The working schedule is missing.",
            "subject": "The topic of the internship is missing.",
        }
        for field, sentence in table.items():
            with self.subTest(field):
                internship = self._internship(**{field: False})
                self.assertIn(sentence, self._sentences(internship, "ready"))

    def test_form_shows_what_blocks_the_next_step(self):
        internship = self._internship(mentor_id=False)
        internship.action_prepare()
        self.assertIn("The mentor is missing.", internship.blocker_html)
        internship.mentor_id = self.mentor
        self.assertNotIn("The mentor is missing.", internship.blocker_html or "")

    def test_button_says_all_that_is_missing_at_once(self):
        internship = self._internship(mentor_id=False, backup_id=False)
        internship.action_prepare()
        with self.assertRaises(UserError) as caught:
            internship.action_ready()
        self.assertSentence(
            caught.exception, "The mentor is missing.", "The backup of the mentor"
        )

    def test_intern_without_address_blocks_the_preparation(self):
        self.intern.email = False
        with self.assertRaisesRegex(UserError, "no e-mail address"):
            self._internship().action_prepare()

    def test_other_internship_in_the_same_period_is_named(self):
        other = self._internship()
        sentences = self._sentences(self._internship(), "ready")
        self.assertTrue([s for s in sentences if other.name in s])

    def test_cancelled_internship_is_no_overlap(self):
        self._internship()._transition("cancelled")
        sentences = self._sentences(self._internship(), "ready")
        self.assertFalse([s for s in sentences if "same period" in s])

    def test_full_mentor_is_a_warning_only(self):
        self.env["hr.internship.mentor"].create(
            {"employee_id": self.mentor.id, "capacity": 1}
        )
        self._internship(partner_id=self._partner("Other Intern").id)
        internship = self._internship()
        guards = internship._get_guards("ready")[internship.id]
        warnings = [guard for guard in guards if not guard.blocking]
        self.assertEqual(len(warnings), 1)
        self.assertIn("room for 1", warnings[0].sentence)

    def test_mover_starts_and_finishes_by_date_and_may_run_twice(self):
        observation = self.env.ref("stage_management.hr_internship_type_observation")
        starting = self._at_state("ready", type_id=observation.id)
        with freeze_time("2027-02-01"):
            self.env["hr.internship"]._cron_move_on()
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(starting.state, "ongoing")
        with freeze_time("2027-04-30"):
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(starting.state, "ongoing")
        with freeze_time("2027-05-01"):
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(starting.state, "evaluation")

    def test_mover_leaves_what_is_blocked(self):
        blocked = self._at_state("ready")
        with freeze_time("2027-02-02"):
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(blocked.state, "ready")

    def test_mentor_does_not_decide(self):
        internship = self._at_state("ongoing")
        with self.assertRaises(AccessError):
            internship.with_user(self.mentor.user_id).action_evaluate()

    def test_ending_early_keeps_reason_date_and_initiator(self):
        internship = self._at_state("ongoing")
        wizard = (
            self.env["hr.internship.end"]
            .with_user(self.coordinator)
            .create(
                {
                    "internship_id": internship.id,
                    "target": "terminated",
                    "ended_by": "intern",
                    "ended_on": "2027-03-01",
                    "end_reason": "Moved abroad",
                }
            )
        )
        wizard.action_confirm()
        self.assertRecordValues(
            internship,
            [
                {
                    "state": "terminated",
                    "ended_by": "intern",
                    "end_reason": "Moved abroad",
                }
            ],
        )

    def test_internship_with_history_is_not_deleted(self):
        with self.assertRaisesRegex(UserError, "stays on record"):
            self._at_state("closed").unlink()

    def test_copy_starts_anew(self):
        copy = self._at_state("closed").copy()
        self.assertEqual(copy.state, "draft")
        self.assertNotEqual(copy.name, "/")
        self.assertEqual(len(copy.term_ids), 1)
        self.assertFalse(copy.date_start)

    def test_participants_follow_intern_and_supervisor(self):
        internship = self._internship()
        other = self._partner("Other Supervisor", parent_id=self.school.id)
        internship.supervisor_id = other
        self.assertEqual(
            set(internship.participant_ids.mapped("partner_id.name")),
            {"Intern One", "Other Supervisor"},
        )

    def test_portal_access_ends_after_the_internship(self):
        internship = self._internship()
        self.assertEqual(
            set(internship.participant_ids.mapped("portal_until")),
            {internship.date_end.replace(month=7, day=29)},
        )

    def test_intern_never_reads_the_internal_conversation(self):
        internship = self._at_state("ongoing")
        user = new_test_user(
            self.env, "portal-1", groups="base.group_portal", partner_id=self.intern.id
        )
        message = internship.message_post(
            body=self.mentor.name,
            message_type="comment",
            subtype_xmlid="mail.mt_comment",
        )
        self.env.invalidate_all()
        self.assertTrue(internship.with_user(user).has_access("read"))
        found = self.env["mail.message"].with_user(user).search([])
        self.assertNotIn(message, found)
        with self.assertRaises(AccessError):
            message.with_user(user).read(["body"])

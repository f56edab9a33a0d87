# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.fields import Date
from odoo.tests import freeze_time, tagged

from ...tools.checklists import due_date
from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestChecklists(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.member = cls._user("logistics-1")
        cls.service = cls.env.ref("stage_management.hr_internship_service_logistics")
        cls.service.write(
            {"member_ids": [(4, cls.member.id)], "email": "logistics@agency.example"}
        )

    def _prepared(self, **values):
        internship = self._internship(**values)
        internship.with_user(self.coordinator).action_prepare()
        return internship

    def _line(self, internship, xml_id):
        item = self.env.ref(f"stage_management.hr_internship_checklist_item_{xml_id}")
        return internship.checklist_line_ids.filtered(lambda li: li.item_id == item)

    def test_days_count_from_first_and_last_day(self):
        first, last = date(2027, 2, 1), date(2027, 4, 30)
        self.assertEqual(due_date(first, last, "start", -7), date(2027, 1, 25))
        self.assertEqual(due_date(first, last, "end", 1), date(2027, 5, 1))
        self.assertIsNone(due_date(False, False, "start", -7))

    def test_preparation_brings_three_checklists(self):
        internship = self._internship()
        self.assertFalse(internship.checklist_line_ids)
        internship.with_user(self.coordinator).action_prepare()
        for kind in ("logistics", "reception", "departure"):
            lines = internship.checklist_line_ids.filtered(
                lambda line, kind=kind: line.kind == kind
            )
            self.assertGreaterEqual(len(lines), 20, kind)
        badge = self._line(internship, "logistics_badge")
        self.assertEqual(badge.due_date, Date.to_date("2027-01-27"))
        self.assertEqual(badge.service_id, self.service)
        plan = self._line(internship, "logistics_first_week")
        self.assertEqual(plan.user_id, self.mentor.user_id)

    def test_lines_are_in_the_language_of_the_reader(self):
        item = self.env.ref(
            "stage_management.hr_internship_checklist_item_logistics_badge"
        )
        item.with_context(lang="nl_BE").name = "Badges klaarmaken"
        line = self._line(self._prepared(), "logistics_badge")
        self.assertEqual(line.with_context(lang="nl_BE").name, "Badges klaarmaken")
        self.assertIn("Prepare the badges", line.with_context(lang="en_US").name)

    def test_preparing_twice_adds_nothing(self):
        internship = self._prepared()
        count = len(internship.checklist_line_ids)
        internship.write({"state": "draft"})
        internship.action_prepare()
        self.assertEqual(len(internship.checklist_line_ids), count)

    def test_changed_template_leaves_open_lines_alone(self):
        internship = self._prepared()
        item = self.env.ref(
            "stage_management.hr_internship_checklist_item_logistics_badge"
        )
        item.write({"name": "Something else", "day_offset": -90})
        line = self._line(internship, "logistics_badge")
        self.assertIn("Prepare the badges", line.name)
        self.assertEqual(line.day_offset, -5)
        item.unlink()
        self.assertTrue(line.exists())

    def test_moved_start_moves_what_is_due(self):
        internship = self._prepared()
        internship.date_start = Date.to_date("2027-02-08")
        line = self._line(internship, "logistics_badge")
        self.assertEqual(line.due_date, Date.to_date("2027-02-03"))

    def test_another_mentor_takes_over_the_lines(self):
        internship = self._prepared()
        other = self._employee("Mentor Two", login="mentor-2")
        internship.mentor_id = other
        line = self._line(internship, "logistics_first_week")
        self.assertEqual(line.user_id, other.user_id)

    def test_tick_says_who_and_when(self):
        line = self._line(self._prepared(), "logistics_first_week")
        line.with_user(self.mentor.user_id).is_done = True
        self.assertEqual(line.state, "done")
        self.assertEqual(line.done_by_id, self.mentor.user_id.partner_id)
        self.assertEqual(line.done_on, Date.context_today(line))
        line.with_user(self.coordinator).action_reopen()
        self.assertFalse(line.done_by_id or line.done_on)

    def test_nobody_says_that_somebody_else_did_it(self):
        line = self._line(self._prepared(), "logistics_first_week")
        line.with_user(self.coordinator).write(
            {"state": "done", "done_by_id": self.intern.id}
        )
        self.assertEqual(line.done_by_id, self.coordinator.partner_id)

    def test_service_sees_and_ticks_its_own_lines_only(self):
        internship = self._prepared()
        own = self._line(internship, "logistics_badge").with_user(self.member)
        found = own.search([("is_current", "=", True), ("intern_name", "like", "One")])
        self.assertIn(own, found)
        self.assertEqual(found.service_id, self.service)
        self.assertEqual(own.intern_name, "Intern One")
        self.assertIn("Communication", own.place_name)
        own.action_done()
        self.assertEqual(own.done_by_id, self.member.partner_id)
        for other in ("logistics_computer", "logistics_first_week"):
            with self.assertRaises(AccessError):
                self._line(internship, other).with_user(self.member).action_done()
        with self.assertRaises(AccessError):
            internship.with_user(self.member).read(["subject"])

    def test_members_find_the_lines_of_their_service_first(self):
        self._prepared()
        self.env.flush_all()
        with freeze_time("2027-01-25"):
            screens = {
                user: self.env["hr.internship"].with_user(user).get_start_screen()
                for user in (self.member, self.mentor.user_id)
            }
        tiles = {
            user: {tile["name"]: tile for tile in screen["tiles"]}
            for user, screen in screens.items()
        }
        self.assertNotIn("service_lines", tiles[self.mentor.user_id])
        tile = tiles[self.member]["service_lines"]
        lines = self.env["hr.internship.checklist.line"].browse(
            line["id"] for line in tile["lines"]
        )
        self.assertEqual(lines.service_id, self.service)
        self.assertEqual(tile["lines"][0]["detail"], self.intern.name)

    def test_service_changes_nothing_but_the_tick(self):
        line = self._line(self._prepared(), "logistics_badge").with_user(self.member)
        with self.assertRaises(AccessError) as refused:
            line.write({"day_offset": 30})
        self.assertSentence(refused.exception, "tick this line", "coordinator")

    def test_colleague_without_part_ticks_nothing(self):
        line = self._line(self._prepared(), "logistics_first_week")
        with self.assertRaises(AccessError):
            line.with_user(self.manager.user_id).action_done()
        stranger = self._user("stranger-1", "group_contributor")
        with self.assertRaises(AccessError):
            line.with_user(stranger).read(["name"])

    def test_intern_ticks_the_own_lines_only(self):
        internship = self._prepared()
        own = self._line(internship, "logistics_intern_data")
        own._tick_by_partner(self.intern)
        self.assertEqual(own.done_by_id, self.intern)
        with self.assertRaises(AccessError):
            self._line(internship, "logistics_badge")._tick_by_partner(self.intern)
        with self.assertRaises(AccessError):
            own._tick_by_partner(self.supervisor)

    def test_not_applicable_asks_why(self):
        lines = self._prepared().checklist_line_ids[:2].with_user(self.coordinator)
        with self.assertRaises(UserError) as refused:
            lines.write({"state": "not_applicable"})
        self.assertSentence(refused.exception, "why it does not apply")
        wizard = self.env["hr.internship.checklist.skip"].with_user(self.coordinator)
        wizard.create(
            {"line_ids": [(6, 0, lines.ids)], "reason": "Own computer"}
        ).action_confirm()
        self.assertEqual(set(lines.mapped("state")), {"not_applicable"})
        self.assertEqual(set(lines.mapped("reason")), {"Own computer"})

    def test_proof_is_asked_and_checked(self):
        line = self._line(self._prepared(), "logistics_first_week")
        line.needs_proof = True
        mine = line.with_user(self.mentor.user_id)
        with self.assertRaises(UserError) as refused:
            mine.action_done()
        self.assertSentence(refused.exception, "add the proof first")
        for name, content, words in (
            ("virus.pdf", b"MZ\x90\x00", "not the kind of file"),
            ("movie.mp4", b"abc", "not accepted"),
        ):
            with self.assertRaises(UserError) as refused:
                mine.write({"proof": base64.b64encode(content), "proof_name": name})
            self.assertSentence(refused.exception, name, words)
        mine.write(
            {"proof": base64.b64encode(b"%PDF-1.4 x"), "proof_name": "proof.pdf"}
        )
        mine.action_done()
        self.assertEqual(line.state, "done")

    def test_ticked_lines_stay_on_record(self):
        line = self._line(self._prepared(), "logistics_badge")
        line.action_done()
        with self.assertRaises(UserError) as refused:
            line.with_user(self.coordinator).unlink()
        self.assertSentence(refused.exception, "stays on record", "not applicable")

    def test_open_line_blocks_and_says_whom_to_ask(self):
        internship = self._prepared()
        guards = internship._get_guards("ready")[internship.id]
        sentences = {guard.sentence: guard.provider for guard in guards}
        found = [who for text, who in sentences.items() if "Set up a workplace" in text]
        self.assertEqual(found, ["Logistics"])
        self._tick_blocking_lines(internship)
        after = [
            guard.sentence for guard in internship._get_guards("ready")[internship.id]
        ]
        self.assertFalse([text for text in after if "Still to be done" in text])

    def test_badges_and_logins_block_closing(self):
        internship = self._prepared()
        guards = internship._get_guards("closed")[internship.id]
        text = " ".join(guard.sentence for guard in guards)
        self.assertIn("Take back the badges", text)
        self.assertIn("Close the logins", text)

    def test_cancelled_internship_leaves_nothing_to_do(self):
        internship = self._prepared()
        done = self._line(internship, "logistics_badge")
        done.action_done()
        internship._transition("cancelled", ended_by="intern", end_reason="Other plans")
        self.assertEqual(done.state, "done")
        open_lines = internship.checklist_line_ids.filtered(
            lambda li: li.state == "open"
        )
        self.assertFalse(open_lines)
        internship.action_reopen()
        internship.action_prepare()
        self.assertGreaterEqual(internship.checklist_open_count, 60)

    def test_copy_has_no_lines(self):
        self.assertFalse(self._prepared().copy().checklist_line_ids)

    def test_type_chooses_its_checklists(self):
        observation = self.env.ref("stage_management.hr_internship_type_observation")
        logistics = self.env.ref("stage_management.hr_internship_checklist_logistics")
        logistics.type_ids = self.internship_type
        internship = self._prepared(type_id=observation.id)
        kinds = set(internship.checklist_line_ids.mapped("kind"))
        self.assertEqual(kinds, {"reception", "departure"})

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Phase × missing piece → the sentence that a coordinator reads, and whom to ask."""

from odoo.exceptions import UserError
from odoo.fields import Date
from odoo.tests import tagged

from .common import FolderCommon

# next state, what is missing, words of the sentence, who can provide it
TABLE = [
    ("preparation", "email", "The intern has no e-mail address.", "intern"),
    ("preparation", "school_id", "The school is missing.", "coordinator"),
    ("ready", "supervisor_id", "The school's supervisor is missing.", "school"),
    ("ready", "mentor_id", "The mentor is missing.", "department"),
    ("ready", "backup_id", "The backup of the mentor is missing.", "department"),
    ("ready", "subject", "The topic of the internship is missing.", "department"),
    ("ready", "resource_calendar_id", "The working schedule is missing.", None),
    ("ready", "agreement", "The agreement has not been sent", "coordinator"),
    ("ready", "line:logistics_workplace", "Set up a workplace", "Logistics"),
    ("ready", "document:risk_analysis", "“Risk analysis of the workplace”", None),
    ("ready", "document:health", "“Health assessment”", None),
    ("ready", "document:insurance", "“Insurance certificate of the school”", None),
    ("ready", "document:enrolment", "“Proof of enrolment”", None),
    ("closed", "line:departure_badge_back", "Take back the badges", "Logistics"),
    ("closed", "line:departure_logins_closed", "Close the logins", "ICT"),
    ("closed", "equipment", "Not given back: Laptop 17.", "mentor"),
    ("closed", "document:regulation", "“Internship regulations”", None),
]


@tagged("post_install", "-at_install")
class TestPhases(FolderCommon):
    """Everything is in order but one piece: its sentence is there, and only then."""

    def _complete(self):
        internship = self.internship
        self._tick_blocking_lines(internship)
        self._complete_folder(internship)
        self._document("regulation")._decide("not_applicable", "Tried out")
        return internship

    def _take_away(self, internship, piece):
        kind, _colon, name = piece.partition(":")
        if kind == "email":
            internship.partner_id.email = False
        elif kind == "agreement":
            pass  # nobody has sent one
        elif kind == "equipment":
            self.env["hr.internship.equipment"].create(
                {
                    "internship_id": internship.id,
                    "name": "Laptop 17",
                    "granted_on": Date.today(),
                }
            )
        elif kind == "line":
            item = self.env.ref(f"stage_management.hr_internship_checklist_item_{name}")
            lines = internship.checklist_line_ids
            lines.filtered(lambda line: line.item_id == item).action_reopen()
        elif kind == "document":
            self._document(name).action_ask_again()
        else:
            internship[piece] = False

    def test_each_missing_piece_has_its_sentence(self):
        internship = self._complete()
        for target, piece, words, provider in TABLE:
            with (
                self.subTest(target=target, piece=piece),
                self.env.cr.savepoint() as savepoint,
            ):
                if piece != "agreement":
                    self.assertFalse(self._find(internship, target, words), "too early")
                self._take_away(internship, piece)
                found = self._find(internship, target, words)
                self.assertEqual(len(found), 1)
                self.assertTrue(found[0].blocking)
                self.assertTrue(found[0].provider)
                self.assertIn(provider or "", found[0].provider)
                savepoint.rollback()
            self.env.invalidate_all()

    def test_the_button_says_the_same(self):
        internship = self._complete()
        internship.mentor_id = False
        sentences = [g.sentence for g in internship._get_guards("ready")[internship.id]]
        with self.assertRaises(UserError) as refused:
            internship.with_user(self.coordinator).action_ready()
        self.assertSentence(refused.exception, *sentences)
        for sentence in sentences:
            self.assertIn(sentence, internship.blocker_html)

    def _find(self, internship, target, words):
        guards = internship._get_guards(target)[internship.id]
        return [guard for guard in guards if words in guard.sentence]

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""From the agreement over two amendments to an early end, in Dutch and French."""

from odoo.tests import freeze_time, tagged

from .amendment_common import AmendmentCommon

WORDS = {
    "nl_BE": {
        "title": "Addendum",
        "first": ("2. Verlenging van de stage", "tot en met 14 mei 2027"),
        "second": ("2. Stagementor", "Vanaf 15 maart 2027 is Mentor Two", "Addendum 1"),
        "end": ("2. Voortijdig einde", "26 maart 2027", "14 mei 2027", "Andere keuze"),
        "others": "3. Overige bepalingen",
    },
    "fr_BE": {
        "title": "Avenant",
        "first": ("2. Prolongation du stage", "jusqu’au 14 mai 2027"),
        "second": ("2. Maître de stage", "15 mars 2027", "Mentor Two", "Avenant 1"),
        "end": ("2. Fin anticipée", "26 mars 2027", "14 mai 2027", "Andere keuze"),
        "others": "3. Autres dispositions",
    },
}


class JourneyCase(AmendmentCommon):
    lang = None

    @classmethod
    def _internship(cls, **values):
        cls.env["res.lang"]._activate_lang(cls.lang)
        return super()._internship(**{"lang": cls.lang, **values})

    def _assert_says(self, amendment, *words):
        for word in words:
            self.assertIn(word, amendment.body)
        self.assertNotIn("{{", amendment.body)
        self.assertNotIn("…………", amendment.body)

    def _walk(self):
        words = WORDS[self.lang]
        first = self._signed(("extend", {"date_to": "2027-05-14"}))
        self.assertEqual(first.title, f"{words['title']} 1")
        self._assert_says(first, *words["first"], words["others"])
        mentor = ("mentor", {"employee_id": self.successor.id})
        second = self._signed(mentor, day="2027-03-15")
        self._assert_says(second, *words["second"], words["others"])
        end = {"date_to": "2027-03-26", "ended_by": "intern", "reason": "Andere keuze"}
        third = self._signed(("early_end", end), day="2027-03-20")
        self._assert_says(third, *words["end"], words["others"])
        self.assertEqual(
            self._spans(),
            [
                ("work", "2027-02-01", "2027-03-14", "Mentor One"),
                ("work", "2027-03-15", "2027-03-26", "Mentor Two"),
            ],
        )
        with freeze_time("2027-03-27"):
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(self.internship.state, "terminated")
        self.assertEqual(self.internship.end_reason, "Andere keuze")
        text = self.agreement.in_force_html
        for mark in ("[1]", "[2", "[3]", "Mentor Two"):
            self.assertIn(mark, text)
        for amendment in (first, second, third):
            self.assertEqual(amendment.request_id.lang, self.lang)
            self.assertIn(amendment.title, self.agreement.difference_html)


@tagged("post_install", "-at_install")
class TestJourneyInDutch(JourneyCase):
    lang = "nl_BE"

    def test_agreement_amendments_and_early_end(self):
        self._walk()


@tagged("post_install", "-at_install")
class TestJourneyInFrench(JourneyCase):
    lang = "fr_BE"

    def test_agreement_amendments_and_early_end(self):
        self._walk()

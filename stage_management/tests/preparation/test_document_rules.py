# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo.tests import BaseCase, tagged

from ...tools.document_rules import (
    DocumentFacts,
    DocumentRule,
    covers,
    is_under_age,
)


@tagged("post_install", "-at_install")
class TestDocumentRules(BaseCase):
    def test_each_condition_narrows(self):
        work, visit = DocumentFacts(), DocumentFacts(counts_as_work=False)
        minor = DocumentFacts(is_minor=True)
        risky = DocumentFacts(has_risks=True)
        secondary = DocumentFacts(school_kind="secondary")
        college = DocumentFacts(school_kind="university_college")
        table = [
            (DocumentRule(), work, True),
            (DocumentRule(work="work"), work, True),
            (DocumentRule(work="work"), visit, False),
            (DocumentRule(work="visit"), visit, True),
            (DocumentRule(work="visit"), work, False),
            (DocumentRule(minors_only=True), work, False),
            (DocumentRule(minors_only=True), minor, True),
            (DocumentRule(risk_only=True), work, False),
            (DocumentRule(risk_only=True), risky, True),
            (DocumentRule(school="secondary"), secondary, True),
            (DocumentRule(school="secondary"), college, False),
            (DocumentRule(school="higher"), college, True),
            (DocumentRule(school="higher"), work, False),
            (DocumentRule(work="work", minors_only=True), visit, False),
        ]
        for rule, facts, expected in table:
            with self.subTest(rule=rule, facts=facts):
                self.assertEqual(rule.applies(facts), expected)

    def test_periods_cover_together_or_not(self):
        first, last = date(2027, 2, 1), date(2027, 4, 30)
        before = (date(2026, 9, 1), date(2027, 2, 28))
        after = (date(2027, 3, 1), date(2027, 8, 31))
        late = (date(2027, 3, 2), date(2027, 8, 31))
        table = [
            ([], False),
            ([before], False),
            ([after], False),
            ([before, after], True),
            ([after, before], True),
            ([before, late], False),
            ([(None, None)], True),
            ([(None, date(2027, 4, 30))], True),
            ([(None, date(2027, 4, 29))], False),
            ([(date(2027, 2, 1), None)], True),
        ]
        for periods, expected in table:
            with self.subTest(periods=periods):
                self.assertEqual(covers(periods, first, last), expected)
        self.assertFalse(covers([(None, None)], None, last))

    def test_age_on_a_day(self):
        born = date(2009, 2, 28)
        self.assertTrue(is_under_age(born, date(2027, 2, 27)))
        self.assertFalse(is_under_age(born, date(2027, 2, 28)))
        self.assertFalse(is_under_age(date(2008, 2, 29), date(2026, 3, 1)))
        self.assertTrue(is_under_age(date(2008, 2, 29), date(2026, 2, 28)))
        self.assertFalse(is_under_age(None, date(2027, 2, 28)))

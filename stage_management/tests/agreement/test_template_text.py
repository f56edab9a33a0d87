# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Conditional parts of a template, and what a template can't hold."""

from odoo.tests import BaseCase, tagged

from ...tools import template_text as text

KNOWN = {"minor", "telework"}


@tagged("post_install", "-at_install")
class TestTemplateText(BaseCase):
    def _codes(self, html):
        return [problem.code for problem in text.find_problems(html, KNOWN)]

    def test_part_stands_only_when_its_condition_holds(self):
        html = "<p>a</p><p>[[if minor]]</p><p>b</p><p>[[end]]</p><p>c</p>"
        self.assertEqual(text.choose(html, {"minor": True}), "<p>a</p><p>b</p><p>c</p>")
        self.assertEqual(text.choose(html, {}), "<p>a</p><p>c</p>")

    def test_not_turns_it_round(self):
        html = "x[[if not minor]]b[[end]]y"
        self.assertEqual(text.choose(html, {"minor": True}), "xy")
        self.assertEqual(text.choose(html, {"minor": False}), "xby")

    def test_part_inside_a_part(self):
        html = "[[if minor]]a[[if telework]]b[[end]]c[[end]]d"
        cases = {
            (True, True): "abcd",
            (True, False): "acd",
            (False, True): "d",
            (False, False): "d",
        }
        for (minor, telework), expected in cases.items():
            facts = {"minor": minor, "telework": telework}
            self.assertEqual(text.choose(html, facts), expected)
        self.assertFalse(self._codes(html))

    def test_tags_and_spaces_of_the_editor_do_not_matter(self):
        html = "<p>&nbsp;[[ If&nbsp;<b>minor</b> ]]b[[ END ]]</p>"
        self.assertFalse(self._codes(html))
        self.assertIn("b", text.choose(html, {"minor": True}))
        self.assertNotIn("b[", text.choose(html, {}))

    def test_values_are_never_read_as_conditions(self):
        html = text.choose("[[if minor]]x[[end]]{{ subject }}", {"minor": True})
        self.assertEqual(html, "x{{ subject }}")

    def test_what_is_not_understood_is_found(self):
        cases = {
            "[[if minor]]a": [text.NOT_CLOSED],
            "a[[end]]": [text.NOT_OPENED],
            "[[if salary]]a[[end]]": [text.UNKNOWN_CONDITION],
            "[[when minor]]a[[end]]": [text.NOT_UNDERSTOOD, text.NOT_OPENED],
            "[[]]": [text.NOT_UNDERSTOOD],
            "<ul><li>[[if minor]]a</li></ul><p>[[end]]b</p>": [text.CROSSES],
            "<p>x [[if minor]]</p><p>a [[end]]</p>": [text.CROSSES],
        }
        for html, expected in cases.items():
            with self.subTest(html=html):
                self.assertEqual(self._codes(html), expected)

    def test_list_items_and_rows_may_be_conditional(self):
        html = "<ul>[[if minor]]<li>a</li>[[end]]<li>b</li></ul>"
        self.assertFalse(self._codes(html))
        self.assertEqual(text.choose(html, {}), "<ul><li>b</li></ul>")

    def test_unsafe_content_is_found(self):
        cases = {
            "<p>a</p><script>alert(1)</script>": text.UNSAFE_TAG,
            '<p onclick="x()">a</p>': text.UNSAFE_ATTRIBUTE,
            '<a href="java\nscript:alert(1)">a</a>': text.UNSAFE_ATTRIBUTE,
            '<iframe src="https://x.example"></iframe>': text.UNSAFE_TAG,
            '<img src="https://x.example/a.png"/>': text.PICTURE_ELSEWHERE,
            '<img src="/web/image/1"/>': text.PICTURE_ELSEWHERE,
            '<p style="background: url(https://x.example/a)">a</p>': (
                text.PICTURE_ELSEWHERE
            ),
            "<form><input/></form>": text.UNSAFE_TAG,
        }
        for html, code in cases.items():
            with self.subTest(html=html):
                self.assertIn(code, [p.code for p in text.find_unsafe(html)])

    def test_ordinary_text_is_fine(self):
        html = (
            '<h2>1</h2><p>See <a href="https://x.example">x</a> &amp; &lt;b&gt;</p>'
            '<img src="data:image/png;base64,AAAA"/><table><tr><td>1</td></tr></table>'
        )
        self.assertFalse(text.find_unsafe(html))
        self.assertFalse(text.find_unsafe(""))

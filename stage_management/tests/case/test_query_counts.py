# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Screens and batches ask the database the same questions for few and for many."""

from lxml import etree

from odoo.tests import tagged

from ..common import InternshipCommon

FEW, MANY = 5, 45
FORM_QUERIES = 32
# who may not see everything costs a question more, twice
FORM_QUERIES_OF_A_PART = 34
MODELS = ("hr.internship", "hr.internship.application", "hr.internship.place")


@tagged("post_install", "-at_install")
class TestQueryCounts(InternshipCommon):
    """What a screen costs does not grow with the number of records."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": False})
        cls.interns = cls.env["res.partner"].create(
            [{"name": f"Intern {n}", "email": f"{n}@q.example"} for n in range(MANY)]
        )

    def _vals(self, model_name, number):
        names = {"subject": "Chatbots", "school_id": self.school.id}
        dates = {"date_start": "2031-02-03", "date_end": "2031-05-02"}
        if model_name == "hr.internship":
            return {
                **names,
                **dates,
                "partner_id": self.interns[number].id,
                "supervisor_id": self.supervisor.id,
                "department_id": self.department.id,
                "mentor_id": self.mentor.id,
                "backup_id": self.backup.id,
            }
        if model_name == "hr.internship.application":
            email = f"{number}@q.example"
            return {**names, "partner_name": f"Intern {number}", "email_from": email}
        return {
            **dates,
            "name": "Chatbots",
            "department_id": self.department.id,
            "mentor_id": self.mentor.id,
            "type_id": self.internship_type.id,
        }

    def _make(self, model_name, count, start=0):
        records = self.env[model_name].with_user(self.coordinator)
        return records.create(
            [self._vals(model_name, number) for number in range(start, start + count)]
        )

    def _count(self, action, user=None):
        """Queries of ``action`` with caches of the server warm and no record read."""
        env = self.env(user=user or self.coordinator)
        for _warm in range(2):
            action(env)
            self.env.flush_all()
            self.env.invalidate_all()
        before = self.cr.sql_log_count
        action(env)
        env.flush_all()
        return self.cr.sql_log_count - before

    def _specification(self, env, model_name, kind):
        arch = etree.fromstring(env[model_name].get_view(view_type=kind)["arch"])
        fields = env[model_name]._fields
        nodes = [
            node
            for node in arch.iter("field")
            if not any(parent.tag == "field" for parent in node.iterancestors())
        ]
        return {
            node.get("name"): {"fields": {"display_name": {}}}
            if fields[node.get("name")].type == "many2one"
            else {}
            for node in nodes
        }

    def _assert_constant(self, model_name, action, user=None):
        self._make(model_name, FEW)
        few = self._count(action, user)
        self._make(model_name, MANY - FEW, start=FEW)
        many = self._count(action, user)
        self.assertGreater(few, 0)
        self.assertLessEqual(many, few, f"{model_name}: grows with the records")

    def _assert_screens(self, action, users=()):
        for model_name in MODELS:
            with self.subTest(model=model_name):
                self._assert_constant(
                    model_name, lambda env, m=model_name: action(env, m)
                )

    def test_list(self):
        def open_list(env, model_name):
            env[model_name].web_search_read(
                [], self._specification(env, model_name, "list"), limit=MANY * 2
            )

        self._assert_screens(open_list)

    def test_kanban(self):
        def open_kanban(env, model_name):
            specification = self._specification(env, model_name, "kanban")
            env[model_name].web_read_group(
                [],
                ["state"],
                auto_unfold=True,
                unfold_read_specification=specification,
                unfold_read_default_limit=MANY * 2,
            )

        self._assert_screens(open_kanban)

    def test_search_by_name(self):
        def search(env, model_name):
            env[model_name].name_search("Chat", limit=8)

        self._assert_screens(search)

    def test_form(self):
        def open_form(env, model_name):
            record = env[model_name].search([], limit=1)
            record.web_read(self._specification(env, model_name, "form"))

        self._assert_screens(open_form)

    def test_form_of_an_internship_with_all_that_belongs_to_it(self):
        internship = self._make("hr.internship", 1)
        internship.date_start = "2031-02-10"
        internship.action_prepare()
        self.assertGreater(internship.checklist_count, 60)

        def open_form(env):
            record = env["hr.internship"].browse(internship.id)
            record.web_read(self._specification(env, "hr.internship", "form"))

        self.assertLessEqual(self._count(open_form), FORM_QUERIES)
        for user in (self.mentor.user_id, self.manager.user_id):
            with self.subTest(user=user.login):
                count = self._count(open_form, user)
                self.assertLessEqual(count, FORM_QUERIES_OF_A_PART)

    def test_list_of_those_who_see_a_part(self):
        """Rules add no question per record."""

        def open_list(env):
            env["hr.internship"].web_search_read(
                [], self._specification(env, "hr.internship", "list"), limit=MANY * 2
            )

        for user in (self.mentor.user_id, self.manager.user_id):
            with self.subTest(user=user.login):
                self._assert_constant("hr.internship", open_list, user)
                self.env["hr.internship"].search([]).sudo().active = False

    def test_batch_create(self):
        """A batch of fewer than 100 is one statement per table, as in core."""
        for model_name in MODELS:
            with self.subTest(model=model_name):
                self._make(model_name, 1)  # warms up
                counts = []
                for size in (FEW, MANY):
                    self.env.flush_all()
                    self.env.invalidate_all()
                    before = self.cr.sql_log_count
                    self._make(model_name, size)
                    self.env.flush_all()
                    counts.append(self.cr.sql_log_count - before)
                self.assertLessEqual(counts[1], counts[0])

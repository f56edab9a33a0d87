# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who measures: people of the generated volume, and a recruitment manager."""

from functools import cached_property

from client import Client

from odoo import SUPERUSER_ID, api

RECRUITER = "volume-recruiter"


class Users:
    """The roles that are compared; each is a :class:`Client`."""

    def __init__(self, registry):
        self.registry = registry

    @cached_property
    def coordinator(self):
        """A coordinator: all internships of the company."""
        return Client(self.registry, "volume-coordinator-1")

    @cached_property
    def recruiter(self):
        """The peer's coordinator: administrator of Odoo's recruitment."""
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            if not env["res.users"].search_count([("login", "=", RECRUITER)]):
                self._make_recruiter(env)
        return Client(self.registry, RECRUITER)

    @cached_property
    def mentor(self):
        """The mentor with the most internships."""
        return Client(self.registry, self._busiest("mentor_user_id"))

    @cached_property
    def manager(self):
        """The manager at the head of the most departments."""
        return Client(self.registry, self._head_of_most())

    def _make_recruiter(self, env):
        groups = ("base.group_user", "hr_recruitment.group_hr_recruitment_manager")
        env["res.users"].create(
            {
                "name": "Recruiter",
                "login": RECRUITER,
                "email": f"{RECRUITER}@organisation.example",
                "group_ids": [(6, 0, [env.ref(xml_id).id for xml_id in groups])],
            }
        )

    def _busiest(self, field):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            found = env["hr.internship"]._read_group(
                [(field, "!=", False)], [field], ["__count"], order="__count desc"
            )
            return found[0][0].login

    def _head_of_most(self):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            tops = env["hr.department"].search([("parent_id", "=", False)])
            heads = tops.filtered("manager_id.user_id").sorted(
                lambda top: len(top.child_ids.child_ids), reverse=True
            )
            return heads[0].manager_id.user_id.login

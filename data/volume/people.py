# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Schools, departments, mentors and interns."""

from dataclasses import dataclass
from random import Random

from . import words

LANGUAGES = ("nl_BE", "nl_BE", "nl_BE", "fr_BE", "fr_BE", "en_US")
QUIET = {
    "tracking_disable": True,
    "no_reset_password": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
}


@dataclass(frozen=True)
class Service:
    """A department with its manager's user and the mentors who work there."""

    id: int
    manager_user_id: int
    mentors: list


@dataclass(frozen=True)
class Mentor:
    """An employee and her user."""

    employee_id: int
    user_id: int


@dataclass(frozen=True)
class School:
    """A school, who speaks for it, and what it teaches."""

    id: int
    supervisors: list
    programmes: list


@dataclass(frozen=True)
class People:
    """Everybody whom the internships name."""

    coordinators: list
    services: list
    schools: list
    interns: list


def generate(env, bulk, rows):
    """Make the people for ``rows`` internships; return them as :class:`People`."""
    random = Random(rows)
    env = env(context={**env.context, **QUIET})
    return People(
        coordinators=_coordinators(env),
        services=_services(env, random, rows),
        schools=_schools(env, random, rows),
        interns=_interns(bulk, random, rows),
    )


def _users(env, logins, *groups):
    """Users with a name, an address and groups."""
    group_ids = [env.ref(xml_id).id for xml_id in groups]
    return env["res.users"].create(
        [
            {
                "name": name,
                "login": login,
                "email": f"{login}@organisation.example",
                "group_ids": [(6, 0, group_ids)],
            }
            for login, name in logins.items()
        ]
    )


def _coordinators(env):
    logins = {f"volume-coordinator-{n}": f"Coordinator {n}" for n in range(1, 4)}
    users = _users(env, logins, "base.group_user", "stage_management.group_coordinator")
    return users.ids


def _services(env, random, rows):
    """Departments in three levels; mentors work in the lowest."""
    tops, middles, lows = (6, 24, 90) if rows > 5_000 else (2, 6, 18)
    departments = env["hr.department"]
    parents = [False] * tops
    for count, kind in ((tops, "DG"), (middles, "Direction"), (lows, "Service")):
        made = env["hr.department"].create(
            [
                {
                    "name": f"{kind} {words.OFFICES[n % 6]} {n + 1}",
                    "parent_id": parents[n % len(parents)],
                }
                for n in range(count)
            ]
        )
        parents = made.ids
        departments |= made
    managers = _employees(env, random, "manager", departments.ids)
    for department, manager in zip(departments, managers, strict=True):
        department.manager_id = manager.employee_id
    homes = [parents[n % lows] for n in range(max(rows // 100, 2 * lows))]
    mentors = _employees(env, random, "mentor", homes)
    _register(env, random, mentors)
    by_home = {}
    for home, mentor in zip(homes, mentors, strict=True):
        by_home.setdefault(home, []).append(mentor)
    users = {d: m.user_id for d, m in zip(departments.ids, managers, strict=True)}
    return [Service(home, users[home], found) for home, found in by_home.items()]


def _employees(env, random, role, department_ids):
    names = [words.person(random) for _home in department_ids]
    logins = {f"volume-{role}-{n}": name for n, name in enumerate(names, 1)}
    groups = ("base.group_user", "stage_management.group_contributor")
    users = _users(env, logins, *groups)
    employees = env["hr.employee"].create(
        [
            {"name": user.name, "user_id": user.id, "department_id": home}
            for user, home in zip(users, department_ids, strict=True)
        ]
    )
    return [Mentor(*pair) for pair in zip(employees.ids, users.ids, strict=True)]


def _register(env, random, mentors):
    env["hr.internship.mentor"].create(
        [
            {"employee_id": mentor.employee_id, "capacity": random.randint(1, 4)}
            for mentor in mentors
        ]
    )


def _schools(env, random, rows):
    count = min(max(rows // 400, 10), 250)
    schools = env["res.partner"].create(
        [
            {
                "name": f"Hogeschool {words.TOWNS[n % 20]} {n + 1}",
                "is_company": True,
                "is_school": True,
                "city": words.TOWNS[n % 20],
            }
            for n in range(count)
        ]
    )
    owners = [school.id for school in schools for _n in range(3)]
    names = [words.person(random) for _owner in owners]
    supervisors = env["res.partner"].create(
        [
            {
                "name": name,
                "parent_id": owner,
                "email": words.address(name, n, "school"),
            }
            for n, (name, owner) in enumerate(zip(names, owners, strict=True))
        ]
    )
    programmes = env["hr.study.programme"].create(
        [
            {"name": f"{words.OFFICES[n % 6]} {n % 3 + 1}", "school_id": owner}
            for n, owner in enumerate(owners)
        ]
    )
    return [
        School(school_id, supervisors.ids[first:last], programmes.ids[first:last])
        for n, school_id in enumerate(schools.ids)
        for first, last in [(3 * n, 3 * n + 3)]
    ]


def _interns(bulk, random, rows):
    """Persons; one in twenty comes a second time."""
    ids = bulk.ids("res.partner", max(rows * 19 // 20, 1))
    interns = []
    for number, partner_id in enumerate(ids, 1):
        name = words.person(random)
        email = words.address(name, number, "student")
        interns.append(
            {
                "id": partner_id,
                "name": name,
                "complete_name": name,
                "email": email,
                "email_normalized": email,
                "lang": random.choice(LANGUAGES),
                "commercial_partner_id": partner_id,
                "commercial_company_name": None,
                "company_registry": None,
                "phone_sanitized": None,
                "user_id": None,
                "partner_share": True,
                "employee": False,
            }
        )
    bulk.insert("res.partner", interns)
    return interns

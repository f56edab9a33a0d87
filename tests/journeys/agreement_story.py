# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who and what the journey of agreements tells about."""

from datetime import date, timedelta

TODAY = date.today()
FIRST, LAST = TODAY - timedelta(days=40), TODAY + timedelta(days=20)
LATER, ENDED = TODAY + timedelta(days=40), TODAY - timedelta(days=1)
INTERN, INTERN_ADDRESS = "Wout Vandenbossche", "wout.vandenbossche@mail.example"
SCHOOL = "Université libre de Bruxelles"
DEAN, DEAN_ADDRESS = "Bernadette Lhermitte", "bernadette.lhermitte@ulb.school.example"
MENTOR, MENTOR_ADDRESS = "Jeroen Baete", "mentor@fod-demo.example"
PARTNER, AGREEMENT, CASE = "res.partner", "hr.internship.agreement", "hr.internship"


def create_dean(office):
    """Who signs for the school, and has no account."""
    values = {
        "name": DEAN,
        "email": DEAN_ADDRESS,
        "function": "Doyenne de la Faculté",
        "lang": "fr_BE",
        "parent_id": office.find(PARTNER, ("name", "=", SCHOOL)),
    }
    return office.call(PARTNER, "create", values)


def create_internship(office):
    """An internship in preparation, guided by Sophie; its id."""
    values = {"name": INTERN, "email": INTERN_ADDRESS, "lang": "nl_BE"}
    intern = office.call(PARTNER, "create", values)
    school = office.find(PARTNER, ("name", "=", SCHOOL))
    case = office.call(
        CASE,
        "create",
        {
            "partner_id": intern,
            "school_id": school,
            "supervisor_id": office.find(PARTNER, ("name", "=", "Anne-Sophie Goffart")),
            "programme_id": office.find(
                "hr.study.programme", ("school_id", "=", school)
            ),
            "mentor_id": office.find("hr.employee", ("name", "=", "Sophie Collignon")),
            "backup_id": office.find("hr.employee", ("name", "=like", "Philippe %")),
            "department_id": office.find("hr.department", ("manager_id", "!=", False)),
            "subject": "Begroting voor burgers",
            "assignment": "<p>De begroting leesbaar maken voor burgers.</p>",
            "date_start": str(FIRST),
            "date_end": str(LAST),
        },
    )
    office.call(CASE, "action_prepare", case)
    return case


def spans(office, case):
    """Terms of the internship: ``[(first day, last day, mentor)]``."""
    terms = office.call(
        "hr.internship.term",
        "search_read",
        [("internship_id", "=", case)],
        ["date_from", "date_to", "mentor_id"],
        order="date_from",
    )
    return [
        (
            date.fromisoformat(term["date_from"]),
            date.fromisoformat(term["date_to"]),
            term["mentor_id"][1],
        )
        for term in terms
    ]

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Places, applications and internships, over the years, in every state."""

from datetime import date, timedelta
from random import Random

from odoo.addons.stage_management.models.case.hr_internship_due import DUE_FIELDS
from odoo.addons.stage_management.tools.names import name_key

from . import words

YEARS_BACK = 10
WEEKS = (4, 8, 13, 13, 17, 26)
PORTAL_DAYS = 90
PAST = ("closed",) * 43 + ("terminated",) * 3 + ("cancelled",) * 4
JUST_OVER = ("evaluation",) * 6 + ("closed",) * 4
RUNNING = ("ongoing",) * 19 + ("ready",)
SOON = ("ready",) * 5 + ("preparation",) * 4 + ("cancelled",)
LATER = ("draft",) * 5 + ("preparation",) * 4 + ("cancelled",)
FUTURE_PLACES = ("proposed", "selected", "published", "published")


def state_on(random, today, start, end):
    """A likely state of an internship of that period."""
    if end < today - timedelta(days=30):
        return random.choice(PAST)
    if end < today:
        return random.choice(JUST_OVER)
    if start <= today:
        return random.choice(RUNNING)
    if start < today + timedelta(days=60):
        return random.choice(SOON)
    return random.choice(LATER)


class Cases:
    """Draws the rows of one volume; ``write`` hands them to :class:`Bulk`."""

    def __init__(self, env, bulk, people, rows, today=None):
        self.env = env
        self.bulk = bulk
        self.people = people
        self.random = Random(rows + 1)
        self.today = today or date.today()
        self.company = env.company
        self.calendar = env.company.resource_calendar_id
        self.types = env["hr.internship.type"].search([]).ids
        self.domains = env["hr.internship.domain"].search([]).ids
        self.places, self.applications, self.internships = [], [], []
        self.terms, self.participants = [], []
        self.links = {"hr.internship.place": [], "hr.internship": []}
        self._work = {}
        self._ids = {
            name: iter(bulk.ids(name, rows * factor))
            for name, factor in (
                ("hr.internship", 1),
                ("hr.internship.term", 2),
                ("hr.internship.participant", 2),
                ("hr.internship.place", 2),
                ("hr.internship.application", 3),
            )
        }
        while len(self.internships) < rows:
            self._draw_place(rows)

    def write(self):
        """Write all rows, parents first."""
        self.bulk.insert("hr.internship.place", self.places)
        self.bulk.insert("hr.internship.application", self.applications)
        terms = {case["id"]: case.pop("term_id") for case in self.internships}
        self.bulk.insert("hr.internship", self.internships, later=["term_id"])
        self.bulk.insert("hr.internship.term", self.terms)
        self.env.cr.execute(
            "UPDATE hr_internship i SET term_id = t.term_id FROM "
            "unnest(%s, %s) AS t(id, term_id) WHERE i.id = t.id",
            [list(terms), list(terms.values())],
        )
        self.bulk.insert("hr.internship.participant", self.participants)
        for model, pairs in self.links.items():
            self.bulk.link(model, "domain_ids", pairs)

    def _draw_place(self, rows):
        """A place, with its candidates and the internships that came of it."""
        random, today = self.random, self.today
        monday = today - timedelta(days=today.weekday())
        start = monday + timedelta(weeks=random.randint(-52 * YEARS_BACK, 52))
        end = start + timedelta(weeks=random.choice(WEEKS), days=-3)
        service = random.choice(self.people.services)
        mentor = random.choice(service.mentors)
        place = self._place(service, mentor, start, end)
        self.places.append(place)
        filled = min(random.randint(0, place["seats"]), rows - len(self.internships))
        if place["state"] in ("proposed", "selected", "rejected"):
            filled = 0
        place["seats_taken"] = sum(
            self._draw_internship(place, service, mentor)["state"] != "cancelled"
            for _seat in range(filled)
        )
        place["seats_left"] = place["seats"] - place["seats_taken"]
        for _candidate in range(random.choice((0, 0, 0, 1, 1, 2)) if filled else 0):
            self._draw_candidate(place, start)

    def _place(self, service, mentor, start, end):
        random = self.random
        if start > self.today:
            state = random.choice(FUTURE_PLACES)
        else:
            state = random.choice(("closed", "closed", "closed", "rejected"))
        place_id = next(self._ids["hr.internship.place"])
        domain_id = random.choice(self.domains)
        self.links["hr.internship.place"].append((place_id, domain_id))
        return {
            "id": place_id,
            "create_date": start - timedelta(days=200),
            "name": random.choice(words.SUBJECTS),
            "state": state,
            "company_id": self.company.id,
            "department_id": service.id,
            "manager_user_id": service.manager_user_id,
            "mentor_id": mentor.employee_id,
            "mentor_user_id": mentor.user_id,
            "backup_id": None,
            "backup_user_id": None,
            "type_id": random.choice(self.types),
            "date_start": start,
            "date_end": end,
            "description": "<p>A project, with a question and a result.</p>",
            "seats": random.randint(1, 3),
            "seats_taken": 0,
        }

    def _draw_internship(self, place, service, mentor):
        random = self.random
        intern = self.people.interns[len(self.internships) % len(self.people.interns)]
        school = random.choice(self.people.schools)
        start, end = place["date_start"], place["date_end"]
        state = state_on(random, self.today, start, end)
        terms = self._draw_terms(service, mentor, start, end)
        case = {
            "id": terms[0]["internship_id"],
            "name": f"ST/{start.year}/{len(self.internships) + 1:04d}",
            "create_date": start - timedelta(days=random.randint(60, 150)),
            "partner_id": intern["id"],
            "partner_name": intern["name"],
            "school_id": school.id,
            "supervisor_id": random.choice(school.supervisors),
            "programme_id": random.choice(school.programmes),
            "place_id": place["id"],
            "application_id": None,
            "type_id": place["type_id"],
            "subject": place["name"],
            "assignment": place["description"],
            "lang": intern["lang"],
            "company_id": self.company.id,
            "coordinator_id": random.choice(self.people.coordinators),
            "state": state,
            "date_start": start,
            "date_end": end,
            "ended_on": end if state in ("terminated", "cancelled") else None,
            "manager_user_id": service.manager_user_id,
            "agreement_id": None,
            **self._in_force(terms),
            **self._boundaries(state, start, end),
        }
        case["acting_mentor_id"] = case["mentor_id"]
        case["acting_mentor_user_id"] = case["mentor_user_id"]
        case["acting_coordinator_id"] = case["coordinator_id"]
        if random.random() < 0.9:
            case["application_id"] = self._application(
                place, "accepted", intern, school, start
            )
        self.internships.append(case)
        self.links["hr.internship"].append((case["id"], random.choice(self.domains)))
        self._draw_participants(case)
        return case

    def _draw_terms(self, service, mentor, start, end):
        """One term; for one internship in twelve two, the second by another mentor."""
        internship_id = next(self._ids["hr.internship"])
        middle = start + timedelta(days=14)
        spans = [(start, end, mentor)]
        if self.random.random() < 1 / 12:
            other = self.random.choice(service.mentors)
            spans = [(start, middle - timedelta(days=1), mentor), (middle, end, other)]
        terms = []
        for first, last, guide in spans:
            backup = self.random.choice(service.mentors)
            backup = None if backup == guide else backup
            days, hours = self._duration(first, last)
            terms.append(
                {
                    "id": next(self._ids["hr.internship.term"]),
                    "internship_id": internship_id,
                    "company_id": self.company.id,
                    "date_from": first,
                    "date_to": last,
                    "mentor_id": guide.employee_id,
                    "mentor_user_id": guide.user_id,
                    "backup_id": backup and backup.employee_id,
                    "backup_user_id": backup and backup.user_id,
                    "department_id": service.id,
                    "resource_calendar_id": self.calendar.id,
                    "days": days,
                    "hours": hours,
                }
            )
        self.terms += terms
        return terms

    def _duration(self, first, last):
        """Days and hours of work, as the term itself reckons them."""
        if (first, last) not in self._work:
            term = self.env["hr.internship.term"].new(
                {
                    "date_from": first,
                    "date_to": last,
                    "resource_calendar_id": self.calendar.id,
                }
            )
            self._work[first, last] = (term.days, term.hours)
        return self._work[first, last]

    def _in_force(self, terms):
        """What an internship copies from its terms."""
        now = [t for t in terms if t["date_from"] <= self.today <= t["date_to"]]
        coming = [t for t in terms if t["date_from"] > self.today]
        term = (now or coming or terms[-1:])[0]
        copied = ("mentor_id", "mentor_user_id", "backup_id", "backup_user_id")
        return {
            "term_id": term["id"],
            **{name: term[name] for name in copied},
            "department_id": term["department_id"],
            "resource_calendar_id": term["resource_calendar_id"],
            "planned_days": sum(t["days"] for t in terms),
            "planned_hours": sum(t["hours"] for t in terms),
            "actual_days": sum(t["days"] for t in terms),
            "actual_hours": sum(t["hours"] for t in terms),
        }

    def _boundaries(self, state, start, end):
        """Until when the steps should be done, as the company wants it."""
        before = timedelta(days=self.company.internship_preparation_days)
        after = timedelta(days=self.company.internship_evaluation_days)
        dates = {"preparation_due": start - before, "evaluation_due": end + after}
        dates["visit_due"] = start + timedelta(
            weeks=self.company.internship_visit_weeks
        )
        due = {"date_start": start, "date_end": end, **dates}
        return {**dates, "due_date": due.get(DUE_FIELDS.get(state))}

    def _draw_participants(self, case):
        until = case["date_end"] + timedelta(days=PORTAL_DAYS)
        for role, field in (
            ("intern", "partner_id"),
            ("school_supervisor", "supervisor_id"),
        ):
            self.participants.append(
                {
                    "id": next(self._ids["hr.internship.participant"]),
                    "internship_id": case["id"],
                    "company_id": self.company.id,
                    "partner_id": case[field],
                    "role": role,
                    "portal_until": until,
                }
            )

    def _draw_candidate(self, place, start):
        """Somebody who was not taken, or waits for an answer."""
        if start > self.today:
            state = self.random.choice(("new", "review", "interview", "refused"))
        else:
            state = self.random.choice(("refused", "refused", "withdrawn", "set_aside"))
        name = words.person(self.random)
        email = words.address(name, place["id"], "candidate")
        intern = {"id": None, "name": name, "email": email, "lang": "nl_BE"}
        school = self.random.choice(self.people.schools)
        self._application(place, state, intern, school, start)

    def _application(self, place, state, intern, school, start):
        received_on = start - timedelta(days=self.random.randint(60, 200))
        application = {
            "id": next(self._ids["hr.internship.application"]),
            "partner_name": intern["name"],
            "name_key": name_key(intern["name"]),
            "email_from": intern["email"],
            "email_normalized": intern["email"],
            "partner_id": intern["id"],
            "state": state,
            "company_id": self.company.id,
            "user_id": self.random.choice(self.people.coordinators),
            "place_id": place["id"],
            "department_id": place["department_id"],
            "mentor_id": place["mentor_id"],
            "mentor_user_id": place["mentor_user_id"],
            "interview_id": None,
            "interview_start": None,
            "school_id": school.id,
            "programme_id": self.random.choice(school.programmes),
            "type_id": place["type_id"],
            "lang": intern["lang"],
            "subject": place["name"],
            "date_start": place["date_start"],
            "date_end": place["date_end"],
            "received_on": received_on,
            "decided_on": None,
            "told_on": None,
        }
        if state in ("accepted", "refused"):
            decided_on = min(received_on + timedelta(days=14), self.today)
            application["decided_on"] = decided_on
            # one candidate in a hundred still waits to be told
            application["told_on"] = decided_on if application["id"] % 100 else None
        self.applications.append(application)
        return application["id"]

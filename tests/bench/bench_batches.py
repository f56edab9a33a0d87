# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Batches of 1,000 records made at once, chatter and tracking on."""

import time
from datetime import date

from harness import Measurement

SIZE = 1_000
RUNS = 3


def measurements(users):
    """Internships with their term, and applications, beside applicants."""
    yield Measurement(
        f"create {SIZE:,} internships with term, per record",
        lambda: _create(users.coordinator, "hr.internship", _internships),
        lambda: _create(users.recruiter, "hr.applicant", _applicants),
        at_most=0.15,
        runs=RUNS,
        per_record=SIZE,
    )
    yield Measurement(
        f"create {SIZE:,} applications, per record",
        lambda: _create(users.coordinator, "hr.internship.application", _applications),
        lambda: _create(users.recruiter, "hr.applicant", _applicants),
        at_most=0.25,
        runs=RUNS,
        per_record=SIZE,
    )


def _create(client, model, prepare):
    """Seconds until all is written and tracked; then it is rolled back."""
    with client.environment() as env:
        vals_list = prepare(env)
        env.invalidate_all()
        start = time.perf_counter()
        env[model].create(vals_list)
        env.cr.flush()  # also runs what waits for the commit: tracking
        return time.perf_counter() - start


def _sample(env):
    """Internships to take partners, places and mentors from."""
    return env["hr.internship"].search([("place_id", "!=", False)], limit=SIZE)


def _internships(env):
    sample = _sample(env)
    env.cr.execute("UPDATE hr_internship_place SET seats = seats + 1000")
    return [
        {
            "partner_id": case.partner_id.id,
            "school_id": case.school_id.id,
            "supervisor_id": case.supervisor_id.id,
            "programme_id": case.programme_id.id,
            "place_id": case.place_id.id,
            "type_id": case.type_id.id,
            "subject": "Chatbots for citizens' questions",
            "department_id": case.department_id.id,
            "mentor_id": case.mentor_id.id,
            "backup_id": case.backup_id.id,
            "date_start": date(2031, 2, 3),
            "date_end": date(2031, 5, 2),
        }
        for case in sample
    ]


def _applications(env):
    return [
        {
            "partner_name": f"Candidate {number}",
            "email_from": f"candidate.{number}@bench.example",
            "phone": "+32 2 555 01 23",
            "place_id": case.place_id.id,
            "school_id": case.school_id.id,
            "subject": "Chatbots for citizens' questions",
            "user_id": env.uid,
        }
        for number, case in enumerate(_sample(env))
    ]


def _applicants(env):
    jobs = env["hr.job"].search([]).ids
    return [
        {
            "partner_name": f"Candidate {number}",
            "email_from": f"candidate.{number}@bench.example",
            "partner_phone": "+32 2 555 01 23",
            "job_id": jobs[number % len(jobs)],
            "user_id": env.uid,
        }
        for number in range(SIZE)
    ]

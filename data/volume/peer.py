# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Odoo's own applicants, as many as internships, with as many columns and groups."""

from random import Random

# as many stages as an internship has states
STAGES = ("Test", "Reserve")
STATES = (
    "draft",
    "preparation",
    "ready",
    "ongoing",
    "evaluation",
    "closed",
    "terminated",
    "cancelled",
)


def generate(env, bulk, people, internships):
    """Make one applicant beside each internship; return their rows."""
    random = Random(len(internships))
    stages = _stages(env)
    jobs = _jobs(env, people)
    mentors = {service.id: service.mentors for service in people.services}
    interns = {intern["id"]: intern for intern in people.interns}
    tags = env["hr.applicant.category"].create([{"name": f"T{n}"} for n in range(8)])
    ids = bulk.ids("hr.applicant", len(internships))
    applicants, interviewers, categories = [], [], []
    for applicant_id, case in zip(ids, internships, strict=True):
        intern = interns[case["partner_id"]]
        stage = stages[STATES.index(case["state"])]
        applicants.append(
            _applicant(applicant_id, case, intern, stage, jobs[case["department_id"]])
        )
        categories.append((applicant_id, random.choice(tags.ids)))
        mentor = random.choice(mentors[case["department_id"]])
        interviewers.append((applicant_id, mentor.user_id))
    bulk.insert("hr.applicant", applicants)
    bulk.link("hr.applicant", "categ_ids", categories)
    bulk.link("hr.applicant", "interviewer_ids", interviewers)
    return applicants


def _stages(env):
    """Ids of eight stages, none of which sends a mail."""
    env["hr.recruitment.stage"].create(
        [{"name": name, "sequence": 20 + n} for n, name in enumerate(STAGES)]
    )
    stages = env["hr.recruitment.stage"].search([])
    stages.write({"template_id": False, "fold": False})
    return [stages[n % len(stages)].id for n in range(len(STATES))]


def _jobs(env, people):
    """One job per department."""
    jobs = env["hr.job"].create(
        [
            {
                "name": f"Job {n}",
                "department_id": service.id,
                "user_id": people.coordinators[n % len(people.coordinators)],
            }
            for n, service in enumerate(people.services)
        ]
    )
    return {job.department_id.id: job.id for job in jobs}


def _applicant(applicant_id, case, intern, stage_id, job_id):
    return {
        "id": applicant_id,
        "create_date": case["date_start"],
        "partner_id": intern["id"],
        "partner_name": intern["name"],
        "email_from": intern["email"],
        "email_normalized": intern["email"],
        "email_cc": None,
        "partner_phone": None,
        "partner_phone_sanitized": None,
        "phone_sanitized": None,
        "job_id": job_id,
        "stage_id": stage_id,
        "last_stage_id": None,
        "department_id": case["department_id"],
        "company_id": case["company_id"],
        "user_id": case["coordinator_id"],
        "priority": str(case["id"] % 4),
        "kanban_state": "normal",
        "salary_expected": case["planned_hours"],
        "availability": case["date_end"],
        "date_open": case["create_date"],
        "date_closed": None,
        "date_last_stage_update": case["date_start"],
        "delay_close": 0.0,
    }

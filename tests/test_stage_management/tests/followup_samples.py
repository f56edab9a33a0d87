# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The follow-up of an internship, with what only its own people may read."""


def follow_up(case):
    """Make one record of each kind for the internship of ``case``."""
    env = case.internship.env
    start = case.internship.date_start
    records = {
        "absence": {"kind": "exam", "date_from": start, "date_to": start},
        "concern": {"about": f"Concern {case.canary}"},
        "project": {"name": f"Project {case.canary}"},
        "feedback": {"situation": f"Situation {case.canary}"},
        "talk": {"notes": f"Notes {case.canary}"},
        "training": {"name": f"Training {case.canary}"},
        "duty": {"name": f"Duty {case.canary}", "due": start},
        "evaluation": {"form_kind": "ours", "conclusion": case.canary},
        "thesis": {"name": f"Thesis {case.canary}"},
    }
    for name, values in records.items():
        env[f"hr.internship.{name}"].sudo().create(
            {"internship_id": case.internship.id, **values}
        )
    evaluations = env["hr.internship.evaluation"].sudo()
    evaluation = evaluations.search([("internship_id", "=", case.internship.id)])
    views = env["hr.internship.evaluation.preparation"].with_user(case.intern_user)
    views._fill_in(evaluation, {"learnt": case.canary}, submit=True)
    # an incident lies in the past, the internship of the scenario in the future
    env.cr.execute(
        """
        INSERT INTO hr_internship_incident
               (internship_id, company_id, kind, day, place, description, declarant)
        VALUES (%s, %s, 'accident', %s, 'Stairs', %s, 'school')
        """,
        [case.internship.id, case.company.id, start, f"Incident {case.canary}"],
    )

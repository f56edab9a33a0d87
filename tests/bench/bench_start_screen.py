# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The coordinator's start screen beside the recruitment kanban of jobs."""

from client import Screen, Window
from harness import Measurement

METHOD = "get_start_screen"
JOBS = Screen(
    model="hr.job",
    action="hr_recruitment.action_hr_job",
    list_view="hr.view_hr_job_tree",
    kanban_view="hr_recruitment.view_hr_job_kanban",
    group_by="",
)


def measurements(users):
    """One call of ours against the cards of the jobs."""
    jobs = Window(users.recruiter, JOBS)

    def open_jobs():
        return jobs.call(
            "web_search_read",
            domain=[],
            specification=jobs.kanban_fields,
            offset=0,
            order="",
            limit=40,
            count_limit=10_001,
        )

    def open_start_screen():
        return users.coordinator.call("hr.internship", METHOD)

    is_there = hasattr(users.registry["hr.internship"], METHOD)
    yield Measurement(
        "start screen : kanban of jobs",
        open_start_screen if is_there else None,
        open_jobs,
        at_most=0.6,
    )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The screens that are compared, as wide as each other."""

from client import Screen, Window

INTERNSHIPS = Screen(
    model="hr.internship",
    action="stage_management.hr_internship_action",
    list_view="stage_management.hr_internship_view_list",
    kanban_view="stage_management.hr_internship_view_kanban",
    group_by="state",
)
APPLICATIONS = Screen(
    model="hr.internship.application",
    action="stage_management.hr_internship_application_action",
    list_view="stage_management.hr_internship_application_view_list",
    kanban_view="stage_management.hr_internship_application_view_kanban",
    group_by="state",
)
APPLICANTS = Screen(
    model="hr.applicant",
    action="hr_recruitment.crm_case_categ0_act_job",
    list_view="hr_recruitment.crm_case_tree_view_job",
    kanban_view="hr_recruitment.hr_kanban_view_applicant",
    group_by="stage_id",
)
# a name that few have
NAME = "noor yilmaz"
PIVOT = ("department_id", "date_start:year", "planned_hours:sum")
PEER_PIVOT = ("department_id", "create_date:year", "salary_expected:avg")


def pair(client, screen, peer_client):
    """A window of ours and one of the peer with as many columns as the narrower.

    What both have, the column of activities, stays on both sides.
    """
    ours, peer = Window(client, screen), Window(peer_client, APPLICANTS)
    for name in ("list_fields", "kanban_fields"):
        first, second = getattr(ours, name), getattr(peer, name)
        common = [field for field in first if field in second]
        size = min(len(first), len(second))
        setattr(ours, name, _narrowed(first, common, size))
        setattr(peer, name, _narrowed(second, common, size))
    return ours, peer


def _narrowed(specification, common, size):
    others = [field for field in specification if field not in common]
    kept = {*common, *others[: size - len(common)]}
    return {name: spec for name, spec in specification.items() if name in kept}

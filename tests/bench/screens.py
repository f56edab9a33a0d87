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
    """A window of ours and one of the peer with as many columns as the narrower."""
    ours, peer = Window(client, screen), Window(peer_client, APPLICANTS)
    ours.list_fields = _first(ours.list_fields, len(peer.list_fields))
    peer.list_fields = _first(peer.list_fields, len(ours.list_fields))
    ours.kanban_fields = _first(ours.kanban_fields, len(peer.kanban_fields))
    peer.kanban_fields = _first(peer.kanban_fields, len(ours.kanban_fields))
    return ours, peer


def _first(specification, count):
    return dict(list(specification.items())[:count])

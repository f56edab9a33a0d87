# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The list of agreements, few and many."""

from client import Client, Screen, Window
from harness import Measurement

from odoo import SUPERUSER_ID, api

FEW, MANY = 50, 5_000
PAGE = 40
LOGIN = "bench-agreements"
SCREEN = Screen(
    model="hr.internship.agreement",
    action="stage_management.hr_internship_agreement_action",
    list_view="stage_management.hr_internship_agreement_view_list",
    kanban_view="",
    group_by="state",
)


def measurements(users):
    """A page of a company with 5,000 agreements beside one of a company with 50."""
    companies = _fill(users.registry)
    windows = []
    for company_id in companies:
        client = Client(users.registry, LOGIN)
        client.context["allowed_company_ids"] = [company_id]
        windows.append(Window(client, SCREEN))
    few, many = windows
    yield Measurement(
        f"agreements: a page of {MANY:,} beside one of {FEW}",
        lambda: _open(many),
        lambda: _open(few),
        at_most=1.2,
        runs=25,
    )


def _open(window):
    """The first page as the web client asks for it, as long on both sides."""
    return window.call(
        "web_search_read",
        domain=[],
        specification=window.list_fields,
        offset=0,
        order="",
        limit=PAGE,
        count_limit=10_001,
    )


def _fill(registry):
    """Have both companies; return their ids, that with few first."""
    with registry.cursor() as cr:
        env = api.Environment(cr, SUPERUSER_ID, {"tracking_disable": True})
        companies = env["res.company"].create(
            [{"name": f"Bench agreements {number}"} for number in (FEW, MANY)]
        )
        for company, number in zip(companies, (FEW, MANY), strict=True):
            _copy(cr, _make_one(env, company), number - 1)
        _make_user(env, companies)
        cr.execute("ANALYZE hr_internship_agreement")
        cr.commit()  # pylint: disable=invalid-commit
        return companies.ids


def _make_one(env, company):
    """An agreement of an internship of the company, as the generator makes them."""
    sample = env["hr.internship"].search([("place_id", "!=", False)], limit=1)
    internship = env["hr.internship"].create(
        {
            "partner_id": sample.partner_id.id,
            "school_id": sample.school_id.id,
            "supervisor_id": sample.supervisor_id.id,
            "type_id": sample.type_id.id,
            "company_id": company.id,
            "subject": "Chatbots for citizens' questions",
            "date_start": "2031-02-03",
            "date_end": "2031-05-02",
        }
    )
    agreement = env["hr.internship.agreement"].create({"internship_id": internship.id})
    env.flush_all()
    return agreement


def _copy(cr, agreement, number):
    """Copy the row in the database: what the list reads, without 5,000 texts."""
    cr.execute(
        """
        SELECT string_agg(quote_ident(column_name), ', ')
          FROM information_schema.columns
         WHERE table_name = 'hr_internship_agreement' AND column_name != 'id'
        """
    )
    columns = cr.fetchone()[0]
    cr.execute(
        f"INSERT INTO hr_internship_agreement ({columns})"  # noqa: S608
        f" SELECT {columns} FROM hr_internship_agreement, generate_series(1, %s)"
        " WHERE id = %s",
        [number, agreement.id],
    )


def _make_user(env, companies):
    groups = ("base.group_user", "stage_management.group_coordinator")
    env["res.users"].with_context(no_reset_password=True).create(
        {
            "name": "Bench Coordinator",
            "login": LOGIN,
            "email": f"{LOGIN}@bench.example",
            "company_id": companies[0].id,
            "company_ids": [(6, 0, companies.ids)],
            "group_ids": [(6, 0, [env.ref(xml_id).id for xml_id in groups])],
        }
    )

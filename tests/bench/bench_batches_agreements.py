# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Freezing and sending a batch of agreements beside the bare PDF engine."""

import time
from unittest.mock import patch

from harness import Measurement

from odoo.addons.stage_management.models.common import ir_actions_report
from odoo.addons.stage_management.tools import pdf_engine

SIZE = 200
LIMIT = 60


def measurements(users):
    """The same documents through the same engine, with and without all that we do."""
    pages = []
    yield Measurement(
        f"freeze and send {SIZE} agreements, per document",
        lambda: _send(users.coordinator),
        lambda: _render(users.coordinator, pages),
        at_most=1.2,
        runs=1,
        per_record=SIZE,
    )


def _send(client):
    """Seconds until all are frozen and everybody is invited; then it is rolled back."""
    with client.environment() as env:
        agreements = _draw_up(env)
        start = time.perf_counter()
        agreements.action_send()
        env.cr.flush()
        return time.perf_counter() - start


def _render(client, pages):
    """Seconds for the engine alone; the pages are those of ``_send``."""
    if not pages:
        pages += _collect_pages(client)
    start = time.perf_counter()
    with pdf_engine.running(LIMIT) as engine:
        for page in pages:
            engine.render(page)
    return time.perf_counter() - start


def _collect_pages(client):
    """The HTML of each agreement as the engine gets it."""
    pages = []

    def keep(html, **metadata):
        pages.append(original(html, **metadata))
        return pages[-1]

    original = ir_actions_report.document_html
    with client.environment() as env:
        agreements = _draw_up(env)
        report = env.ref("stage_management.hr_internship_agreement_report")
        with (
            patch.object(ir_actions_report, "document_html", keep),
            patch.object(ir_actions_report, "render", return_value=b"%PDF-1.7"),
        ):
            for agreement in agreements:
                report._render_qweb_pdf(report.report_name, agreement.ids)
    assert len(pages) == SIZE, len(pages)
    return pages


def _values(case, backup):
    """A later internship like that one."""
    return {
        "partner_id": case.partner_id.id,
        "school_id": case.school_id.id,
        "supervisor_id": case.supervisor_id.id,
        "programme_id": case.programme_id.id,
        "place_id": case.place_id.id,
        "type_id": case.type_id.id,
        "subject": case.subject or "Chatbots",
        "assignment": "<p>Explore chatbots for citizens' questions.</p>",
        "department_id": case.department_id.id,
        "mentor_id": case.mentor_id.id,
        "backup_id": backup.id,
        "date_start": "2031-02-03",
        "date_end": "2031-05-02",
    }


def _draw_up(env):
    """Agreements that can be sent: all that the text and the parties need."""
    sample = env["hr.internship"].search(
        [
            ("place_id", "!=", False),
            ("supervisor_id.email", "!=", False),
            ("partner_id.email", "!=", False),
        ],
        limit=SIZE,
    )
    backup = env["hr.internship"].search([("backup_id", "!=", False)], limit=1)
    assert len(sample) == SIZE, f"only {len(sample)} internships to copy"
    company = env.company.sudo()
    company.internship_signatory_id = env.user
    company.write({"street": "Wetstraat 999", "zip": "1000", "city": "Brussel"})
    env.cr.execute("UPDATE hr_internship_place SET seats = seats + 1000")
    cases = env["hr.internship"].create(
        [_values(case, case.backup_id or backup.backup_id) for case in sample]
    )
    agreements = env["hr.internship.agreement"].create(
        [{"internship_id": case.id} for case in cases]
    )
    env.flush_all()
    return agreements

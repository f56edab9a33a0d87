# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Freezing and sending a batch of agreements beside the bare PDF engine."""

import time
from unittest.mock import patch

from harness import Measurement

from odoo.addons.stage_management.models.agreement import hr_internship_agreement_batch
from odoo.addons.stage_management.tools import pdf_batch

SIZE = 200


def measurements(users):
    """The same documents: all that we do, and the bare engine, one after the other.

    Ours keeps an engine per processor at work; freezing, invitations and accounts come
    on top of it.
    """
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
        results = agreements._send_batch()
        env.cr.flush()
        spent = time.perf_counter() - start
    problems = [problem for problem in results.values() if problem]
    assert not problems, problems[0]
    return spent


def _render(client, pages):
    """Seconds for one engine alone; the pages are those of ``_send``."""
    if not pages:
        pages += _collect_pages(client)
    start = time.perf_counter()
    files = pdf_batch.render_many(pages, engines=1)
    spent = time.perf_counter() - start
    assert all(isinstance(file, bytes) for file in files)
    return spent


def _collect_pages(client):
    """The HTML of each agreement as the engine gets it."""
    pages = []

    def keep(html):
        pages.extend(html)
        return [b"%PDF-1.7"] * len(html)

    with (
        client.environment() as env,
        patch.object(hr_internship_agreement_batch, "render_many", keep),
    ):
        _draw_up(env)._send_batch()
    assert len(pages) == SIZE, len(pages)
    return pages


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
        [_copy_of(case, case.backup_id or backup.backup_id) for case in sample]
    )
    agreements = env["hr.internship.agreement"].create(
        [{"internship_id": case.id} for case in cases]
    )
    env.flush_all()
    return agreements


def _copy_of(case, backup):
    """Values of an internship as another one, in a period that is free."""
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

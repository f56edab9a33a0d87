# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Fill a database with many internships, and with as many of Odoo's applicants.

    tools/env volume DATABASE --rows 100000

makes the database; from Python, :func:`generate` fills one that has the add-ons.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))


def generate(env, rows):
    """Make ``rows`` internships with all that belongs to them.

    Where ``hr_recruitment`` is installed, as many applicants too. Returns how many
    rows of each model were written, and which fields the ORM had to compute.
    """
    # they know our add-ons, which Odoo finds once its configuration is read
    from volume import cases, chatter, peer, people
    from volume.bulk import Bulk

    bulk = Bulk(env)
    found = people.generate(env, bulk, rows)
    volume = cases.Cases(env, bulk, found, rows)
    volume.write()
    chatter.generate(env, bulk, "hr.internship", volume.internships, "coordinator_id")
    made = {
        "hr.internship": len(volume.internships),
        "hr.internship.term": len(volume.terms),
        "hr.internship.participant": len(volume.participants),
        "hr.internship.place": len(volume.places),
        "hr.internship.application": len(volume.applications),
    }
    if "hr.applicant" in env:
        applicants = peer.generate(env, bulk, found, volume.internships)
        chatter.generate(env, bulk, "hr.applicant", applicants, "user_id")
        made["hr.applicant"] = len(applicants)
    _continue_references(env, rows)
    env.invalidate_all()
    return made, bulk.complete()


def _continue_references(env, rows):
    """Let the next internship that is made on screen get a new reference."""
    sequence = env["ir.sequence"].search([("code", "=", "hr.internship")], limit=1)
    sequence.number_next_actual = max(sequence.number_next_actual, rows + 1)


def main():
    """Fill the database named on the command line."""
    from odoo import SUPERUSER_ID, api
    from odoo.modules.registry import Registry
    from odoo.tools import config

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database")
    parser.add_argument("--rows", type=int, default=100_000)
    options = parser.parse_args()
    config.parse_config(["-d", options.database, "--no-http", "--log-level=warn"])
    start = time.monotonic()
    with Registry(options.database).cursor() as cr:
        made, computed = generate(api.Environment(cr, SUPERUSER_ID, {}), options.rows)
        cr.commit()
        cr._cnx.autocommit = True
        cr._obj.execute("VACUUM (ANALYZE)")
    for model_name, count in made.items():
        print(f"{count:9,}  {model_name}")
    for model_name, field_name in computed:
        print(f"  computed by Odoo: {model_name}.{field_name}")
    print(f"{time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()

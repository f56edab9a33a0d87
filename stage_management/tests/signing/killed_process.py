# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A worker of its own, to be killed: signs, says how far it is, and waits.

Started by ``test_killed_process.py``: options of the server, then ``--``, the moment
at which it waits (``before_commit`` or ``at_evidence``), request, user and name.
"""

import sys
import time


def main():
    split = sys.argv.index("--")
    options, (moment, request_id, user_id, name) = (
        sys.argv[1:split],
        sys.argv[split + 1 :],
    )
    from odoo import api
    from odoo.modules.registry import Registry
    from odoo.tools import config

    config.parse_config(options)
    registry = Registry(config["db_name"][0])
    with registry.cursor() as cr:
        env = api.Environment(cr, int(user_id), {}, su=True)
        request = env["hr.internship.signature.request"].browse(int(request_id))
        request._sign(request.my_signatory_id, "portal", name)
        if moment == "before_commit":
            wait()
        cr.commit()  # pylint: disable=invalid-commit
        type(request)._render_evidence = lambda request: wait()
        request._cron_finish()


def wait():
    sys.stdout.write("READY\n")
    sys.stdout.flush()
    time.sleep(300)


if __name__ == "__main__":
    main()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How often somebody whom we do not know may ask for something."""

from datetime import timedelta

from odoo import api, fields, models

from ...tools.verification import hash_address

KEPT_HOURS = 24


class HrInternshipRateLimit(models.Model):
    """One line per request that counts, in the database: the same for all workers.

    Lines are added and never changed, so that no two requests wait for each other.
    Nobody's address is kept, only what it hashes to with the secret of the database.
    """

    _name = "hr.internship.rate.limit"
    _description = "Counted Public Request"
    _order = "id desc"
    _log_access = False

    purpose = fields.Char(required=True, readonly=True)
    address_hash = fields.Char("Visitor", required=True, readonly=True)
    counted_on = fields.Datetime(required=True, readonly=True, index=True)

    _visitor_idx = models.Index("(address_hash, purpose, counted_on)")

    @api.model
    @api.private
    def _is_exceeded(self, purpose, address, limit, minutes):
        """Count one request; tell whether the visitor asked too often.

        :param purpose: what is limited, a name of the caller
        :param limit: requests within the last ``minutes``; what is refused counts not
        """
        # sudo: visitors have no access; the secret stays here
        lines = self.sudo()
        secret = lines.env["ir.config_parameter"].get_param("database.secret", "")
        visitor = hash_address(address, secret)
        now = fields.Datetime.now()
        domain = [
            ("address_hash", "=", visitor),
            ("purpose", "=", purpose),
            ("counted_on", ">", now - timedelta(minutes=minutes)),
        ]
        if lines.search_count(domain, limit=limit) >= limit:
            return True
        lines.create({"purpose": purpose, "address_hash": visitor, "counted_on": now})
        return False

    @api.autovacuum
    def _gc_lines(self):
        """Forget what is older than any window."""
        oldest = fields.Datetime.now() - timedelta(hours=KEPT_HOURS)
        self.search([("counted_on", "<", oldest)], limit=10_000).unlink()

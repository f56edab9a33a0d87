# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    test_access_matrix,
    test_core_columns,
    test_partner_links,
    test_portal_fields,
    test_reports,
    test_revocation,
    test_routes,
    test_volume,
)

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_invitation
from . import test_portal_certificate
from . import test_portal_pages
from . import test_portal_rpc
from . import test_portal_signature
from . import test_signature_access
from . import test_signature_annex
from . import test_signing_link
from . import test_signing_link_life
from . import test_signing_link_limits

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The environment of the add-ons: set-up, the ``odoo`` command and the checks.

Plain Python without third-party packages: it runs before anything is installed.
"""

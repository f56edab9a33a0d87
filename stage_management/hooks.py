# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is done once, on installation."""


def post_init_hook(env):
    """Give department managers their access and companies their mailbox.

    Lines of checklists in the demonstration data were made before the translations of
    their items were there.
    """
    env["hr.department"].search([])._sync_manager_contributors()
    env["res.company"].search([])._create_internship_alias()
    env["hr.internship.checklist.line"].search([])._copy_translations()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a new organisation does first."""

from odoo import api, models

from ...tools.extension import FirstStep


class HrInternshipStartScreen(models.AbstractModel):
    _inherit = "hr.internship.start.screen"

    def _load_first_steps(self, tiles):
        """Not asked for when a tile shows an internship."""
        if any(count for tile, _r, count in tiles if tile.model == "hr.internship"):
            return []
        return super()._load_first_steps(tiles)

    @api.model
    def _get_first_steps(self):
        """Shown to coordinators until there is an internship."""
        steps = super()._get_first_steps()
        is_coordinator = self.env.user.has_group("stage_management.group_coordinator")
        if not is_coordinator or self._has_any("hr.internship"):
            return steps
        return [*steps, *self._network_steps(), *self._offer_steps()]

    def _has_any(self, model, domain=()):
        return bool(self.env[model].search(list(domain), limit=1))

    def _network_steps(self):
        return [
            FirstStep(
                self.env._("Enter or import your schools"),
                self.env._(
                    "With their programmes and contacts: the schools that send you "
                    "students."
                ),
                "stage_management.res_partner_school_action",
                self._has_any("res.partner", [("is_school", "=", True)]),
            ),
            self._mailbox_step(),
        ]

    def _mailbox_step(self):
        # sudo: the address of the mailbox is public by nature.
        alias = self.env.company.sudo().internship_alias_id
        if alias.alias_domain_id:
            detail = self.env._(
                "Mails to %(address)s become applications.",
                address=alias.alias_full_name,
            )
        else:
            detail = self.env._(
                "Ask your system administrator to set the mail domain of the company: "
                "mails to the mailbox then become applications."
            )
        return FirstStep(
            self.env._("Give the mailbox an address"),
            detail,
            is_done=bool(alias.alias_domain_id),
        )

    def _offer_steps(self):
        return [
            FirstStep(
                self.env._("Enter your mentors"),
                self.env._(
                    "Colleagues who guide interns, and how many at the same time."
                ),
                "stage_management.hr_internship_mentor_action",
                self._has_any("hr.internship.mentor"),
            ),
            FirstStep(
                self.env._("Propose a place"),
                self.env._(
                    "An assignment for an intern, described as a project. Department "
                    "managers can propose places themselves."
                ),
                "stage_management.hr_internship_place_action",
                self._has_any("hr.internship.place"),
            ),
            FirstStep(
                self.env._("Take up an application, or enter an internship"),
                self.env._(
                    "An accepted candidate becomes an internship with one click. What "
                    "runs already can be entered directly."
                ),
                "stage_management.hr_internship_action",
            ),
        ]

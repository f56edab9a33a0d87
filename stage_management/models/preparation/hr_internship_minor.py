# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Interns who are under 18 when the internship starts."""

from odoo import api, fields, models

from ...tools.document_rules import is_under_age
from ...tools.extension import Guard


class HrInternship(models.Model):
    """What follows from the age is stored as yes or no: it does not tell the date.

    Only coordinators read it; mentor and backup, who must respect the rules on young
    people at work, find a notice. Source: toolbox Y, *young people at work*.
    """

    _inherit = "hr.internship"

    is_minor_at_start = fields.Boolean(
        string="Under 18 at the Start",
        compute="_compute_is_minor_at_start",
        store=True,
        compute_sudo=True,
        groups="stage_management.group_coordinator",
    )
    minor_notice = fields.Char(compute="_compute_minor_notice", compute_sudo=True)

    @api.depends("partner_id.birthdate", "date_start")
    def _compute_is_minor_at_start(self):
        for case in self:
            day = case.date_start or fields.Date.context_today(self)
            case.is_minor_at_start = is_under_age(case.partner_id.birthdate, day)

    @api.depends("is_minor_at_start")
    @api.depends_context("uid")
    def _compute_minor_notice(self):
        user = self.env.user
        is_coordinator = user.has_group("stage_management.group_coordinator")
        notice = self.env._(
            "The intern is under 18 at the start: the rules on young people at work "
            "apply."
        )
        for case in self:
            guides = case.mentor_user_id | case.backup_user_id
            may_know = is_coordinator or user in guides | case.acting_mentor_user_id
            case.minor_notice = notice if case.is_minor_at_start and may_know else False

    def _get_guardians(self):
        """Parents or guardians among the participants, as contacts."""
        self.ensure_one()
        # sudo: who prepares the internship may know who signs
        return (
            self.sudo()
            .participant_ids.filtered(lambda person: person.role == "guardian")
            .partner_id
        )

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target not in ("ready", "ongoing"):
            return guards
        # sudo: the age is asked about; it is told to coordinators only
        for case in self.sudo():
            if case.is_minor_at_start and not case._get_guardians():
                guards[case.id].append(self._guardian_guard())
        return guards

    def _guardian_guard(self):
        """The guard of a missing guardian, in words that the user may read."""
        is_coordinator = self.env.user.has_group("stage_management.group_coordinator")
        return Guard(
            self.env._(
                "The intern is under 18 at the start: add a parent or guardian under "
                "Who Has Access."
            )
            if self.env.su or is_coordinator
            else self.env._("A participant is missing."),
            self.env._("coordinator"),
        )

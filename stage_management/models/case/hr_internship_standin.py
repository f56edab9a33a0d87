# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""To-dos, warnings and mails of people who are absent."""

from odoo import fields, models
from odoo.tools import format_date

from ...tools.activity_types import UNCOVERED
from ...tools.internship_states import RUNNING_STATES


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _sync_activities(self):
        """Open to-dos are with who acts today, and come back to who is back.

        What somebody was given by hand meanwhile, and what is done, stays as it is.
        """
        by_case = self.env["mail.activity"].search(
            [("res_model", "=", self._name), ("res_id", "in", self.ids)]
        ).grouped("res_id")  # fmt: skip
        for internship in self:
            for activity in by_case.get(internship.id, ()):
                owner = activity._get_owner()
                activity._hand_to(owner, internship._get_standin(owner))

    def _get_standin(self, user):
        """Who does the to-dos of this user today; the user when nobody else."""
        self.ensure_one()
        if (
            user
            and user == self.mentor_user_id
            and self.acting_mentor_id != self.mentor_id
        ):
            return self.acting_mentor_user_id or self.acting_coordinator_id or user
        if user and user == self.coordinator_id:
            return self.acting_coordinator_id
        return user

    def _warn_uncovered(self):
        """Give the coordinator a to-do where nobody is there for the intern."""
        running = self.env["hr.internship.replacement"]._get_running()
        for internship in self:
            is_uncovered = (
                internship.state in RUNNING_STATES
                and internship.mentor_id in running
                and internship.acting_mentor_id == internship.mentor_id
            )
            is_warned = internship._has_open_activity(UNCOVERED)
            if is_uncovered and not is_warned:
                internship._schedule_uncovered(running[internship.mentor_id])
            elif is_warned and not is_uncovered:
                internship.activity_unlink([UNCOVERED])

    def _has_open_activity(self, xml_id):
        kind = self.env.ref(xml_id)
        return kind in self.activity_ids.activity_type_id

    def _schedule_uncovered(self, absence):
        coordinator = self._get_acting_coordinator()
        end = absence.date_to and format_date(self.env, absence.date_to)
        self.with_context(mail_activity_quick_update=True).activity_schedule(
            UNCOVERED,
            date_deadline=fields.Date.context_today(self),
            user_id=coordinator.id or self.env.uid,
            summary=self.env._(
                "%(intern)s has nobody: mentor and backup are absent",
                intern=self.partner_id.name,
            ),
            note=self.env._(
                "%(mentor)s is absent until %(end)s and no backup is there. Name who "
                "replaces the mentor on the absence, or choose another backup.",
                mentor=self.mentor_id.name,
                end=end or "…",
            ),
        )

    def _notify_get_recipients(self, message, msg_vals=False, **kwargs):
        """Mails of the conversation reach who acts instead of who is absent."""
        recipients = super()._notify_get_recipients(message, msg_vals, **kwargs)
        # sudo: only whose mails go to whom
        standins = self.sudo()._get_standin_partners() if self else {}
        absent = [data for data in recipients if data["id"] in standins]
        if not absent:
            return recipients
        present = [data for data in recipients if data["id"] not in standins]
        wanted = {standins[data["id"]] for data in absent}
        # sudo: nobody gets the own message
        wanted -= {data["id"] for data in present} | {message.sudo().author_id.id}
        if not wanted:
            return present
        vals = {**(msg_vals or {}), "partner_ids": list(wanted)}
        more = super()._notify_get_recipients(message, vals, **kwargs)
        return present + [data for data in more if data["id"] in wanted]

    def _get_standin_partners(self):
        """Who gets the mails of whom: ``{absent partner id: partner id}``."""
        self.ensure_one()
        pairs = [
            (self.coordinator_id, self.acting_coordinator_id),
            (self.mentor_user_id, self.acting_mentor_user_id),
        ]
        return {
            absent.partner_id.id: standin.partner_id.id
            for absent, standin in pairs
            if absent and standin and absent != standin
        }

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Selected or not: the decision, and telling the department."""

from collections import defaultdict

from odoo import fields, models
from odoo.fields import Command

TEMPLATES = {
    "selected": "stage_management.mail_template_place_selected",
    "rejected": "stage_management.mail_template_place_rejected",
}


class HrInternshipPlace(models.Model):
    _inherit = "hr.internship.place"

    rejection_reason = fields.Text(
        string="Why Not Selected",
        copy=False,
        tracking=True,
        help="Told to whoever proposed the place and to the department manager.",
    )
    outcome_told_on = fields.Datetime(
        string="Department Told On", copy=False, readonly=True
    )

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        # sudo: what follows from a decision, whoever may take it.
        places = self.sudo()
        if target == "proposed":
            places.write(
                {
                    "selection_reason": False,
                    "rejection_reason": False,
                    "outcome_told_on": False,
                }
            )
        elif target == "selected" and source in ("proposed", "rejected"):
            places.rejection_reason = False
            places._tell_outcome(TEMPLATES["selected"])
        elif target == "rejected":
            places._tell_outcome(TEMPLATES["rejected"])
        return result

    def _tell_outcome(self, template_id):
        """Mail the decision to those who proposed and manage, each in their language.

        :param template_id: XML id of the mail
        """
        # sudo: our own template; who decides may not read templates
        template = self.env.ref(template_id).sudo()
        by_person = defaultdict(self.browse)
        for place in self:
            for person in place._get_outcome_partners():
                by_person[person] |= place
        for person, places in by_person.items():
            template.with_context(
                outcome_lang=person.lang, outcome_name=person.name
            ).send_mail_batch(
                places.ids, email_values={"recipient_ids": [Command.set(person.ids)]}
            )
        told = self.browse().union(*by_person.values())
        told.outcome_told_on = fields.Datetime.now()
        self._log_outcome(by_person)
        if by_person:
            self.env["mail.mail"]._send_queue_soon()

    def _get_outcome_partners(self):
        """Who proposed and who manages the department, except the one who decides."""
        self.ensure_one()
        manager = self.department_id.manager_id
        people = self.proposed_by_id.filtered("active").partner_id | (
            manager.user_id.partner_id or manager.work_contact_id
        )
        return people.filtered("email") - self.env.user.partner_id

    def _log_outcome(self, by_person):
        """Record in the thread who was told, or that nobody could be reached."""
        bodies = {}
        for place in self:
            names = [person.name for person in by_person if place in by_person[person]]
            bodies[place.id] = (
                self.env._(
                    "The decision was mailed to %(names)s.", names=", ".join(names)
                )
                if names
                else self.env._(
                    "Nobody was told: neither who proposed the place nor the "
                    "department manager has an e-mail address here."
                )
            )
        self._message_log_batch(bodies=bodies)

    def _open_decision(self, decision):
        """Ask for the reason, with a line per place."""
        wizard = self.env["hr.internship.place.decision"].create(
            {
                "decision": decision,
                "line_ids": [Command.create({"place_id": place.id}) for place in self],
            }
        )
        return wizard._open()

    def action_select(self):
        """Take proposals up in this year's offer; outside the target, ask why."""
        is_asked = len(self) == 1 and not self.selection_reason
        if is_asked and self._find_exceeded_together()[self.id]:
            return self._open_decision("selected")
        return self._transition("selected")

    def action_reject(self):
        """Leave proposals out of this year's offer; asks why."""
        if len(self) == 1 and self.waiting_count:
            return self._open_close_wizard("rejected")
        if all(place.rejection_reason for place in self):
            return self._transition("rejected")
        return self._open_decision("rejected")

    def action_select_several(self):
        """Go through several proposals at once."""
        return self._open_decision("selected")

    def action_tell_outcome(self):
        """Mail the decision again."""
        self.check_access("write")
        for state, template_id in TEMPLATES.items():
            # sudo: the mail names colleagues whose records are not open to all
            decided = self.sudo().filtered(lambda place, s=state: place.state == s)
            decided._tell_outcome(template_id)

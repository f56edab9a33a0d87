# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An internship passes to another mentor, for good."""

from markupsafe import Markup

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...tools.internship_states import RUNNING_STATES


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def action_open_handover(self):
        """Ask to whom, and from when."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Hand over to another mentor"),
            "res_model": "hr.internship.handover",
            "view_mode": "form",
            "target": "new",
            "context": {"default_internship_ids": self.ids},
        }

    def _get_handover_blockers(self):
        """Why an internship can't be handed over now: ``{id: [sentence, …]}``."""
        return {internship.id: [] for internship in self}

    def _get_handover_notes(self):
        """What a handover entails, for the thread: ``{id: [sentence, …]}``."""
        return {internship.id: [] for internship in self}

    def _hand_over(self, mentor, backup, day, reason=""):
        """Let ``mentor`` guide these internships from ``day`` on.

        Without ``backup`` each keeps its own. The terms keep the history, open to-dos
        pass on the day itself, the interns and the colleagues are told.

        :raise UserError: naming every internship that can't be handed over now
        """
        self._check_handover(mentor, backup)
        today = fields.Date.context_today(self)
        earlier = {internship: internship.mentor_id for internship in self}
        for internship in self:
            new_backup = backup or internship.backup_id
            internship.term_ids._hand_over(mentor, new_backup, day)
            internship._note_handover(earlier[internship], mentor, day, reason)
        self.env.flush_all()
        for internship, old in earlier.items():
            if day <= today:
                internship._pass_todos(old)
        self._tell_handover(earlier, mentor, day)

    def _check_handover(self, mentor, backup):
        blockers = self._get_handover_blockers()
        sentences = []
        for internship in self:
            found = list(blockers[internship.id])
            if not backup and internship.backup_id == mentor:
                found.append(
                    self.env._(
                        "%(name)s is the backup and becomes the mentor: choose "
                        "another backup.",
                        name=mentor.name,
                    )
                )
            sentences += [f"{internship.display_name}: {line}" for line in found]
        if sentences:
            raise UserError("\n".join(sentences))

    def _note_handover(self, old, new, day, reason):
        """Keep on the internship who handed it over to whom, and why."""
        sentences = [
            self.env._(
                "Handed over from %(old)s to %(new)s, from %(day)s on.",
                old=old.name or self.env._("nobody"),
                new=new.name,
                day=format_date(self.env, day),
            ),
            *([reason] if reason else []),
            *self._get_handover_notes()[self.id],
        ]
        self.message_post(body=Markup("<br/>").join(sentences))

    def _follow_terms(self):
        """Bring these internships to the term in force; to-dos follow the mentor."""
        earlier = {internship: internship.mentor_id for internship in self}
        self._compute_term_id()
        for internship, old in earlier.items():
            if old and internship.mentor_id != old:
                internship._pass_todos(old)

    def _pass_todos(self, old):
        """Give the open to-dos of the earlier mentor to the present one.

        A mentor who also coordinates keeps them: what belongs to which role can't be
        told.
        """
        self.ensure_one()
        # sudo: to-dos of colleagues; users of employees.
        internship = self.sudo()
        old_user, new_user = old.sudo().user_id, internship.mentor_user_id
        if not old_user or not new_user or old_user == internship.coordinator_id:
            return
        activities = self.env["mail.activity"].sudo().search(
            [("res_model", "=", self._name), ("res_id", "=", self.id)]
        )  # fmt: skip
        for activity in activities:
            if activity._get_owner() == old_user:
                activity._hand_to(new_user, new_user)
        internship._sync_activities()

    def _tell_handover(self, earlier, mentor, day):
        """One mail per person, in the own language."""
        # sudo: addresses of colleagues
        concerned = {}
        for internship in self.sudo():
            people = internship.partner_id.browse()
            for employee in (mentor, earlier[internship]):
                person = employee.sudo()
                people |= person.user_id.partner_id or person.work_contact_id
            if internship.state in RUNNING_STATES:
                people |= internship.partner_id
            for partner in people.filtered("email"):
                concerned.setdefault(partner, self.browse())
                concerned[partner] |= internship
        # sudo: our own template; who hands over may not read templates
        template = self.env.ref("stage_management.mail_template_handover").sudo()
        for partner, internships in concerned.items():
            template.with_context(
                told_partner_id=partner.id,
                handover_ids=internships.ids,
                handover_mentor_id=mentor.id,
                handover_day=fields.Date.to_string(day),
            ).send_mail(internships[:1].id)
        if concerned:
            self.env["mail.mail"]._send_queue_soon()

    def _get_told_partner(self):
        """For templates: who gets this mail."""
        return self.env["res.partner"].browse(self.env.context.get("told_partner_id"))

    def _get_told_as(self):
        """For templates: the reader is ``mentor``, ``intern`` or ``earlier``."""
        told, handover = self._get_told_partner(), self._get_handover()
        mentor = handover["mentor"]
        if told == (mentor.user_id.partner_id or mentor.work_contact_id):
            return "mentor"
        is_intern = told in handover["internships"].partner_id
        return "intern" if is_intern else "earlier"

    def _get_handover(self):
        """For templates: what is handed over to whom, and when."""
        context = self.env.context
        return {
            "internships": self.browse(context.get("handover_ids")),
            "mentor": self.env["hr.employee"].browse(context.get("handover_mentor_id")),
            "day": fields.Date.to_date(context.get("handover_day")),
        }

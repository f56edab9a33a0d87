# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Inviting participants to the portal."""

from odoo import SUPERUSER_ID, fields, models
from odoo.exceptions import UserError


class HrInternshipParticipant(models.Model):
    _inherit = "hr.internship.participant"

    invited_on = fields.Datetime(readonly=True, copy=False)

    def action_invite_to_portal(self):
        """Give these people portal access and mail each a personal link.

        Who has an account gets the link again. Colleagues are left alone: they
        have the internship in Odoo.

        :raise UserError: when nobody could be invited; the sentences say why
        """
        self.check_access("write")
        outsiders = self.filtered(lambda p: not p._is_colleague())
        obstacles = outsiders._get_invitation_obstacles()
        invited = outsiders.filtered(lambda p: p.id not in obstacles)
        sentences = list(dict.fromkeys(obstacles.values()))
        if not invited:
            raise UserError(
                "\n".join(sentences)
                or self.env._("There is nobody outside the organisation to invite.")
            )
        for company, participants in invited.grouped("company_id").items():
            participants.partner_id._grant_portal_access(company)
        invited._mail_invitation()
        return invited._invitation_notification(sentences)

    def _is_colleague(self):
        self.ensure_one()
        # sudo: only whether the person works here
        return any(not user.share for user in self.partner_id.sudo().user_ids)

    def _get_invitation_obstacles(self):
        """Why participants can't be invited: ``{id: sentence}``."""
        by_partner = self.partner_id._get_portal_obstacles()
        today = fields.Date.context_today(self)
        obstacles = {}
        for participant in self:
            sentence = by_partner.get(participant.partner_id.id, "")
            if participant.internship_id.state == "draft":
                sentence = self.env._(
                    "%(name)s is still a draft, which outsiders don't see: start the"
                    " preparation first.",
                    name=participant.internship_id.display_name,
                )
            elif participant.portal_until and participant.portal_until < today:
                sentence = self.env._(
                    "The access of %(name)s ended on %(date)s: change that date first.",
                    name=participant.partner_id.name,
                    date=fields.Date.to_string(participant.portal_until),
                )
            if sentence:
                obstacles[participant.id] = sentence
        return obstacles

    def _mail_invitation(self):
        """Mail each the personal link, in the person's own language.

        The mail holds a key to the account: it is made by the system and tied to no
        record, so that nobody but its recipient can read it.
        """
        template = self.env.ref("stage_management_portal.mail_template_invitation")
        # sudo and superuser: see above; templates are not readable for everybody
        sender = template.with_user(SUPERUSER_ID).sudo()
        for participant in self:
            sender.send_mail(
                participant.id, email_values={"model": False, "res_id": False}
            )
        self.env["mail.mail"]._send_queue_soon()
        self.write({"invited_on": fields.Datetime.now()})

    def _invitation_notification(self, sentences):
        names = ", ".join(self.partner_id.mapped("name"))
        message = self.env._("Invited: %(names)s.", names=names)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if sentences else "success",
                "message": " ".join([message, *sentences]),
                "sticky": bool(sentences),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

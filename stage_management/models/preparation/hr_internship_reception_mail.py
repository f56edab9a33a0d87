# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mails before the first day: to the intern and to the reception desk."""

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class HrInternshipReception(models.Model):
    _inherit = "hr.internship.reception"

    def action_send_mail(self):
        """Mail the intern all that is practical; with the welcome material.

        :raise UserError: naming what is missing to write such a mail
        """
        template = self.env.ref("stage_management.mail_template_first_day")
        for reception in self:
            reception._check_mail_is_complete()
            template.send_mail(
                reception.id,
                email_values={"attachment_ids": reception._get_welcome_files()},
            )
        self.write({"mail_sent_on": fields.Date.context_today(self)})
        self.env["mail.mail"]._send_queue_soon()

    def _check_mail_is_complete(self):
        internship = self.internship_id
        missing = [
            sentence
            for value, sentence in (
                (internship.partner_id.email, self.env._("the intern's mail address")),
                (internship.date_start, self.env._("the first day")),
                (internship.site_id, self.env._("the site")),
                (internship.mentor_id, self.env._("the mentor")),
            )
            if not value
        ]
        if missing:
            raise UserError(
                self.env._(
                    "%(name)s: this is missing in the mail: %(missing)s.",
                    name=internship.display_name,
                    missing=", ".join(missing),
                )
            )

    def action_tell_desk(self):
        """Mail the reception desk who arrives when, one mail per building and day.

        :raise UserError: for a building without mailbox of its desk
        """
        for reception in self:
            if not reception.site_id.desk_email:
                raise UserError(
                    self.env._(
                        "%(name)s: enter the mailbox of the reception desk at the "
                        "site first.",
                        name=reception.internship_id.display_name,
                    )
                )
        template = self.env.ref("stage_management.mail_template_desk")
        groups = self.grouped(lambda r: (r.site_id, r.date_start))
        for receptions in groups.values():
            template.with_context(told_reception_ids=receptions.ids).send_mail(
                receptions[0].id
            )
        self.write({"desk_told_on": fields.Date.context_today(self)})
        self.env["mail.mail"]._send_queue_soon()

    def _get_told_receptions(self):
        """For the template: all who are named in this mail."""
        ids = self.env.context.get("told_reception_ids") or self.ids
        return self.browse(ids)

    def _get_welcome_files(self):
        """Ids of attachments: street plan and material in the intern's language."""
        self.ensure_one()
        site = self.site_id
        materials = self.env["hr.internship.welcome.material"].search(
            Domain("company_id", "=", self.company_id.id)
            & Domain("site_id", "in", (False, site.id))
            & Domain("lang", "in", (False, self.internship_id.lang))
        )
        files = [(material, "file", material.file_name) for material in materials]
        if site.street_plan:
            files.append((site, "street_plan", site.street_plan_name))
        # sudo: copies of files that the mail is meant to bring
        attachments = self.env["ir.attachment"].sudo().create(
            [
                {"name": name or field, "datas": record[field]}
                for record, field, name in files
            ]
        )  # fmt: skip
        return attachments.ids

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Feedback, both ways."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import format_date


class HrInternshipFeedback(models.Model):
    """One piece of feedback between mentor and intern.

    What happened, what was seen, what it did, what is agreed; and whether the
    agreement was looked at afterwards.
    """

    _name = "hr.internship.feedback"
    _description = "Feedback"
    _inherit = ["hr.internship.followup.mixin"]
    _order = "given_on desc, id desc"

    direction = fields.Selection(
        [
            ("to_intern", "From the mentor to the intern"),
            ("from_intern", "From the intern to the mentor"),
        ],
        required=True,
        default="to_intern",
    )
    given_on = fields.Date(required=True, default=fields.Date.context_today)
    situation = fields.Text(required=True, help="When and where it was.")
    behaviour = fields.Text(help="What you saw or heard, without judging it.")
    effect = fields.Text(help="What it did to you, to others or to the work.")
    agreement = fields.Text(
        string="What Is Agreed", help="What you agree for the next time."
    )
    follow_up_on = fields.Date(string="Look at It Again On", index="btree_not_null")
    followed_up_on = fields.Date(string="Looked at Again On", copy=False)
    follow_up = fields.Text(string="What Came of It", copy=False)
    reply = fields.Text(string="Answer", copy=False)
    replied_on = fields.Date(string="Answered On", readonly=True, copy=False)

    _order_idx = models.Index("(given_on DESC, id DESC)")

    @api.depends("given_on", "partner_name")
    def _compute_display_name(self):
        for feedback in self:
            # sudo: who may read the feedback may know whose it is
            intern = feedback.sudo().partner_name or ""
            day = feedback.given_on and format_date(self.env, feedback.given_on)
            feedback.display_name = f"{intern}: {day or ''}"

    @api.constrains("given_on", "follow_up_on", "followed_up_on", "agreement")
    def _check_dates(self):
        self._check_not_later(["given_on", "followed_up_on"])
        for feedback in self:
            if feedback.follow_up_on and not feedback.agreement:
                raise ValidationError(
                    self.env._("Say what is agreed before you choose when to look.")
                )
            if feedback.follow_up_on and feedback.follow_up_on < feedback.given_on:
                raise ValidationError(
                    self.env._("The agreement is looked at after the feedback.")
                )

    def action_print_blank(self):
        """Print a sheet to fill in by hand, for the intern whose feedback is open."""
        case_id = self.env.context.get("default_internship_id")
        case = self.env["hr.internship"].browse(case_id) or self.internship_id[:1]
        return self.env.ref(
            "stage_management.hr_internship_feedback_blank_report"
        ).report_action(case, config=False)

    @api.private
    def _reply(self, text):
        """The intern answers; for the pages of the portal.

        :raise UserError: for an empty answer
        """
        self.ensure_one()
        self._check_is_intern(self.internship_id)
        if not (text or "").strip():
            raise UserError(self.env._("Write your answer before you send it."))
        today = fields.Date.context_today(self)
        # sudo: an intern writes no records, but answers to feedback of the own
        return self.sudo().write({"reply": text.strip(), "replied_on": today})

    @api.model
    @api.private
    def _give_feedback(self, internship, values):
        """The intern gives the mentor feedback; for the pages of the portal."""
        self._check_is_intern(internship)
        names = ("situation", "behaviour", "effect", "agreement")
        given = {name: values[name] for name in names if values.get(name)}
        # sudo: an intern writes no records; only what is named here is taken over
        return self.sudo().create(
            {**given, "internship_id": internship.id, "direction": "from_intern"}
        )

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "direction",
            "given_on",
            "situation",
            "behaviour",
            "effect",
            "agreement",
            "follow_up_on",
            "followed_up_on",
            "follow_up",
            "reply",
            "replied_on",
        }

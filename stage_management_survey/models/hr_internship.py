# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Interns and mentors are asked what they think of their internship."""

from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.stage_management.tools.extension import Todo

SATISFACTION_TOOLS = ("satisfaction_intern", "satisfaction_mentor")
# An opinion is asked when there is something to look back on.
ASKING_STATES = ("evaluation", "closed", "terminated")


class HrInternship(models.Model):
    _inherit = "hr.internship"

    satisfaction_answer_ids = fields.One2many(
        "survey.user_input",
        "internship_id",
        string="Satisfaction",
        domain=[
            ("internship_purpose", "in", SATISFACTION_TOOLS),
            ("test_entry", "=", False),
        ],
        groups="stage_management.group_coordinator",
    )
    satisfaction_asked_on = fields.Datetime(
        readonly=True, copy=False, groups="stage_management.group_coordinator"
    )

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if target == "evaluation":
            self._ask_satisfaction()
        elif target == "cancelled":
            self._withdraw_surveys()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_answered(self):
        # sudo: only whether there are answers.
        answered = (
            self.env["survey.user_input"]
            .sudo()
            ._read_group([("internship_id", "in", self.ids)], ["internship_id"])
        )
        for (internship,) in answered:
            raise UserError(
                self.env._(
                    "%(name)s stays on record: people were asked their opinion of it.",
                    name=internship.display_name,
                )
            )

    @api.model
    def _get_todos(self, partner):
        todos = super()._get_todos(partner)
        labels = {
            "satisfaction_intern": self.env._("Tell us how your internship was"),
            "satisfaction_mentor": self.env._(
                "Look back on the internship as a mentor"
            ),
        }
        # sudo: only the links that were made for this very person.
        UserInput = self.env["survey.user_input"].sudo()
        for answer in UserInput.search(
            UserInput._get_open_domain() & fields.Domain("partner_id", "=", partner.id)
        ):
            todos.setdefault(answer.internship_id.id, []).append(
                Todo(
                    kind="fill_in",
                    label=labels[answer.internship_purpose],
                    url=answer._get_answer_path(),
                    due=answer._get_deadline_day() or None,
                )
            )
        return todos

    def action_ask_satisfaction(self):
        """Ask those who were not asked yet."""
        self.ensure_one()
        self._check_may_ask()
        return self._notify_asked(self._ask_satisfaction())

    def action_remind_satisfaction(self):
        """Remind those who did not answer yet; a link that had expired works again."""
        self.ensure_one()
        self._check_may_ask()
        # sudo: coordinators read answers; what they do with them goes by methods.
        waiting = self.sudo().satisfaction_answer_ids.filtered(
            lambda answer: answer.state != "done"
        )
        if not waiting:
            raise UserError(self.env._("Nobody has to be reminded."))
        expired = waiting.filtered(
            lambda answer: answer.deadline and answer.deadline < fields.Datetime.now()
        )
        expired.deadline = expired._get_internship_deadline(self.sudo())
        invited = waiting.filtered(lambda answer: not answer.internship_sent_on)
        sent = invited._send_invitations() | (waiting - invited)._send_reminders()
        return self._notify_asked(sent)

    def action_open_satisfaction_answers(self):
        """Open what was answered about this internship."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management_survey.survey_user_input_action"
        )
        return {
            **action,
            "domain": [("internship_id", "=", self.id), ("test_entry", "=", False)],
            "context": {},
        }

    def _check_may_ask(self):
        """Coordinators ask, and only about an internship that took place."""
        if not self.env.user.has_group("stage_management.group_coordinator"):
            raise UserError(self.env._("The coordinator sends the surveys."))
        self.check_access("write")
        if self.state not in ASKING_STATES:
            raise UserError(
                self.env._("Opinions are asked when the internship is being evaluated.")
            )

    def _notify_asked(self, answers):
        names = ", ".join(answers.partner_id.mapped("name"))
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success" if answers else "warning",
                "message": self.env._("On its way to %(names)s.", names=names)
                if answers
                else self.env._("No mail went out; the messages below tell why."),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _ask_satisfaction(self):
        """Ask intern and mentor of each internship their opinion, once.

        Idempotent: who has a link keeps it and gets no second mail; who had no
        e-mail address the first time gets the mail now. What keeps a person from
        being asked is noted on the internship and stops nothing.

        :returns: the answers for which a mail went out
        """
        # sudo: the mover and coordinators ask; neither may write answers otherwise.
        internships = self.sudo()
        # Writing the row lets one of two simultaneous requests start again.
        internships.satisfaction_asked_on = fields.Datetime.now()
        obstacles = {internship.id: [] for internship in internships}
        for tool in SATISFACTION_TOOLS:
            internships._create_satisfaction_answers(tool, obstacles)
        unsent = internships.satisfaction_answer_ids.filtered(
            lambda answer: answer.state != "done" and not answer.internship_sent_on
        )
        sent = unsent._send_invitations()
        for answer in unsent - sent:
            obstacles[answer.internship_id.id].append(answer._get_unsent_reason())
        internships._note_obstacles(obstacles)
        return sent

    def _create_satisfaction_answers(self, tool, obstacles):
        """Give everybody who has to answer ``tool`` an own link, unless they have one.

        Adds a sentence to ``obstacles[id]`` where that is not possible.
        """
        survey = self.env["survey.survey"]._get_for_internships(tool)
        vals_list = []
        for internship in self:
            partner = internship._get_satisfaction_partner(tool)
            asked = internship.satisfaction_answer_ids.filtered(
                lambda answer, tool=tool: answer.internship_purpose == tool
            )
            if partner and partner in asked.partner_id:
                continue
            obstacle = internship._get_asking_obstacle(tool, partner, survey)
            if obstacle:
                obstacles[internship.id].append(obstacle)
            else:
                vals_list.append(internship._prepare_answer(tool, partner))
        if vals_list:
            survey._create_internship_answers(vals_list)
            self.invalidate_recordset(["satisfaction_answer_ids"])

    def _get_satisfaction_partner(self, tool):
        """The person who answers ``tool`` about this internship, or nobody."""
        self.ensure_one()
        if tool == "satisfaction_intern":
            return self.partner_id
        return self.mentor_id.user_id.partner_id or self.mentor_id.work_contact_id

    def _get_asking_obstacle(self, tool, partner, survey):
        """Why nobody can be asked ``tool``, as a sentence, or False."""
        if not partner:
            return (
                self.env._(
                    "The mentor was not asked: %(name)s has neither a user nor a "
                    "contact.",
                    name=self.mentor_id.name,
                )
                if self.mentor_id
                else self.env._("No mentor was asked: the internship has none.")
            )
        if not survey:
            labels = dict(
                self.env["survey.survey"]
                ._fields["internship_tool"]
                ._description_selection(self.env)
            )
            return self.env._(
                "%(name)s was not asked: no open survey is used for “%(tool)s”.",
                name=partner.name,
                tool=labels[tool],
            )
        return False

    def _prepare_answer(self, tool, partner):
        UserInput = self.env["survey.user_input"]
        return {
            "internship_id": self.id,
            "internship_purpose": tool,
            "partner_id": partner.id,
            "email": partner.email,
            "nickname": partner.name,
            "lang_id": self.env["res.lang"]._lang_get(partner.lang or self.lang).id,
            "deadline": UserInput._get_internship_deadline(self),
        }

    def _note_obstacles(self, obstacles):
        """Tell on each internship, once for all, who was not asked and why."""
        for internship in self:
            sentences = obstacles[internship.id]
            if sentences:
                rows = Markup().join(Markup("<li>%s</li>") % text for text in sentences)
                internship.message_post(body=Markup("<ul>%s</ul>") % rows)

    def _withdraw_surveys(self):
        """Close the links that were not used; answers that were given stay."""
        # sudo: an internship that does not take place asks nothing of anybody.
        UserInput = self.env["survey.user_input"].sudo()
        UserInput.search(
            UserInput._get_open_domain()
            & fields.Domain("internship_id", "in", self.ids)
        ).deadline = fields.Datetime.now()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A signed amendment is carried out."""

import logging

import psycopg2

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...tools.amendments import END_KINDS, NEEDS, TERM_FIELDS
from ..signing.write_guard import lock, unlock

TODO = "mail.mail_activity_data_todo"
_logger = logging.getLogger(__name__)


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    applied_on = fields.Datetime(string="Carried Out On", readonly=True, copy=False)

    @api.model
    def _carry_out_waiting(self):
        """What was signed and could not be carried out then is tried again."""
        self.search(
            [
                ("kind", "=", "amendment"),
                ("state", "=", "signed"),
                ("applied_on", "=", False),
            ]
        )._carry_out()

    def action_carry_out(self):
        """Carry a signed amendment out, now that nothing stands in the way.

        :raise UserError: with what still stands in the way
        """
        self.check_access("write")
        for amendment in self.filtered(lambda a: a._is_to_carry_out()):
            # sudo: terms and state follow from what all parties signed
            amendment.sudo()._carry_out_changes()
        return True

    def _is_to_carry_out(self):
        self.ensure_one()
        is_signed = self.kind == "amendment" and self.state == "signed"
        return is_signed and not self.applied_on

    def _carry_out(self):
        """Bring the internships to what was signed; once, and never half.

        A signature stands whatever happens here: what can't be carried out now is a
        to-do of the coordinator, and is tried again every day.
        """
        for amendment in self.filtered(lambda a: a._is_to_carry_out()):
            try:
                with self.env.cr.savepoint():
                    amendment._carry_out_changes()
            except psycopg2.OperationalError:
                raise
            except (UserError, psycopg2.IntegrityError) as error:
                _logger.warning("Amendment %s not carried out: %s", amendment.id, error)
                amendment._ask_to_carry_out(str(error))

    def _carry_out_changes(self):
        self.ensure_one()
        case = self.internship_id
        mentor = case.mentor_id
        touched = self._change_terms(case)
        place = self.change_ids.filtered(lambda c: c.kind == "place").place_id
        if place:
            case.place_id = place
        touched.exists()._fix_by_agreement(self)
        unlock(self).write({"applied_on": fields.Datetime.now()})
        self.activity_unlink([TODO])
        self.env.flush_all()
        if case.mentor_id != mentor:
            case._pass_todos(mentor)
        is_longer = "extend" in self.change_ids.mapped("kind")
        today = fields.Date.context_today(self)
        if is_longer and case.state == "evaluation" and case.date_end >= today:
            case._transition("ongoing")
        case._message_log(body=self._get_log_sentence())
        case._end_as_agreed()

    def _change_terms(self, case):
        """Change the terms; returns those that follow from this amendment."""
        terms = unlock(case.term_ids)
        touched = terms.browse()
        for change in self.change_ids.filtered(lambda c: c.kind in END_KINDS):
            touched |= terms._amend_end(change.date_to)
        for change in self.change_ids.filtered(lambda c: c.kind == "suspend"):
            days = (change.date_from, change.date_to)
            touched |= unlock(case.term_ids)._amend_pause(*days)
        vals = {
            TERM_FIELDS[change.kind]: change[NEEDS[change.kind][-1]].id
            for change in self.change_ids
            if change.kind in TERM_FIELDS
        }
        if vals:
            terms = unlock(case.term_ids)
            touched |= terms._amend_values(vals, self.effective_date)
        return lock(touched)

    def _get_log_sentence(self):
        kinds = dict(self.change_ids._fields["kind"]._description_selection(self.env))
        return self.env._(
            "%(name)s was signed by all whom it concerns and holds from %(day)s: "
            "%(changes)s.",
            name=self.title,
            day=format_date(self.env, self.effective_date),
            changes=", ".join(kinds[kind] for kind in self.change_ids.mapped("kind")),
        )

    def _ask_to_carry_out(self, reason):
        """Give the coordinator one to-do with what stands in the way."""
        if self.activity_search([TODO]):
            return
        coordinator = self.internship_id._get_acting_coordinator()
        self.with_context(mail_activity_quick_update=True).activity_schedule(
            TODO,
            user_id=coordinator.id or self.env.uid,
            summary=self.env._("Signed, and can't be carried out yet"),
            note=reason,
        )


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    def _on_completed(self):
        result = super()._on_completed()
        self.agreement_ids._carry_out()
        return result

    def _notify_completed(self):
        """Who only takes note gets the signed text with those who signed."""
        result = super()._notify_completed()
        self.agreement_ids._mail_signed_text()
        return result

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The limit of a mentor, told in sentences and kept to."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.internship_states import HOLDING_STATES


class HrInternshipMentor(models.Model):
    _inherit = "hr.internship.mentor"

    @api.model
    def _describe_load(self, employee, period, internship):
        """How busy ``employee`` is in ``period`` with ``internship`` included.

        :returns: ``(sentence or False, is there no room for it)``
        """
        if not (employee and all(period)):
            return False, False
        others = self.env["hr.internship.term"]._get_busiest_terms(
            employee, period, without=internship
        )
        count = len(others[employee.id]) + 1
        mentor = self._find(employee)
        if not mentor:
            sentence = self.env._(
                "%(count)s at once in this period; not in the register of mentors.",
                count=count,
            )
            return sentence, False
        sentence = self.env._(
            "Guides %(count)s of %(capacity)s in this period, this intern included.",
            count=count,
            capacity=mentor.capacity,
        )
        return sentence, count > mentor.capacity

    @api.model
    def _add_load_to_names(self, people):
        """Add ``1/2``, taken and room, to the names in a list of choices.

        ``people`` are employees or their public profiles; the period comes from the
        context of the field.
        """
        context = self.env.context
        period = (context.get("mentor_load_from"), context.get("mentor_load_until"))
        if not (context.get("formatted_display_name") and all(period)):
            return
        days = tuple(fields.Date.to_date(day) for day in period)
        employees = self.env["hr.employee"].browse(people.ids)
        terms = self.env["hr.internship.term"]._get_busiest_terms(employees, days)
        lines = self._find(employees)
        capacities = {line.employee_id.id: line.capacity for line in lines}
        for person in people:
            taken, capacity = len(terms[person.id]), capacities.get(person.id)
            if capacity is not None:
                person.display_name = f"{person.display_name}\t--{taken}/{capacity}--"
            elif taken:
                person.display_name = f"{person.display_name}\t--{taken}--"

    def _get_over_capacity_text(self, capacity=None, states=None):
        """Which internships meet on the busiest day when there is no room for all."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        extra = {"states": states} if states else {}
        employee = self.employee_id._origin
        busiest = self.env["hr.internship.term"]._get_busiest_terms(
            employee, (today, None), **extra
        )
        terms = busiest.get(employee.id, self.env["hr.internship.term"])
        limit = self.capacity if capacity is None else capacity
        if len(terms) <= limit:
            return False
        return self.env._(
            "%(mentor)s has room for %(capacity)s, and %(count)s internships meet: "
            "%(names)s.",
            mentor=employee.name,
            capacity=limit,
            count=len(terms),
            names=", ".join(
                f"{term.internship_id.display_name} ({term._format_period()})"
                for term in terms
            ),
        )

    @api.onchange("capacity")
    def _onchange_capacity(self):
        text = self._get_over_capacity_text() if self._origin else False
        if not text:
            return {}
        return {
            "warning": {
                "title": self.env._("More interns than room"),
                "message": text,
            }
        }

    def write(self, vals):
        lowered = self.filtered(
            lambda mentor: vals.get("capacity", mentor.capacity) < mentor.capacity
        )
        is_leaving = "active" in vals and not vals["active"]
        leaving = self.filtered("active") if is_leaving else self.browse()
        result = super().write(vals)
        for mentor in lowered:
            mentor._check_lowered_capacity()
        if leaving:
            leaving.employee_id._warn_of_departure()
        return result

    def _check_lowered_capacity(self):
        """Refuse less room than what is planned, where the company blocks.

        :raise UserError: naming the internships
        """
        self.ensure_one()
        # the mentor's line was written: nobody takes a place at the same moment
        self.flush_recordset(["capacity"])
        company = self.company_id or self.env.company
        # sudo: a setting of the company
        if company.sudo().internship_capacity_policy != "block":
            return
        text = self._get_over_capacity_text(states=HOLDING_STATES)
        if text:
            raise UserError(
                self.env._(
                    "%(problem)s\nHand one of them over first, or keep the capacity.",
                    problem=text,
                )
            )

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Records of models that the scenario does not know, made from their fields."""

import base64

import psycopg2

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.models import MAGIC_COLUMNS
from odoo.tools import mute_logger

from .certificate_samples import certify
from .followup_samples import follow_up

SIMPLE_VALUES = {
    "char": "Sample",
    "text": "Sample",
    "html": "<p>Sample</p>",
    "integer": 1,
    "float": 1.0,
    "boolean": False,
    "date": fields.Date.today(),
    "datetime": fields.Datetime.now(),
    "binary": base64.b64encode(b"%PDF-1.4 sample"),
}
# A place that can be published.
PUBLISHABLE = dict.fromkeys(
    ("description", "deliverable", "profile"), "Sweep the floor"
)
PUBLISHABLE |= {
    "needs_dutch": True,
    "date_start": "2027-01-04",
    "date_end": "2027-02-26",
}
INTERNAL_ROLES = (
    "coordinator",
    "administrator",
    "manager",
    "mentor",
    "backup",
    "service",
)


class SampleMaker:
    """Makes the records that the sweep needs of every model of ours.

    A model that can't be filled by its fields alone is made by the scenario, in
    ``InternshipScenario``.
    """

    def __init__(self, scenario):
        self.scenario = scenario
        self.env = scenario.env

    def make_missing(self, models):
        """Make what is missing; return one sentence per model without a sample."""
        self._ask_surveys()
        self._join_service()
        for case in self.scenario.cases.values():
            self._fill_folder(case)
            self._make_ready(case)
            self._mail_digest(case)
            self._draw_up_amendment(case)
            self._give_power(case)
            follow_up(case)
            certify(case)
        self._plan_absences()
        return [
            f"{name}: no sample record, make one in InternshipScenario ({reason})"
            for name in models
            for reason in [self._make(self.env[name])]
            if not self.scenario.get_samples(name)
        ]

    def _join_service(self):
        """One of the users is in the service that lends and prepares things."""
        service = self.env.ref("stage_management.hr_internship_service_logistics")
        service.member_ids += self.scenario.users["service"]
        self.env["hr.internship.equipment"].create(
            [
                {
                    "internship_id": case.internship.id,
                    "name": f"Cupboard {case.canary}",
                    "service_id": service.id,
                }
                for case in self.scenario.cases.values()
            ]
        )

    def _fill_folder(self, case):
        """Somebody brought two documents twice; one of them is medical."""
        documents = case.internship.sudo().document_ids
        for kind in ("risk", "health"):
            document = documents.filtered(lambda doc, kind=kind: doc.kind == kind)
            for _time in range(2):
                document.write(
                    {"file": SIMPLE_VALUES["binary"], "file_name": "sample.pdf"}
                )

    def _make_ready(self, case):
        """Colleagues find the intern in the directory; past the open signatures."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_internship SET state = 'ready' WHERE id = %s",
            [case.internship.id],
        )
        case.internship.invalidate_recordset()

    def _give_power(self, case):
        """The director signs for the organisation, else the manager."""
        self.env["hr.internship.delegation"].create(
            {
                "user_id": case.director_user.id,
                "substitute_id": case.manager_user.id,
                "company_id": case.company.id,
                "source": f"Decision {case.key}",
            }
        )

    def _mail_digest(self, case):
        """Everybody of the case was told something by mail."""
        users = case.coordinator | case.mentor_user | case.backup_user
        users |= case.manager_user | case.director_user
        self.env["hr.internship.digest.line"].create(
            [
                {
                    "user_id": user.id,
                    "sent_on": fields.Date.today(),
                    "kind": "prepare",
                    "label": f"Prepare {case.canary}",
                    "url": f"/odoo/internships/{case.internship.id}",
                }
                for user in users
            ]
        )

    def _draw_up_amendment(self, case):
        """The internship lasts longer; nobody was asked to sign that yet."""
        self.env["hr.internship.agreement"].with_user(case.coordinator).sudo().create(
            {
                "internship_id": case.internship.id,
                "kind": "amendment",
                "organisation_signatory_id": case.coordinator.id,
                "change_ids": [
                    (0, 0, {"kind": "extend", "date_to": fields.Date.today()})
                ],
            }
        )

    def _ask_surveys(self):
        """Answers are made by the survey add-on's own method."""
        for case in self.scenario.cases.values():
            if hasattr(case.internship, "_ask_satisfaction"):
                case.internship.sudo()._ask_satisfaction()
                self._leave_out_answers(case.internship.sudo().satisfaction_answer_ids)

    def _plan_absences(self):
        """Absences of later, so that nobody is replaced yet."""
        later = fields.Date.add(fields.Date.today(), days=90)
        self.env["hr.internship.replacement"].sudo().create(
            [
                {"employee_id": person.id, "date_from": later, "date_to": later}
                for case in self.scenario.cases.values()
                for person in (case.mentor, case.backup, case.manager)
            ]
        )

    def _leave_out_answers(self, answers):
        self.env["survey.user_input.line"].sudo().create(
            [
                {
                    "user_input_id": answer.id,
                    "question_id": answer.survey_id.question_ids[:1].id,
                    "skipped": True,
                }
                for answer in answers
            ]
        )

    def _make(self, model):
        reason = ""
        if not model._auto:
            return "a view without rows"
        if model._transient:
            for role in INTERNAL_ROLES:
                user = self.scenario.users[role]
                reason = self._create(model, self.scenario.cases["a"], user) or reason
            other = self.scenario.cases["c"]
            return self._create(model, other, other.coordinator) or reason
        if model.sudo().search_count([], limit=1):
            return reason
        for case in self.scenario.cases.values():
            reason = self._create(model, case, case.coordinator) or reason
        return reason

    @mute_logger("odoo.sql_db")
    def _create(self, model, case, user):
        """Create one record as ``user``; return why it did not work."""
        records = model.with_user(user).with_company(case.company).sudo()
        try:
            with self.env.cr.savepoint():
                records.create(self._values(records, case))
                self.env.flush_all()
        except (UserError, AccessError, psycopg2.Error, ValueError) as error:
            return str(error).splitlines()[0]
        return ""

    def _values(self, model, case):
        defaults = model.default_get(list(model._fields))
        values = {}
        for name, field in model._fields.items():
            is_set = field.store and not field.compute and name not in MAGIC_COLUMNS
            if not is_set or name in defaults:
                continue
            if field.type == "many2one":
                values[name] = self._link(field, case)
            elif field.required:
                values[name] = self._simple_value(field)
        return {name: value for name, value in values.items() if value is not None}

    def _simple_value(self, field):
        if field.name == "file_name":
            return "sample.pdf"
        if field.type == "selection":
            return next(iter(field.get_values(self.env)), None)
        return SIMPLE_VALUES.get(field.type)

    def _link(self, field, case):
        """The record of the case that a Many2one most likely means."""
        known = {
            "hr.internship": case.internship,
            "hr.internship.place": case.place,
            "hr.internship.application": case.application,
            "hr.internship.agreement": case.agreement,
            "hr.internship.signature.request": case.request,
            "hr.study.programme": case.programme,
            "hr.internship.type": self.scenario.type,
            "hr.employee": case.mentor,
            "hr.department": case.department,
            "res.company": case.company,
            "res.users": case.coordinator,
            "res.partner": case.school if "school" in field.name else case.intern,
        }
        if field.comodel_name in known:
            return known[field.comodel_name].id
        if not field.required:
            return None
        records = self.env[field.comodel_name].sudo()
        is_of_case = "internship_id" in records._fields
        domain = [("internship_id", "=", case.internship.id)] if is_of_case else []
        return records.search(domain, limit=1).id or None

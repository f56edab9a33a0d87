# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One scenario for all sweeps: three internships of people who don't know each other.

Internship ``a`` is the one in which every role has its part, ``b`` is of other people
in the same company, ``c`` is of another company. What belongs to each is in
``self.cases``; the word in its names that nobody else may read is its ``canary``.
"""

from types import SimpleNamespace

from dateutil.relativedelta import relativedelta

from odoo import fields
from odoo.tests import new_test_user

from .agreement_samples import annex_values, template_values
from .samples import PUBLISHABLE, SampleMaker

OURS = ("stage_management", "stage_management_portal", "stage_management_survey")
CANARIES = {"a": "Kwikstaart", "b": "Boomvalk", "c": "Zeearend"}
ROLES = (
    "public",
    "intern",
    "supervisor",
    "employee",
    "mentor",
    "backup",
    "manager",
    "service",
    "coordinator",
    "administrator",
)
# Models of others that the matrix may name.
EXTENDED = ("res.partner", "survey.")
PORTAL_ROLES = ("public", "intern", "supervisor")
QUIET = {"no_reset_password": True, "mail_create_nolog": True, "mail_notrack": True}


def our_models(env):
    """Names of the models that our add-ons define, without the abstract ones."""
    return sorted(
        name
        for name, model in env.registry.items()
        if model._original_module in OURS and not model._abstract
    )


class InternshipScenario:
    """Mixin of test classes: builds the scenario once per class.

    ``cls.users`` holds a real user per role, ``cls.cases`` the three internships.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, **QUIET})
        cls.baseline = cls._get_last_ids()
        cls.company = cls.env.company
        cls.other_company = cls.env["res.company"].create({"name": "Agency Two"})
        cls.type = cls.env["hr.internship.type"].create({"name": "Sweep practice"})
        cls._create_templates()
        cls.cases = {}
        companies = {"a": cls.company, "b": cls.company, "c": cls.other_company}
        for key, company in companies.items():
            cls.cases[key] = cls._create_case(key, company)
        cls._create_role_users()
        cls.env.flush_all()
        cls.sample_problems = SampleMaker(cls).make_missing(our_models(cls.env))
        cls.env.invalidate_all()

    @classmethod
    def _get_last_ids(cls):
        """The last id of every model, so that older records stay out of the sweep."""
        last_ids = {}
        for name, model in cls.env.registry.items():
            is_swept = model._original_module in OURS or name.startswith(EXTENDED)
            if is_swept and model._auto and not model._abstract:
                records = cls.env[name].sudo().with_context(active_test=False)
                last_ids[name] = records.search([], order="id desc", limit=1).id
        return last_ids

    @classmethod
    def _create_templates(cls):
        companies = cls.company | cls.other_company
        cls.env["hr.internship.agreement.template"].create(template_values(companies))

    @classmethod
    def _create_case(cls, key, company):
        """Everything that belongs to one internship, up to the first signature."""
        case = SimpleNamespace(key=key, company=company, canary=CANARIES[key])
        case.coordinator = (
            cls.cases["a"].coordinator
            if key == "b"
            else cls._create_user(case, "coordinator", "coordinator")
        )
        cls._create_school(case)
        cls._create_organisation(case)
        cls._create_offer(case)
        cls._create_internship(case)
        cls._create_agreement(case)
        return case

    @classmethod
    def _create_user(cls, case, role, group=None, **values):
        """A user of ``case``; ``group`` is one of ours, none for a plain employee."""
        return new_test_user(
            cls.env,
            f"sweep_{role}_{case.key}",
            groups=f"stage_management.group_{group}" if group else "base.group_user",
            **{
                "name": f"{role.capitalize()} {case.key.upper()}",
                "email": f"{role}.{case.key}@sweep.example",
                "company_id": case.company.id,
                "company_ids": [(6, 0, case.company.ids)],
                **values,
            },
        )

    @classmethod
    def _create_outsider(cls, case, role, **values):
        """A portal user of ``case`` whose name holds the canary."""
        user = new_test_user(
            cls.env,
            f"sweep_{role}_{case.key}",
            groups="base.group_portal",
            name=f"{role.capitalize()} {case.canary}",
            email=f"{role}.{case.key}@sweep.example",
            company_id=case.company.id,
            company_ids=[(6, 0, case.company.ids)],
        )
        user.partner_id.write(values)
        return user

    @classmethod
    def _create_school(cls, case):
        case.school = cls.env["res.partner"].create(
            {"name": f"School {case.canary}", "is_company": True, "is_school": True}
        )
        case.programme = cls.env["hr.study.programme"].create(
            {"name": f"Programme {case.key}", "school_id": case.school.id}
        )
        case.intern_user = cls._create_outsider(case, "intern")
        case.supervisor_user = cls._create_outsider(
            case, "supervisor", parent_id=case.school.id
        )
        case.intern = case.intern_user.partner_id
        case.supervisor = case.supervisor_user.partner_id

    @classmethod
    def _create_organisation(cls, case):
        """A department below another one, and those who work there."""
        for role in ("director", "manager", "mentor", "backup"):
            employee = cls._create_employee(case, role)
            setattr(case, role, employee)
            setattr(case, f"{role}_user", employee.user_id)
        Department = cls.env["hr.department"]
        company = {"company_id": case.company.id}
        case.directorate = Department.create(
            {"name": f"Above {case.key}", "manager_id": case.director.id, **company}
        )
        case.department = Department.create(
            {
                "name": f"Department {case.key}",
                "parent_id": case.directorate.id,
                "manager_id": case.manager.id,
                **company,
            }
        )
        (case.manager | case.mentor | case.backup).department_id = case.department
        cls.env["hr.internship.mentor"].create(
            [{"employee_id": case.mentor.id}, {"employee_id": case.backup.id}]
        )

    @classmethod
    def _create_employee(cls, case, role):
        return cls.env["hr.employee"].create(
            {
                "name": f"{role.capitalize()} {case.key.upper()}",
                "user_id": cls._create_user(case, role).id,
                "company_id": case.company.id,
            }
        )

    @classmethod
    def _create_offer(cls, case):
        """A published place with a candidate, and two places that wait for a choice."""
        Place = case_env(case, cls.env)["hr.internship.place"]
        vals = {
            "type_id": cls.type.id,
            "department_id": case.department.id,
            "company_id": case.company.id,
            "domain_ids": cls.env["hr.internship.domain"].search([], limit=1).ids,
            **PUBLISHABLE,
        }
        case.place, case.proposal, _backups = Place.create(
            [
                {**vals, "name": f"Place {case.key}", "mentor_id": case.mentor.id},
                {**vals, "name": f"Proposal {case.key}", "mentor_id": case.mentor.id},
                {**vals, "name": f"Backup's {case.key}", "mentor_id": case.backup.id},
            ]
        )
        case.place.action_select()
        case.place.action_publish()
        case.application = case_env(case, cls.env)["hr.internship.application"].create(
            {
                "partner_name": case.intern.name,
                "email_from": case.intern.email,
                "partner_id": case.intern.id,
                "school_id": case.school.id,
                "proposed_by_id": case.supervisor.id,
                "place_id": case.place.id,
                "company_id": case.company.id,
                "subject": f"Subject {case.canary}",
            }
        )
        case.application._transition("interview")

    @classmethod
    def _create_internship(cls, case):
        start = fields.Date.today() + relativedelta(days=10)
        case.internship = case_env(case, cls.env)["hr.internship"].create(
            {
                "partner_id": case.intern.id,
                "school_id": case.school.id,
                "supervisor_id": case.supervisor.id,
                "programme_id": case.programme.id,
                "place_id": case.place.id,
                "application_id": case.application.id,
                "type_id": cls.type.id,
                "company_id": case.company.id,
                "coordinator_id": case.coordinator.id,
                "subject": f"Subject {case.canary}",
                "assignment": f"<p>Assignment {case.canary}</p>",
                "lang": "en_US",
                "mentor_id": case.mentor.id,
                "backup_id": case.backup.id,
                "department_id": case.department.id,
                "date_start": start,
                "date_end": start + relativedelta(days=40),
            }
        )
        case.internship.action_prepare()

    @classmethod
    def _create_agreement(cls, case):
        """Send the agreement; the intern signs, so that there is an act."""
        env = case_env(case, cls.env)
        case.agreement = env["hr.internship.agreement"].create(
            {"internship_id": case.internship.id, "annex_ids": annex_values(case)}
        )
        case.agreement.action_send()
        case.request = case.agreement.request_id
        request = case.request.with_user(case.intern_user)
        request._sign(request.sudo().my_signatory_id, "portal", case.intern.name)

    @classmethod
    def _create_role_users(cls):
        own = cls.cases["a"]
        cls.users = {
            "public": cls.env.ref("base.public_user"),
            "intern": own.intern_user,
            "supervisor": own.supervisor_user,
            "employee": cls._create_user(own, "employee"),
            "mentor": own.mentor_user,
            "backup": own.backup_user,
            "manager": own.manager_user,
            "service": cls._create_user(own, "service"),
            "coordinator": own.coordinator,
            "administrator": cls._create_user(own, "administrator", "administrator"),
        }
        cls.env["hr.employee"].create(
            {"name": "Employee A", "user_id": cls.users["employee"].id}
        )

    @classmethod
    def get_samples(cls, model):
        """Records of the scenario; where it made none, all that there are."""
        records = cls.env[model].sudo().with_context(active_test=False)
        domain = [("id", ">", cls.baseline.get(model) or 0)]
        if model == "res.partner":
            # core has its own rules for the contacts of colleagues
            domain += [("partner_share", "=", True), ("employee_ids", "=", False)]
        return records.search(domain) or records.search([], limit=20)


def case_env(case, env):
    """The environment in which the coordinator of the case works."""
    return env(user=case.coordinator, su=False)

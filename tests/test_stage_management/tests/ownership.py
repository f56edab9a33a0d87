# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which records of the scenario are "own" for a role, as design §5 means it.

A model whose own records are not simply those of internship ``a`` has a function in
``OWN``: ``(scenario, record, role, operation) -> bool``.
"""

# What was told to one person only, whatever their part in an internship.
PERSONAL = ("hr.internship.digest.line", "hr.internship.replacement")
# How a record is tied to an internship, tried in this order.
PATHS = (
    "internship_id",
    "request_id.internship_id",
    "agreement_id.internship_id",
    "user_input_id.internship_id",
    "signatory_id.request_id.internship_id",
)


def case_of(scenario, record):
    """The case that a record belongs to, or ``None``."""
    internship = record.browse() if record._name != "hr.internship" else record
    for path in PATHS:
        if not internship and path.split(".")[0] in record._fields:
            internship = record.mapped(path)
    for case in scenario.cases.values():
        if internship and internship.id == case.internship.id:
            return case
    return None


def company_of(scenario, record):
    """The company that a record belongs to; empty for what is shared."""
    if "company_id" in record._fields and record._name not in ("res.partner",):
        return record.company_id
    case = case_of(scenario, record)
    return case.company if case else scenario.env["res.company"]


def is_own(scenario, record, role, operation):
    """Whether ``record`` is one of the role's own."""
    if record._transient:
        return record.create_uid == scenario.users[role]
    if record._name in OWN:
        return OWN[record._name](scenario, record, role, operation)
    return case_of(scenario, record) is scenario.cases["a"]


def _is_person(scenario, record, role):
    return record.partner_id == scenario.users[role].partner_id


def _own_line(scenario, record, role, _operation):
    """Portal users have their own line only, colleagues those of own interns."""
    if role in ("intern", "supervisor"):
        return _is_person(scenario, record, role)
    return case_of(scenario, record) is scenario.cases["a"]


def _own_answers(scenario, record, role, _operation):
    person = record.partner_id if "partner_id" in record._fields else (
        record.user_input_id.partner_id
    )  # fmt: skip
    return person == scenario.users[role].partner_id


def _own_agreement(scenario, record, role, _operation):
    """Outside the organisation from the moment it is sent for signature."""
    is_shown = role not in ("intern", "supervisor") or record.state != "draft"
    return is_shown and case_of(scenario, record) is scenario.cases["a"]


def _own_application(scenario, record, role, _operation):
    """The candidate's own, the proposer's; for a mentor those to interview."""
    if role == "mentor":
        is_mine = record.place_id.mentor_id.user_id == scenario.users[role]
        return is_mine and record.state == "interview"
    me = scenario.users[role].partner_id
    return me in (record.partner_id | record.proposed_by_id)


def _own_interview(scenario, record, role, _operation):
    """Those that the mentor holds."""
    return record.mentor_user_id == scenario.users[role]


def _own_place(scenario, record, role, operation):
    """Own department; what is published is harmless; a proposal is its proposer's."""
    own = scenario.cases["a"]
    in_department = role != "service" and record.department_id == own.department
    if operation == "read":
        is_published = record.state in ("published", "filled")
        return in_department or (is_published and record.company_id == own.company)
    if record.state != "proposed" or not in_department:
        return False
    return role == "manager" or record.mentor_id.user_id == scenario.users[role]


def _own_register_line(scenario, record, role, _operation):
    return record.employee_id.user_id == scenario.users[role]


def _own_mail(scenario, record, role, _operation):
    return record.user_id == scenario.users[role]


def _own_contact(scenario, record, role, _operation):
    """Core lets portal users read their own commercial entity."""
    me = scenario.users[role].partner_id
    return record.commercial_partner_id == me.commercial_partner_id


def _own_annex(scenario, record, role, _operation):
    """What is confidential is for the intern alone."""
    is_of_case = case_of(scenario, record) is scenario.cases["a"]
    return is_of_case and (role == "intern" or not record.is_confidential)


def _own_document(scenario, record, role, _operation):
    """What is medical is for the intern alone; the type says who sees the rest."""
    document = record
    if record._name == "hr.internship.document.version":
        document = record.document_id
    if case_of(scenario, document) is not scenario.cases["a"]:
        return False
    sees = {
        "intern": True,
        "supervisor": document.school_sees,
        "manager": document.manager_sees,
    }
    is_private = document.is_medical and role != "intern"
    return sees.get(role, document.mentor_sees) and not is_private


def _own_certificate(scenario, record, role, operation):
    """Interns read what was issued to them; mentors write letters in draft only."""
    if case_of(scenario, record) is not scenario.cases["a"]:
        return False
    if role == "intern":
        return record.state == "issued"
    is_draft = record.kind == "reference" and record.state == "draft"
    return operation == "read" or is_draft


def _own_of_service(scenario, record, role, _operation):
    """For a service what it takes care of, of whomever; for others own interns."""
    if role != "service":
        return case_of(scenario, record) is scenario.cases["a"]
    user = scenario.users[role]
    is_ours = company_of(scenario, record) in user.company_ids
    return is_ours and user in record.service_id.member_ids


OWN = {
    "hr.internship.agreement": _own_agreement,
    "hr.internship.certificate": _own_certificate,
    "hr.internship.checklist.line": _own_of_service,
    "hr.internship.equipment": _own_of_service,
    "hr.internship.document": _own_document,
    "hr.internship.document.version": _own_document,
    "hr.internship.digest.line": _own_mail,
    "hr.internship.application": _own_application,
    "hr.internship.interview": _own_interview,
    "hr.internship.mentor": _own_register_line,
    "hr.internship.participant": _own_line,
    "hr.internship.place": _own_place,
    "hr.internship.replacement": _own_register_line,
    "hr.internship.signatory": _own_line,
    "hr.internship.signature.annex": _own_annex,
    "res.partner": _own_contact,
    "survey.user_input": _own_answers,
    "survey.user_input.line": _own_answers,
}

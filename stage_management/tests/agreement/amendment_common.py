# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An internship with a signed agreement, and how to amend it."""

from odoo.fields import Date
from odoo.tests import freeze_time, new_test_user

from ..common import InternshipCommon

TODAY = "2027-03-01"
START, END = Date.to_date("2027-02-01"), Date.to_date("2027-04-30")


class AmendmentCommon(InternshipCommon):
    """The internship runs from 1 February to 30 April; today is 1 March 2027."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(TODAY))
        cls.users = {
            "intern": cls._portal_user(cls.intern),
            "school": cls._portal_user(cls.supervisor),
            "organisation": cls.director,
            "mentor": cls.mentor.user_id,
        }
        cls.successor = cls._employee("Mentor Two", login="mentor-2")
        cls.internship = cls._internship()
        cls.internship.with_user(cls.coordinator).action_prepare()
        cls.agreement = cls.env["hr.internship.agreement"].create(
            {"internship_id": cls.internship.id}
        )
        cls.agreement.with_user(cls.coordinator).action_send()
        cls._sign_all(cls.agreement)
        cls._set_state("ongoing")

    @classmethod
    def _portal_user(cls, partner):
        return new_test_user(
            cls.env,
            partner.email,
            groups="base.group_portal",
            partner_id=partner.id,
            name=partner.name,
        )

    @classmethod
    def _set_state(cls, state):
        """Past the guards of the preparation, which have tests of their own."""
        cls.env.flush_all()
        cls.env.cr.execute(
            "UPDATE hr_internship SET state = %s WHERE id = %s",
            [state, cls.internship.id],
        )
        cls.internship.invalidate_recordset()

    @classmethod
    def _sign(cls, agreement, role):
        request = agreement.request_id
        signatory = request.signatory_ids.filtered(
            lambda s: s.role == role and s.state == "to_sign"
        )[:1]
        user = signatory.partner_id.user_ids[:1]
        request.with_user(user)._sign(
            signatory.with_user(user),
            "portal" if user.share else "backend",
            user.name,
        )

    @classmethod
    def _sign_all(cls, agreement):
        request = agreement.request_id
        while request.state == "signing":
            turn = request.signatory_ids.filtered(lambda s: s.state == "to_sign")
            cls._sign(agreement, turn[:1].role)
        cls.env.flush_all()

    @classmethod
    def _amendment(cls, *changes, day=TODAY, **values):
        """A draft with these changes: ``(kind, {field: value})``."""
        action = cls.internship.with_user(cls.coordinator).action_draw_up_amendment()
        amendment = (
            cls.env["hr.internship.agreement"]
            .browse(action["res_id"])
            .with_user(cls.coordinator)
        )
        lines = [(0, 0, {"kind": kind, **vals}) for kind, vals in changes]
        amendment.write({"effective_date": day, "change_ids": lines, **values})
        return amendment

    @classmethod
    def _signed(cls, *changes, **values):
        amendment = cls._amendment(*changes, **values)
        amendment.action_send()
        cls._sign_all(amendment)
        return amendment

    @classmethod
    def _minor(cls):
        """Let the intern be 17, with a mother who signs."""
        cls.intern.birthdate = "2009-09-01"
        guardian = cls._partner("Guardian One")
        cls.env["hr.internship.participant"].create(
            {
                "internship_id": cls.internship.id,
                "partner_id": guardian.id,
                "role": "guardian",
            }
        )
        cls._portal_user(guardian)
        return guardian

    def _spans(self):
        """Terms as ``(kind, from, to, mentor)``."""
        return [
            (
                term.kind,
                Date.to_string(term.date_from),
                Date.to_string(term.date_to),
                term.mentor_id.name,
            )
            for term in self.internship.term_ids.sorted("date_from")
        ]

    def _roles(self, amendment):
        return set(amendment.request_id.signatory_ids.mapped("role"))

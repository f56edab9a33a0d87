# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import FolderCommon


@tagged("post_install", "-at_install")
class TestCost(FolderCommon):
    def _cost(self, **values):
        return (
            self.env["hr.internship.cost"]
            .with_user(self.coordinator)
            .create(
                {
                    "internship_id": self.internship.id,
                    "kind": "transport",
                    "agreed_amount": 120,
                    **values,
                }
            )
        )

    def test_agreed_claimed_paid(self):
        self.company.internship_cost_procedure = "Each month"
        cost = self._cost()
        self.assertEqual((cost.state, cost.procedure), ("agreed", "Each month"))
        cost.write({"claimed_amount": 98.4, "claimed_on": "2027-03-01"})
        self.assertEqual(cost.state, "claimed")
        cost.paid_on = "2027-03-15"
        self.assertEqual(cost.state, "paid")
        self.assertEqual(self.internship.cost_count, 1)

    def test_what_does_not_fit_together_is_refused(self):
        table = [
            ({"claimed_on": "2027-03-01"}, "amount that was claimed"),
            ({"paid_on": "2027-03-01"}, "claimed before it is paid"),
            (
                {
                    "claimed_amount": 10,
                    "claimed_on": "2027-03-02",
                    "paid_on": "2027-03-01",
                },
                "paid before it was claimed",
            ),
        ]
        for values, words in table:
            with (
                self.subTest(values=values),
                self.assertRaisesRegex(ValidationError, words),
            ):
                self._cost(**values)

    def test_claimed_cost_is_not_deleted(self):
        cost = self._cost(claimed_amount=10, claimed_on="2027-03-01")
        with self.assertRaisesRegex(UserError, "stays on record"):
            cost.unlink()
        self._cost().unlink()

    def test_proof_is_checked(self):
        with self.assertRaisesRegex(UserError, "is not the kind of file"):
            self._cost(file=self._encode(b"MZ renamed"), file_name="ticket.pdf")

    def test_costs_are_no_matter_of_mentors_and_managers(self):
        cost = self._cost()
        for person in (self.mentor, self.manager):
            with self.assertRaises(AccessError):
                cost.with_user(person.user_id).read(["agreed_amount"])
            with self.assertRaises(AccessError):
                self.internship.with_user(person.user_id).read(["cost_count"])

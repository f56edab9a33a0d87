# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Last year's place again."""

from dateutil.relativedelta import relativedelta

from odoo import fields, models
from odoo.exceptions import UserError


class HrInternshipPlace(models.Model):
    _inherit = "hr.internship.place"

    previous_place_id = fields.Many2one(
        "hr.internship.place",
        string="Offered Before As",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    next_place_ids = fields.One2many(
        "hr.internship.place",
        "previous_place_id",
        string="Offered Again As",
        context={"active_test": False},
    )

    _previous_unique = models.UniqueIndex(
        "(previous_place_id) WHERE previous_place_id IS NOT NULL",
        "This place is offered again already.",
    )

    def action_offer_again(self):
        """Propose these places once more, a year later; a second click opens them."""
        places = self.browse()
        for place in self:
            places |= place.next_place_ids[:1] or place._copy_for_next_year()
        return places._open_places()

    def _copy_for_next_year(self):
        self.ensure_one()
        self._check_department_exists()
        # sudo: whether a colleague still works here.
        staff = self.sudo()
        return self.copy(
            {
                "previous_place_id": self.id,
                "name": self.name,
                "mentor_id": staff.mentor_id.active and staff.mentor_id.id,
                "backup_id": staff.backup_id.active and staff.backup_id.id,
                **self._dates_next_year(),
                "active": True,
            }
        )

    def _check_department_exists(self):
        # sudo: an archived department is not found by everyone.
        department = self.sudo().department_id
        if not department.active:
            raise UserError(
                self.env._(
                    "The department “%(department)s” no longer exists: give the place "
                    "to another department first.",
                    department=department.name,
                )
            )

    def _dates_next_year(self):
        return {
            name: self[name] and self[name] + relativedelta(years=1)
            for name in ("date_start", "date_end", "apply_until")
        }

    def _open_places(self):
        action = {
            "type": "ir.actions.act_window",
            "name": self.env._("Offered Again"),
            "res_model": self._name,
            "view_mode": "list,form",
            "domain": [("id", "in", self.ids)],
            "context": {"active_test": False},
        }
        if len(self) == 1:
            action.update(view_mode="form", res_id=self.id)
        return action

    def action_open_previous(self):
        """Open the place that this one repeats."""
        self.ensure_one()
        return self.previous_place_id._open_places()

    def action_open_next(self):
        """Open the place that repeats this one."""
        self.ensure_one()
        return self.next_place_ids[:1]._open_places()

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""States that change only along a table."""

from collections import defaultdict

from markupsafe import Markup

from odoo import api, models
from odoo.exceptions import AccessError, UserError


class HrInternshipTransitionMixin(models.AbstractModel):
    """Check every change of ``state``, whoever makes it and however.

    A model names its table in :meth:`_transition_table` and who has which role in
    :meth:`_transition_roles`. Writing ``state`` *is* the transition: buttons, drag
    and drop, RPC and crons take the same path. The superuser is held to the table
    and to the guards, not to the roles.
    """

    _name = "hr.internship.transition.mixin"
    _description = "Internship State Transitions"

    @api.model
    def _transition_table(self):
        """The :class:`TransitionTable` of the model."""
        raise NotImplementedError

    def _transition_roles(self):
        """Names of the roles that the current user has for this record, as a set."""
        self.ensure_one()
        is_coordinator = self.env.user.has_group("stage_management.group_coordinator")
        return {"coordinator"} if is_coordinator else set()

    def _get_guards(self, target):
        """What stands in the way of ``target``: ``{id: [Guard, …]}``."""
        return {record.id: [] for record in self}

    def _before_transition(self, source, target):
        """Called per source state, after the checks and before the write."""

    def _after_transition(self, source, target):
        """Called per source state, after the write."""

    def _transition(self, target, **details):
        """Bring the records to ``target``; ``details`` are written with it.

        :raise UserError: when the table or a guard says no
        :raise AccessError: when the user may not decide it
        """
        return self.write({**details, "state": target})

    @api.model_create_multi
    def create(self, vals_list):
        initial = self._transition_table().initial
        if not self.env.su:
            for vals in vals_list:
                if vals.get("state", initial) != initial:
                    raise UserError(
                        self.env._("A new record starts at its first state.")
                    )
        return super().create(vals_list)

    def write(self, vals):
        target = vals.get("state")
        if not target:
            return super().write(vals)
        by_source = defaultdict(self.browse)
        for record in self:
            if record.state != target:
                by_source[record.state] |= record
        for source, records in by_source.items():
            records._check_transition(source, target)
            records._before_transition(source, target)
        result = super().write(vals)
        for source, records in by_source.items():
            records._after_transition(source, target)
        return result

    def _check_transition(self, source, target):
        step = self._transition_table().find(source, target)
        if not step:
            labels = dict(self._fields["state"]._description_selection(self.env))
            raise UserError(
                self.env._(
                    "%(name)s is “%(current)s” and can't become “%(wanted)s”.",
                    name=self[0].display_name,
                    current=labels.get(source, source),
                    wanted=labels.get(target, target),
                )
            )
        if not self.env.su:
            self._check_transition_roles(step)
        if step.guarded:
            self._check_guards(target)

    def _check_transition_roles(self, step):
        for record in self:
            if not step.roles & record._transition_roles():
                raise AccessError(
                    self.env._(
                        "You may not take this step for %(name)s: ask the coordinator.",
                        name=record.display_name,
                    )
                )

    def _check_guards(self, target):
        """Raise the sentences of all blocking guards at once."""
        guards = self._get_guards(target)
        for record in self:
            sentences = [g.sentence for g in guards[record.id] if g.blocking]
            if sentences:
                raise UserError(
                    "\n".join([record.display_name, *(f"• {s}" for s in sentences)])
                )

    @api.model
    def _render_guards(self, guards):
        """An HTML list of guards, or False when there is none."""
        rows = [
            Markup('<li class="%s">%s%s</li>')
            % (
                "" if guard.blocking else "text-muted",
                guard.sentence,
                Markup(' <span class="text-muted">(%s)</span>') % guard.provider
                if guard.provider
                else "",
            )
            for guard in guards
        ]
        return (
            Markup('<ul class="mb-0">%s</ul>') % Markup().join(rows) if rows else False
        )

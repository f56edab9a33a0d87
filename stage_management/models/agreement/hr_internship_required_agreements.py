# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which agreements an internship needs: ours, the school's, or both."""

from odoo import api, fields, models

from ...tools.extension import Guard

_STATE_IN_FOLDER = {"to_sign": "to_sign", "signed": "accepted"}
_ALIVE = ("draft", "to_sign", "signed")
# what the school says → whose agreements are needed, the one that counts first
SOURCES = {"own": ("own",), "school": ("school",), "both": ("own", "school")}


class HrInternship(models.Model):
    """Whether there must be an agreement follows from the type of internship, whose
    agreement it is from the school.
    """

    _inherit = "hr.internship"

    agreement_id = fields.Many2one(
        "hr.internship.agreement",
        compute="_compute_agreement_id",
        store=True,
        index="btree_not_null",
    )
    school_agreement_id = fields.Many2one(
        "hr.internship.agreement",
        string="Agreement of the School",
        compute="_compute_agreement_id",
        store=True,
        index="btree_not_null",
    )
    agreement_state = fields.Selection(
        related="agreement_id.state", string="State of the Agreement"
    )
    school_agreement_state = fields.Selection(
        related="school_agreement_id.state", string="State of the School's Agreement"
    )
    agreement_signatory_ids = fields.One2many(related="agreement_id.signatory_ids")
    agreement_source = fields.Selection(
        related="school_id.internship_agreement_source",
        string="Agreements Needed",
        store=True,
    )

    @api.depends(
        "agreement_ids.state",
        "agreement_ids.kind",
        "agreement_ids.source",
        "agreement_source",
    )
    def _compute_agreement_id(self):
        """The agreements that count: the last that is not refused or withdrawn.

        ``agreement_id`` is ours, or the school's where only that one is needed;
        ``school_agreement_id`` is the second one, where both are needed.
        """
        for internship in self:
            first, *others = internship._get_agreement_sources()
            internship.agreement_id = internship._choose_agreement(first)
            internship.school_agreement_id = (
                internship._choose_agreement("school") if others else False
            )

    def _get_agreement_sources(self):
        """Whose agreements are needed: *own*, *school*; the one that counts first."""
        self.ensure_one()
        return SOURCES[self.agreement_source or "own"]

    def _choose_agreement(self, source):
        """The last agreement of that source, before those that are of no use."""
        agreements = self.agreement_ids.filtered(
            lambda a: a.kind == "individual" and a.source == source
        ).sorted("id", reverse=True)
        alive = agreements.filtered(lambda agreement: agreement.state in _ALIVE)
        return (alive or agreements)[:1]

    @api.depends("agreement_ids.state", "agreement_source")
    def _compute_blocker_html(self):
        return super()._compute_blocker_html()

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target not in ("ready", "ongoing"):
            return guards
        for internship in self:
            if internship.type_id.counts_as_work:
                guards[internship.id] += internship._get_agreement_guards()
        return guards

    def _get_agreement_guards(self):
        """A guard for each agreement that is needed and not signed by all."""
        self.ensure_one()
        guards = [
            self._agreement_guard(self._get_required_agreement(source), source)
            for source in self._get_agreement_sources()
        ]
        return [guard for guard in guards if guard]

    def _get_required_agreement(self, source):
        """The agreement of a source that is needed; an empty one without."""
        self.ensure_one()
        is_first = source == self._get_agreement_sources()[0]
        return self.agreement_id if is_first else self.school_agreement_id

    def _agreement_guard(self, agreement, source):
        """The guard of an agreement that is not signed by all, or ``None``."""
        if agreement.state == "signed":
            return None
        is_ours = source == "own"
        if agreement.state != "to_sign":
            return Guard(
                self.env._("The agreement has not been sent for signature.")
                if is_ours
                else self.env._(
                    "The agreement of the school has not been sent for signature."
                ),
                self.env._("coordinator"),
            )
        # sudo: who still has to sign is shown to everyone who prepares the start.
        waiting = agreement.sudo().request_id.signatory_ids.filtered(
            lambda signatory: signatory.state in ("waiting", "to_sign")
        )
        return Guard(
            self.env._("The agreement is not signed by all.")
            if is_ours
            else self.env._("The agreement of the school is not signed by all."),
            ", ".join(waiting.partner_id.mapped("name")),
        )

    def _get_document_states(self):
        """How far the agreements are, for the folder of the internship."""
        states = super()._get_document_states()
        codes = {"own": "agreement", "school": "school_agreement"}
        for internship in self:
            for source in internship._get_agreement_sources():
                agreement = internship._get_required_agreement(source)
                state = _STATE_IN_FOLDER.get(agreement.state, "missing")
                states[internship.id][codes[source]] = {"state": state}
        return states

    def _get_wanted_types(self, types):
        """Ours only where it is needed; the school's where that is."""
        wanted = super()._get_wanted_types(types)
        sources = self._get_agreement_sources()
        if sources == ("own",) or not self.type_id.counts_as_work:
            return wanted
        if "own" not in sources:
            wanted = wanted.filtered(lambda kind: kind.code != "agreement")
        return wanted | wanted.search([("code", "=", "school_agreement")])

    def action_draw_up_agreement(self):
        """Open the agreement of this internship, made from the template if needed."""
        self.ensure_one()
        source = self._get_agreement_sources()[0]
        return self._open_agreement(self.agreement_id, source)

    def action_draw_up_school_agreement(self):
        """Open the agreement of the school, to add its file and send it."""
        self.ensure_one()
        agreement = self._choose_agreement("school")
        return self._open_agreement(agreement, "school")

    def _open_agreement(self, agreement, source):
        if agreement.state not in _ALIVE:
            agreement = self.env["hr.internship.agreement"].create(
                {"internship_id": self.id, "source": source}
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship.agreement",
            "res_id": agreement.id,
            "view_mode": "form",
        }

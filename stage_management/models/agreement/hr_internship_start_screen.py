# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Agreements that others still have to sign."""

from odoo import api, models

from ...tools.extension import StartLine, StartTile


class HrInternshipStartScreen(models.AbstractModel):
    _inherit = "hr.internship.start.screen"

    @api.model
    def _get_tiles(self):
        tile = StartTile(
            name="agreements_to_sign",
            title=self.env._("Agreements being signed"),
            model="hr.internship.agreement",
            domain=[("state", "=", "to_sign"), ("kind", "!=", "framework")],
            order="id",
            action="stage_management.hr_internship_agreement_action",
            context={"search_default_to_sign": 1},
            notes="_get_waiting_notes",
            icon="fa-file-text-o",
            sequence=55,
        )
        return [*super()._get_tiles(), tile, self._get_framework_tile()]

    @api.model
    def _get_framework_tile(self):
        return StartTile(
            name="frameworks_ending",
            title=self.env._("Framework agreements that end"),
            model="hr.internship.agreement",
            domain=[("validity", "=", "ending")],
            order="in_force_until, id",
            action="stage_management.hr_internship_framework_action",
            context={"search_default_ending": 1},
            date_field="in_force_until",
            icon="fa-university",
            tone="warning",
            sequence=90,
        )


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_start_line_fields(self):
        fields = super()._get_start_line_fields()
        return [*fields, "agreement_id", "school_agreement_id"]

    def _get_missing_pieces(self):
        missing = super()._get_missing_pieces()
        for internship in self.filtered("type_id.counts_as_work"):
            guards = internship._get_agreement_guards()
            missing[internship.id] += [guard.sentence for guard in guards]
        return missing


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    def _get_start_lines(self):
        """``{id: StartLine}`` for the lists of the start screen."""
        # sudo: those who may read the agreement may know whose it is
        return {
            agreement.id: StartLine(
                agreement.sudo().partner_id.name or agreement.title or "",
                agreement.sudo().school_id.name or "",
            )
            for agreement in self
        }

    def _get_waiting_notes(self):
        """Whose signature is waited for now: ``{id: sentence}``."""
        notes = {}
        for agreement in self:
            # sudo: as the agreement itself shows
            waiting = agreement.sudo().signatory_ids.filtered(
                lambda signatory: signatory.state == "to_sign"
            )
            names = ", ".join(waiting.partner_id.mapped("name"))
            notes[agreement.id] = self.env._("Waits for %(names)s", names=names)
        return notes

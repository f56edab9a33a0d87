# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Hand internships over to another mentor."""

from odoo import api, fields, models

from ...tools.internship_states import LIVE_STATES
from ...tools.periods import busiest_day


class HrInternshipHandover(models.TransientModel):
    """Ask to whom and from when; say what follows before it is done."""

    _name = "hr.internship.handover"
    _description = "Handover to Another Mentor"

    internship_ids = fields.Many2many(
        "hr.internship", string="Internships", required=True
    )
    mentor_id = fields.Many2one("hr.employee", string="New Mentor", required=True)
    backup_id = fields.Many2one(
        "hr.employee",
        string="New Backup",
        help="Leave it empty to let each internship keep its backup.",
    )
    day = fields.Date(string="From", required=True, default=fields.Date.context_today)
    reason = fields.Char(help="Stays on the internship, for colleagues.")
    mentor_load = fields.Char(
        string="Workload of the New Mentor", compute="_compute_mentor_load"
    )
    is_mentor_full = fields.Boolean(compute="_compute_mentor_load")
    notes = fields.Text(compute="_compute_notes")

    @api.depends("mentor_id", "internship_ids", "day")
    def _compute_mentor_load(self):
        for handover in self:
            handover.mentor_load, handover.is_mentor_full = handover._describe_load()

    def _describe_load(self):
        """How many the new mentor would guide at once, and whether it is too many."""
        mentor = self.mentor_id
        cases = self.internship_ids._origin
        periods = [
            (max(self.day, case.date_start), max(self.day, case.date_end))
            for case in cases
            if self.day and case.date_start and case.date_end
        ]
        if not mentor or not periods:
            return False, False
        span = (min(p[0] for p in periods), max(p[1] for p in periods))
        # sudo: only counted
        Term = self.env["hr.internship.term"].sudo()
        others = Term.search(
            [
                ("mentor_id", "=", mentor.id),
                ("internship_id", "not in", cases.ids),
                ("internship_id.state", "in", LIVE_STATES),
                ("date_from", "<=", span[1]),
                ("date_to", ">=", span[0]),
            ]
        )
        taken = [(term.date_from, term.date_to) for term in others]
        _day, meeting = busiest_day(periods + taken, span)
        line = self.env["hr.internship.mentor"]._find(mentor)
        if not line:
            sentence = self.env._(
                "%(count)s at once; not in the register of mentors.",
                count=len(meeting),
            )
            return sentence, False
        sentence = self.env._(
            "Would guide %(count)s of %(capacity)s at once.",
            count=len(meeting),
            capacity=line.capacity,
        )
        return sentence, len(meeting) > line.capacity

    @api.depends("internship_ids")
    def _compute_notes(self):
        for handover in self:
            cases = handover.internship_ids._origin
            blockers, notes = (
                cases._get_handover_blockers(),
                cases._get_handover_notes(),
            )
            sentences = [
                f"{case.display_name}: {line}"
                for case in cases
                for line in blockers[case.id] + notes[case.id]
            ]
            handover.notes = "\n".join(sentences) or False

    def action_confirm(self):
        """Hand the internships over."""
        self.ensure_one()
        self.internship_ids._hand_over(
            self.mentor_id, self.backup_id, self.day, self.reason or ""
        )
        return {"type": "ir.actions.act_window_close"}

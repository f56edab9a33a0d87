# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The project that a place is about, and whether its description is complete."""

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import is_html_empty

from ...tools.extension import Guard

LANGUAGE_FIELDS = ("needs_dutch", "needs_french", "needs_german", "needs_english")


class HrInternshipPlace(models.Model):
    """Source: toolbox C3, *projects, not tasks*, and C2, *strengths that attract*."""

    _inherit = "hr.internship.place"

    description = fields.Html(
        string="Assignment", help="What the intern will work on, as a project."
    )
    background = fields.Text(
        string="Context",
        help="Why the project matters and how it fits in the work of the department.",
    )
    deliverable = fields.Text(
        string="Expected Result", help="What is there at the end of the internship."
    )
    quality_criteria = fields.Text(help="How you will see that the result is good.")
    deadlines = fields.Text(
        string="Milestones", help="Steps on the way, and when they should be done."
    )
    contacts = fields.Text(
        string="Contact Persons", help="Who can help the intern with what."
    )
    strengths = fields.Text(
        string="Why Choose This Place?",
        help="What makes the place attractive: candidates write to others as well.",
    )
    profile = fields.Html(help="Education and interests that fit.")
    level = fields.Selection(
        selection=lambda self: (
            self.env["hr.study.programme"]
            ._fields["level"]
            ._description_selection(self.env)
        )
    )
    needs_dutch = fields.Boolean(string="Dutch")
    needs_french = fields.Boolean(string="French")
    needs_german = fields.Boolean(string="German")
    needs_english = fields.Boolean(string="English")
    languages_needed = fields.Char(
        string="Languages", compute="_compute_languages_needed"
    )
    skills = fields.Char(
        string="Tools and Skills", help="What the intern knows or will learn to use."
    )
    work_location_id = fields.Many2one(
        "hr.work.location", string="Workplace", check_company=True
    )
    apply_until = fields.Date(
        copy=False, help="Last day on which candidates can apply."
    )
    confidentiality = fields.Selection(
        [
            ("open", "Open: may be published"),
            ("internal", "Internal: told to candidates at the interview"),
            ("confidential", "Confidential: known to the department only"),
        ],
        required=True,
        default="open",
    )
    confidentiality_note = fields.Text(
        string="What Is Secret", help="What the intern may not tell or publish."
    )
    missing_html = fields.Html(
        string="What Is Still Missing", compute="_compute_missing_html", sanitize=False
    )
    is_complete = fields.Boolean(compute="_compute_missing_html")

    _apply_until_check = models.Constraint(
        "CHECK(apply_until IS NULL OR date_start IS NULL OR apply_until <= date_start)",
        "Candidates could apply after the start of the internship: check the dates.",
    )

    @api.depends(*LANGUAGE_FIELDS)
    @api.depends_context("lang")
    def _compute_languages_needed(self):
        labels = {
            name: self._fields[name]._description_string(self.env)
            for name in LANGUAGE_FIELDS
        }
        for place in self:
            needed = [labels[name] for name in LANGUAGE_FIELDS if place[name]]
            place.languages_needed = ", ".join(needed)

    @api.depends(
        "state", "description", "background", "deliverable", "quality_criteria",
        "deadlines", "contacts", "strengths", "profile", "date_start", "date_end",
        "domain_ids", "mentor_id", "backup_id", "confidentiality",
        "confidentiality_note", *LANGUAGE_FIELDS,
    )  # fmt: skip
    def _compute_missing_html(self):
        for place in self:
            if place.state in ("proposed", "rejected", "closed"):
                missing = place._selection_guards() + place._publication_guards(False)
            elif place.state == "selected":
                missing = place._publication_guards(True)
            else:
                missing = []
            place.missing_html = self._render_guards(missing)
            place.is_complete = not any(guard.blocking for guard in missing)

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        for place in self:
            if target == "selected":
                guards[place.id] += place._selection_guards()
            elif target == "published":
                guards[place.id] += place._publication_guards(True)
            elif target == "rejected" and not place.rejection_reason:
                guards[place.id].append(
                    Guard(
                        self.env._(
                            "Say why the place is not selected: the department is told."
                        )
                    )
                )
        return guards

    @api.model
    def _get_public_domain(self):
        """Places that anyone may read, while candidates can apply.

        For the public list of places: what a department keeps internal or secret is
        not in it, and neither is a place without a seat left.
        """
        return Domain(
            [
                ("state", "=", "published"),
                ("confidentiality", "=", "open"),
                "|",
                ("apply_until", "=", False),
                ("apply_until", ">=", fields.Date.context_today(self)),
            ]
        )

    def _selection_guards(self):
        """What a coordinator needs to compare a proposal with others."""
        self.ensure_one()
        department = self.env._("department")
        # sudo: only whether the mentor still works here
        has_mentor = self.mentor_id.sudo().active
        is_secret = self.confidentiality == "confidential"
        checks = [
            (
                not is_html_empty(self.description),
                self.env._("Describe the assignment."),
            ),
            (self.deliverable, self.env._("Say which result you expect at the end.")),
            (
                self.date_start and self.date_end,
                self.env._("Enter the period of the internship."),
            ),
            (self.domain_ids, self.env._("Choose a domain.")),
            (has_mentor, self.env._("Choose a mentor who works here.")),
            (
                not is_secret or self.confidentiality_note,
                self.env._("Say what is secret about the project."),
            ),
        ]
        advice = [
            (self.background, self.env._("Explain the context: why this project?")),
            (self.contacts, self.env._("Name contact persons.")),
            (self.quality_criteria, self.env._("Say how you will see the quality.")),
            (self.deadlines, self.env._("Set milestones.")),
            (self.backup_id, self.env._("Choose a backup for the mentor.")),
        ]
        return [Guard(text, department) for done, text in checks if not done] + [
            Guard(text, blocking=False) for done, text in advice if not done
        ]

    def _publication_guards(self, blocking):
        """What candidates need to know whether the place is for them."""
        self.ensure_one()
        department = self.env._("department")
        checks = [
            (
                not is_html_empty(self.profile),
                self.env._("Describe the profile that you look for."),
            ),
            (
                any(self[name] for name in LANGUAGE_FIELDS),
                self.env._("Tick the languages that the intern needs."),
            ),
        ]
        guards = [
            Guard(text, department, blocking) for done, text in checks if not done
        ]
        if not self.strengths:
            guards.append(
                Guard(
                    self.env._("Say why candidates should choose this place."),
                    blocking=False,
                )
            )
        return guards

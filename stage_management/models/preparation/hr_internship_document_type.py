# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Kinds of documents in the digital folder of an internship."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...tools.document_rules import DocumentRule

PROVIDERS = [
    ("intern", "Intern"),
    ("school", "School"),
    ("coordinator", "Coordinator"),
    ("mentor", "Mentor"),
    ("prevention", "Prevention service"),
]
KINDS = [
    ("file", "File"),
    ("risk", "Risk analysis of the workplace"),
    ("health", "Health assessment"),
    ("insurance", "Insurance of the school"),
    ("declaration", "Declaration with a number"),
    ("statement", "Text to sign"),
    ("regulation", "Internship regulations to sign"),
    ("elsewhere", "Kept elsewhere in the product"),
]
FILE_KINDS = {
    "any": (),
    "pdf": (".pdf",),
    "pdf_image": (".pdf", ".png", ".jpg", ".jpeg"),
}


class HrInternshipDocumentType(models.Model):
    """What a folder may hold: who brings it, when it is required, who may see it.

    Source: toolbox B4, *digital folder*; A2, *documents to give and to sign*.
    """

    _name = "hr.internship.document.type"
    _description = "Internship Document Type"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(copy=False, readonly=True)
    sequence = fields.Integer(default=50)
    kind = fields.Selection(KINDS, required=True, default="file")
    description = fields.Text(translate=True)
    provider = fields.Selection(
        PROVIDERS, string="Who Brings It", required=True, default="intern"
    )
    legal_text_ids = fields.Many2many("hr.internship.legal.text", string="Legal Texts")
    is_automatic = fields.Boolean(
        string="Required by Rule",
        default=True,
        help="Without it, the coordinator adds the document where it is needed.",
    )
    work_rule = fields.Selection(
        [
            ("any", "All internships"),
            ("work", "Internships that count as work"),
            ("visit", "Observation visits"),
        ],
        string="Required For",
        required=True,
        default="any",
    )
    school_rule = fields.Selection(
        [
            ("any", "All schools"),
            ("secondary", "Secondary schools"),
            ("higher", "Universities and colleges"),
            ("adult", "Adult education"),
        ],
        string="Kind of School",
        required=True,
        default="any",
    )
    is_for_minors = fields.Boolean(string="Only Under 18 at the Start")
    is_for_risk = fields.Boolean(string="Only When the Risk Analysis Shows Risks")
    blocks = fields.Selection(
        [("nothing", "Nothing"), ("ready", "The start"), ("closed", "The closing")],
        string="What It Blocks",
        required=True,
        default="nothing",
    )
    validity = fields.Selection(
        [
            ("none", "No dates"),
            ("until", "Valid until a day"),
            ("covers", "Covers the whole internship"),
        ],
        required=True,
        default="none",
    )
    file_kinds = fields.Selection(
        [
            ("any", "PDF, Word, image or text"),
            ("pdf", "PDF only"),
            ("pdf_image", "PDF or image"),
        ],
        string="Kinds of Files",
        required=True,
        default="any",
    )
    is_medical = fields.Boolean(
        string="Medical", help="Only the intern and coordinators see it."
    )
    school_sees = fields.Boolean(string="School Sees It", default=True)
    mentor_sees = fields.Boolean(string="Mentor Sees It", default=True)
    manager_sees = fields.Boolean(string="Department Manager Sees It", default=True)
    statement = fields.Text(
        string="Text to Sign",
        translate=True,
        help="What the intern reads and signs, in plain sentences.",
    )
    active = fields.Boolean(default=True)

    _order_idx = models.Index("(sequence, id)")
    _code_unique = models.UniqueIndex(
        "(code) WHERE code IS NOT NULL", "This code is in use."
    )

    @api.constrains("kind", "is_medical")
    def _check_health_is_medical(self):
        """A health assessment is never for others than intern and coordinators."""
        if self.filtered(lambda kind: kind.kind == "health" and not kind.is_medical):
            raise ValidationError(
                self.env._(
                    "A health assessment is medical: leave “Medical” switched on."
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        # sudo: who sets up the types may not see the folders
        used = self.env["hr.internship.document"].sudo()
        for kind in self:
            if kind.code or used.search_count([("type_id", "=", kind.id)], limit=1):
                raise UserError(
                    self.env._(
                        "“%(name)s” stays on record: archive it, don't delete it.",
                        name=kind.name,
                    )
                )

    def _filter_required(self, facts):
        """Those of these types that an internship of these facts needs."""
        return self.filtered(lambda kind: kind._get_rule().applies(facts))

    def _get_rule(self):
        self.ensure_one()
        return DocumentRule(
            work=self.work_rule,
            school=self.school_rule,
            minors_only=self.is_for_minors,
            risk_only=self.is_for_risk,
        )

    def _is_signed(self):
        """Whether such a document is made here and signed, not brought."""
        self.ensure_one()
        return self.kind in ("statement", "regulation")

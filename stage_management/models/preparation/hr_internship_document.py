# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One document in the digital folder of an internship."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

DOCUMENT_STATES = [
    ("missing", "Missing"),
    ("to_check", "To check"),
    ("to_sign", "Being signed"),
    ("accepted", "Accepted"),
    ("refused", "Refused"),
    ("not_applicable", "Not applicable"),
]
UNFINISHED = ("missing", "to_check", "to_sign", "refused")
# a coordinator's medical fields, which the intern reads too
MEDICAL_GROUPS = "stage_management.group_coordinator,base.group_portal"


class HrInternshipDocument(models.Model):
    """A piece of the folder: who brings it, how far it is, which file counts.

    A new file makes the earlier one history. ``state`` is what people decided and
    changes by the methods of the model only; that a validity has run out follows from
    ``valid_until`` and the day, see :attr:`status`.
    Source: toolbox B4, *digital folder*.
    """

    _name = "hr.internship.document"
    _description = "Internship Document"
    _inherit = ["hr.internship.portal.mixin", "hr.internship.file.mixin"]
    _order = "internship_id, sequence, id"
    _file_fields = {"file": "file_name"}

    internship_id = fields.Many2one(
        "hr.internship", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="internship_id.company_id", store=True, precompute=True, index=True
    )
    partner_id = fields.Many2one(related="internship_id.partner_id", string="Intern")
    type_id = fields.Many2one(
        "hr.internship.document.type",
        string="Document",
        required=True,
        index=True,
        ondelete="restrict",
    )
    kind = fields.Selection(related="type_id.kind")
    validity = fields.Selection(related="type_id.validity")
    description = fields.Text(related="type_id.description")
    legal_text_ids = fields.Many2many(related="type_id.legal_text_ids")
    # of the type, stored for rules, lists and groups
    sequence = fields.Integer(related="type_id.sequence", store=True, precompute=True)
    provider = fields.Selection(
        related="type_id.provider", store=True, precompute=True, index=True
    )
    blocks = fields.Selection(related="type_id.blocks", store=True, precompute=True)
    is_medical = fields.Boolean(
        related="type_id.is_medical", store=True, precompute=True
    )
    school_sees = fields.Boolean(
        related="type_id.school_sees", store=True, precompute=True
    )
    mentor_sees = fields.Boolean(
        related="type_id.mentor_sees", store=True, precompute=True
    )
    manager_sees = fields.Boolean(
        related="type_id.manager_sees", store=True, precompute=True
    )
    is_required = fields.Boolean(string="Required", default=True)
    due_on = fields.Date(
        related="internship_id.preparation_due", string="Due", store=True, index=True
    )
    file = fields.Binary(attachment=True)
    file_name = fields.Char()
    state = fields.Selection(
        DOCUMENT_STATES, required=True, default="missing", index=True, readonly=True
    )
    status = fields.Selection(
        [*DOCUMENT_STATES, ("expired", "Expired")],
        compute="_compute_status",
        search="_search_status",
    )
    is_open = fields.Boolean(
        string="Still Open", compute="_compute_status", search="_search_is_open"
    )
    reason = fields.Char(
        readonly=True, help="Why the document was refused or is not applicable."
    )
    provided_by_id = fields.Many2one(
        "res.partner", string="Brought By", ondelete="restrict", readonly=True
    )
    provided_on = fields.Datetime(string="Brought On", readonly=True)
    checked_by_id = fields.Many2one("res.users", ondelete="restrict", readonly=True)
    checked_on = fields.Datetime(readonly=True)
    valid_from = fields.Date()
    valid_until = fields.Date(index="btree_not_null")
    version_ids = fields.One2many(
        "hr.internship.document.version", "document_id", string="Earlier Files"
    )
    # of some kinds only
    has_risks = fields.Boolean(
        string="Shows Risks", help="Then further documents may be required."
    )
    told_school_on = fields.Date(string="School Told On")
    health_result = fields.Selection(
        [
            ("fit", "Fit"),
            ("unfit", "Not fit"),
            ("not_needed", "Not needed"),
        ],
        string="Result",
        groups=MEDICAL_GROUPS,
        help="The result only: no diagnosis and no other medical detail.",
    )
    policy_number = fields.Char()
    covers_commute = fields.Boolean(string="Covers the Way to Work")
    insurance_id = fields.Many2one(
        "hr.internship.insurance",
        string="Insurance of the School",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    declared_by = fields.Char()
    declaration_number = fields.Char()

    _order_idx = models.Index("(internship_id, sequence, id)")
    _unfinished_idx = models.Index(
        "(state, due_on, internship_id) WHERE state != 'accepted' AND is_required"
    )
    _type_unique = models.UniqueIndex(
        "(internship_id, type_id)", "The folder has this document already."
    )

    @api.depends("type_id.name", "internship_id.name")
    def _compute_display_name(self):
        for document in self:
            # sudo: who may read the document may know what it is, and of whom
            known = document.sudo()
            names = (known.type_id.name, known.internship_id.name)
            document.display_name = " · ".join(name for name in names if name)

    @api.depends("state", "valid_until")
    def _compute_status(self):
        today = fields.Date.context_today(self)
        for document in self:
            until = document.valid_until
            is_over = document.state == "accepted" and until and until < today
            document.status = "expired" if is_over else document.state
            document.is_open = is_over or document.state in UNFINISHED

    def _search_status(self, operator, value):
        if operator != "in":
            return NotImplemented
        wanted = set(value)
        over = Domain("valid_until", "<", "today")
        accepted = Domain("state", "=", "accepted")
        parts = [Domain("state", "in", list(wanted - {"accepted", "expired"}))]
        if "expired" in wanted:
            parts.append(accepted & over)
        if "accepted" in wanted:
            runs = Domain("valid_until", "=", False) | Domain(
                "valid_until", ">=", "today"
            )
            parts.append(accepted & runs)
        return Domain.OR(parts)

    def _search_is_open(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._search_status("in", [*UNFINISHED, "expired"])

    @api.model_create_multi
    def create(self, vals_list):
        if any({"state", "reason"} & set(vals) for vals in vals_list):
            self._check_by_method("create")
        documents = super().create([self._with_file_details(v) for v in vals_list])
        documents._check_kinds_of_files()
        return documents

    def write(self, vals):
        if {"state", "reason"} & set(vals):
            self._check_by_method("write")
        if "file" in vals:
            self._check_may_replace_file(vals["file"])
            self._keep_version()
            vals = self._with_file_details(vals)
        if vals.get("type_id"):
            self._check_no_history()
        result = super().write(vals)
        if vals.get("file"):
            self._check_kinds_of_files()
        if "has_risks" in vals:
            self.internship_id._sync_documents()
        return result

    def _check_by_method(self, operation):
        """Decisions are written by the methods of the model, which run as superuser."""
        self.check_access(operation)
        if not self.env.su:
            raise UserError(
                self.env._("Accept, refuse or set aside a document by its buttons.")
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_history(self):
        self._check_no_history()

    def _check_no_history(self):
        """Refuse to lose a file that somebody brought.

        :raise UserError: with what can be done instead
        """
        for document in self.sudo():  # sudo: medical ones count too
            if document.file or document.version_ids or document._is_being_signed():
                raise UserError(
                    self.env._(
                        "“%(name)s” holds what somebody brought and stays on record: "
                        "set it aside as not applicable, with a reason.",
                        name=document.type_id.name,
                    )
                )

    def _is_being_signed(self):
        """Whether somebody was asked to sign it."""
        self.ensure_one()
        return False

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "internship_id",
            "type_id",
            "sequence",
            "provider",
            "is_required",
            "due_on",
            "file",
            "file_name",
            "state",
            "reason",
            "provided_on",
            "valid_from",
            "valid_until",
            "health_result",
        }

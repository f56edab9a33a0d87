# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What goes along with an agreement: from the digital folder, or a file of its own."""

import base64

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...tools.hash_chain import sha256


class HrInternshipAgreementAnnex(models.Model):
    """A chosen annex; its bytes are frozen when the agreement is sent.

    Only coordinators read the choice: those who sign see the frozen annexes.
    """

    _name = "hr.internship.agreement.annex"
    _description = "Annex of an Agreement"
    _inherit = ["hr.internship.file.mixin"]
    _order = "agreement_id, sequence, id"
    _file_fields = {"file": "file_name"}

    agreement_id = fields.Many2one(
        "hr.internship.agreement", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="agreement_id.company_id", store=True, precompute=True, index=True
    )
    internship_id = fields.Many2one(related="agreement_id.internship_id")
    sequence = fields.Integer(default=10)
    name = fields.Char(
        string="Annex",
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    document_id = fields.Many2one(
        "hr.internship.document",
        string="From the Folder",
        ondelete="set null",
        index="btree_not_null",
        domain="[('internship_id', '=', internship_id or 0)]",
    )
    file = fields.Binary(string="Or a File", attachment=True)
    file_name = fields.Char()
    is_confidential = fields.Boolean(
        string="Confidential",
        compute="_compute_is_confidential",
        store=True,
        readonly=False,
        precompute=True,
        help="For the intern and coordinators only, as the fit or not-fit form.",
    )
    status = fields.Char(compute="_compute_status")

    _order_idx = models.Index("(agreement_id, sequence, id)")

    @api.depends("document_id")
    def _compute_name(self):
        for annex in self:
            lang = annex.agreement_id._document_lang() if annex.agreement_id else None
            kind = annex.document_id.type_id.with_context(lang=lang)
            annex.name = kind.name or annex.name or annex.file_name

    @api.depends("document_id.is_medical")
    def _compute_is_confidential(self):
        for annex in self:
            annex.is_confidential = (
                annex.document_id.is_medical or annex.is_confidential
            )

    @api.depends("document_id.state", "file", "name")
    def _compute_status(self):
        for annex in self:
            is_begun = annex.document_id or annex.file or annex.name
            annex.status = is_begun and (annex._get_problem() or self.env._("Ready"))

    @api.constrains("is_confidential", "document_id", "agreement_id")
    def _check_document(self):
        for annex in self:
            document = annex.document_id
            if document.is_medical and not annex.is_confidential:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is medical: the others who sign may not see it. "
                        "Leave “Confidential” switched on.",
                        name=annex.name,
                    )
                )
            if document.is_medical and document.kind != "health":
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is medical: only the fit or not-fit form goes "
                        "along with an agreement.",
                        name=annex.name,
                    )
                )
            if document and document.internship_id != annex.agreement_id.internship_id:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is of another internship: choose one of this "
                        "folder.",
                        name=annex.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        annexes = super().create(vals_list)
        annexes._check_draft()
        return annexes

    def write(self, vals):
        self._check_draft()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        self._check_draft()

    def _check_draft(self):
        if any(agreement.state != "draft" for agreement in self.agreement_id):
            raise UserError(
                self.env._(
                    "The agreement was sent with these annexes: withdraw it and draw "
                    "up a new one."
                )
            )

    def _get_problem(self):
        """Why this annex can't be sent yet, as a sentence, or nothing."""
        self.ensure_one()
        if not self.document_id:
            return (
                ""
                if self.file
                else self.env._("“%(name)s” has no file yet.", name=self.name)
            )
        if self.document_id.status != "accepted":
            return self.env._(
                "“%(name)s” is not accepted in the folder yet.", name=self.name
            )
        if not self._get_content():
            return self.env._(
                "“%(name)s” has no file in the folder: add it there, or here.",
                name=self.name,
            )
        return ""

    def _get_content(self):
        """File name and bytes as they are now, or ``None``."""
        self.ensure_one()
        # a file given here goes before the one of the folder
        annex = self.with_context(bin_size=False)
        if annex.file:
            return annex.file_name, base64.b64decode(annex.file)
        return annex.document_id and annex.document_id._get_annex_file()


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    annex_ids = fields.One2many(
        "hr.internship.agreement.annex",
        "agreement_id",
        string="Annexes",
        groups="stage_management.group_coordinator",
    )

    @api.model_create_multi
    def create(self, vals_list):
        agreements = super().create(vals_list)
        for agreement, vals in zip(agreements, vals_list, strict=True):
            if "annex_ids" not in vals:
                agreement._add_usual_annexes()
        return agreements

    def _add_usual_annexes(self):
        """The annexes of the template, as far as the folder holds such documents."""
        self.ensure_one()
        types = self.template_id.annex_type_ids
        if not types:
            return
        # sudo: which documents there are; only coordinators draw up agreements
        documents = self.sudo().internship_id.document_ids.filtered(
            lambda document: document.type_id in types and document.is_required
        )
        self.sudo().annex_ids = [
            (0, 0, {"document_id": document.id, "sequence": number})
            for number, document in enumerate(documents, 1)
        ]

    def _annex_rows(self):
        """What the document says of its annexes: ``[(number, name, SHA-256)]``."""
        self.ensure_one()
        # sudo: all annexes are named in the document, what they say is not
        request = self.sudo().request_id
        if request:
            return request._get_annex_rows()
        rows = []
        for number, annex in enumerate(self.sudo().annex_ids, 1):
            content = annex._get_content()
            rows.append((number, annex.name, sha256(content[1]) if content else ""))
        return rows

    def _prepare_annexes(self):
        """Values of the frozen annexes, in their order."""
        self.ensure_one()
        values = []
        for number, annex in enumerate(self.annex_ids, 1):
            filename, content = annex._get_content()
            values.append(
                {
                    "sequence": number,
                    "name": annex.name,
                    "filename": filename,
                    "datas": base64.b64encode(content),
                    "is_confidential": annex.is_confidential,
                }
            )
        return values

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The file of a document: who may bring it, and what becomes of the earlier one."""

import base64
from pathlib import PurePosixPath

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...tools import file_check
from .hr_internship_document_type import FILE_KINDS

# roles of participants who bring what is asked of a party
OUTSIDE = {
    "intern": ("intern", "guardian"),
    "school": ("school_supervisor", "school_coordinator", "substitute"),
}


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    @api.private
    def _submit_file(self, partner, name, content):
        """Keep a file that ``partner`` brings; a coordinator checks it next.

        :param content: the bytes of the file
        :raise AccessError: when it is not for this person to bring it
        :raise UserError: with one sentence on what is wrong with the file
        """
        self.ensure_one()
        if not self._may_submit(partner):
            raise AccessError(
                self.env._(
                    "“%(name)s” is brought by somebody else: ask the coordinator.",
                    name=self.sudo().type_id.name,
                )
            )
        if self.sudo().internship_id.state in ("closed", "cancelled", "terminated"):
            raise UserError(
                self.env._("This internship is over: its folder takes no more files.")
            )
        problem = file_check.check_file(name, content)
        if problem:
            raise UserError(self._file_problem_sentence(problem))
        # sudo: who brings a file may not write documents; it is checked above who
        # that is, and only the file is written
        self.sudo().write(
            {
                "file": base64.b64encode(content),
                "file_name": name,
                "provided_by_id": partner.id,
            }
        )
        return True

    def _may_submit(self, partner):
        """Whether it is for ``partner`` to bring this document."""
        self.ensure_one()
        # sudo: only asks which part the person has in the internship
        document = self.sudo()
        case = document.internship_id
        users = partner.sudo().user_ids.filtered(lambda user: not user.share)
        if any(user.has_group("stage_management.group_coordinator") for user in users):
            return bool(case.company_id & users.company_ids)
        if document.provider == "mentor":
            guides = case.mentor_user_id | case.backup_user_id
            return bool((guides | case.acting_mentor_user_id) & users)
        roles = OUTSIDE.get(document.provider, ())
        today = fields.Date.context_today(self)
        return any(
            participant.partner_id == partner
            and participant.role in roles
            and (not participant.portal_until or participant.portal_until >= today)
            for participant in case.participant_ids
        )

    @api.model
    def _with_file_details(self, vals):
        """Values of a document whose file changes."""
        if "file" not in vals:
            return vals
        details = {
            "state": "to_check" if vals["file"] else "missing",
            "reason": False,
            "provided_by_id": vals.get("provided_by_id")
            or (self.env.user.partner_id.id if vals["file"] else False),
            "provided_on": fields.Datetime.now() if vals["file"] else False,
            "checked_by_id": False,
            "checked_on": False,
        }
        if not vals["file"]:
            details["file_name"] = False
        # a file in the folder itself goes before the certificate of the school
        details["insurance_id"] = False
        return {**vals, **details}

    def _check_may_replace_file(self, content):
        for document in self:
            if document._is_being_signed() and document.state != "refused":
                raise UserError(
                    self.env._(
                        "“%(name)s” was sent for signature: withdraw that first.",
                        name=document.type_id.name,
                    )
                )
            if document.state == "accepted" and not content:
                raise UserError(
                    self.env._(
                        "“%(name)s” was accepted: bring a newer file instead of taking "
                        "this one away.",
                        name=document.type_id.name,
                    )
                )

    def _keep_version(self):
        """Make the files of these documents history, before others replace them."""
        kept = self.with_context(bin_size=False).filtered("file")
        # sudo: history is only added to, by whoever brings a newer file
        self.env["hr.internship.document.version"].sudo().create(
            [
                {
                    "document_id": document.id,
                    "file": document.file,
                    "file_name": document.file_name,
                    "state": document.state,
                    "reason": document.reason,
                    "provided_by_id": document.provided_by_id.id,
                    "provided_on": document.provided_on,
                }
                for document in kept
            ]
        )

    def _check_kinds_of_files(self):
        """A type may take fewer kinds of files than the product does."""
        for document in self.filtered("file_name"):
            kinds = FILE_KINDS[document.type_id.file_kinds]
            suffix = PurePosixPath(document.file_name).suffix.lower()
            if kinds and suffix not in kinds:
                raise UserError(
                    self.env._(
                        "“%(file)s” can't be taken as “%(document)s”: choose a file of "
                        "one of these kinds: %(kinds)s.",
                        file=document.file_name,
                        document=document.type_id.name,
                        kinds=", ".join(kinds),
                    )
                )

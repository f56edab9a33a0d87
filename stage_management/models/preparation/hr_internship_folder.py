# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The digital folder of an internship: which documents, and how far they are."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.document_rules import DocumentFacts, covers
from ...tools.internship_states import HOLDING_STATES


class HrInternship(models.Model):
    _inherit = "hr.internship"

    document_ids = fields.One2many("hr.internship.document", "internship_id")
    document_progress = fields.Char(
        string="Documents in Order", compute="_compute_document_progress"
    )

    def _compute_document_progress(self):
        required = self.env["hr.internship.document"].search_fetch(
            [("internship_id", "in", self.ids), ("is_required", "=", True)],
            ["internship_id", "state", "valid_until"],
            order="id",
        )
        by_case = required.grouped("internship_id")
        for case in self:
            documents = by_case.get(case._origin, required.browse())
            done = documents.filtered(lambda document: not document.is_open)
            case.document_progress = (
                f"{len(done)} / {len(documents)}" if documents else False
            )

    def action_open_documents(self):
        """Open the digital folder."""
        self.ensure_one()
        return self._open_folder_records("hr_internship_document_action")

    def _open_folder_records(self, action):
        values = self.env["ir.actions.act_window"]._for_xml_id(
            f"stage_management.{action}"
        )
        return {
            **values,
            "domain": [("internship_id", "=", self.id)],
            "context": {"default_internship_id": self.id},
        }

    def action_refresh_documents(self):
        """Look again which documents are required."""
        self.check_access("write")
        self._sync_documents()

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if target == "preparation":
            self._sync_documents()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_folder(self):
        # sudo: also what the user may not see is not lost
        for case in self.sudo():
            if any(doc.file or doc.version_ids for doc in case.document_ids):
                raise UserError(
                    self.env._(
                        "The folder of %(name)s holds documents: leave the internship "
                        "cancelled instead of deleting it.",
                        name=case.display_name,
                    )
                )

    @api.model
    def _search_open_folders(self, domain):
        """Internships whose folder still follows what changes."""
        return self.search([("state", "in", HOLDING_STATES), *domain], order="id")

    def _sync_documents(self):
        """Bring the folders in line with the rules: in batch, and idempotent.

        What is no longer required disappears when nobody touched it, else it stays
        and blocks nothing.
        """
        # sudo: rules ask for the date of birth and for medical documents, which who
        # changes a date or a school may not read; nothing of it is told
        cases = self.sudo().filtered(lambda case: case.state in HOLDING_STATES)
        if not cases:
            return
        types = cases.env["hr.internship.document.type"].search(
            [("is_automatic", "=", True)]
        )
        new, outdated = [], cases.document_ids.browse()
        for case in cases:
            wanted = case._get_wanted_types(types)
            present = case.document_ids
            new += [
                {"internship_id": case.id, "type_id": kind.id}
                for kind in wanted - present.type_id
            ]
            by_rule = present.filtered("type_id.is_automatic")
            outdated |= by_rule.filtered(lambda doc, w=wanted: doc.type_id not in w)
            again = present.filtered(
                lambda doc, w=wanted: doc.type_id in w and not doc.is_required
            )
            again.is_required = True
        outdated._drop_or_keep()
        cases.env["hr.internship.document"].create(new)
        cases._refresh_document_states()

    def _get_wanted_types(self, types):
        """Those of these types, and others, that the folder must hold."""
        self.ensure_one()
        return types._filter_required(self._get_document_facts())

    def _get_document_facts(self):
        """What the rules ask of this internship; see tools/document_rules.py."""
        self.ensure_one()
        return DocumentFacts(
            counts_as_work=self.type_id.counts_as_work,
            school_kind=self.school_id.school_kind or "",
            is_minor=self.is_minor_at_start,
            has_risks=any(self.document_ids.mapped("has_risks")),
        )

    def _refresh_document_states(self):
        """Bring in what is decided elsewhere than in the folder."""
        # sudo: as _sync_documents
        cases = self.sudo()
        states = cases._get_document_states()
        for document in cases.document_ids:
            values = states[document.internship_id.id].get(document.type_id.code)
            if not values or document.file or document.state == "not_applicable":
                continue
            changed = {
                name: value
                for name, value in values.items()
                if document._fields[name].convert_to_write(document[name], document)
                != value
            }
            if changed:
                document.write(changed)

    def _get_document_states(self):
        """What other records say of documents: ``{id: {code: {field: value}}}``.

        Batch; subjects that keep a document of the folder elsewhere add theirs. A
        file in the folder itself goes before it.
        """
        states = {case.id: {} for case in self}
        for case, values in self._get_insurance_states().items():
            states[case]["insurance"] = values
        return states

    def _get_insurance_states(self):
        insurances = self.env["hr.internship.insurance"].search(
            [("school_id", "in", self.school_id.ids)]
        )
        by_school = insurances.grouped("school_id")
        found = {}
        for case in self:
            own = by_school.get(case.school_id, insurances.browse()).filtered(
                lambda policy, case=case: (
                    case.date_start
                    and case.date_end
                    and policy.date_to >= case.date_start
                    and policy.date_from <= case.date_end
                )
            )
            periods = [(policy.date_from, policy.date_to) for policy in own]
            is_covered = covers(periods, case.date_start, case.date_end)
            found[case.id] = {
                "state": "accepted" if is_covered else "missing",
                "insurance_id": own[:1].id if is_covered else False,
                "policy_number": own[:1].policy_number if is_covered else False,
                "covers_commute": is_covered and all(own.mapped("covers_commute")),
                "valid_from": min(start for start, _end in periods)
                if is_covered
                else False,
                "valid_until": max(end for _start, end in periods)
                if is_covered
                else False,
            }
        return found


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    def _drop_or_keep(self):
        """Take away what is not required any more, unless somebody worked on it."""
        touched = self.filtered(
            lambda doc: (
                doc.file
                or doc.version_ids
                or doc.state != "missing"
                or doc._is_being_signed()
            )
        )
        touched.filtered("is_required").is_required = False
        (self - touched).unlink()

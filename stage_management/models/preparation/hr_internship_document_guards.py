# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the folder says of the next step of an internship."""

from odoo import models
from odoo.tools import format_date

from ...tools.extension import Guard
from ...tools.stored_fields import read_together

# what blocks the start is asked again on the first day
BLOCKED = {"ready": "ready", "ongoing": "ready", "closed": "closed"}


class HrInternship(models.Model):
    _inherit = "hr.internship"

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target in BLOCKED:
            for case, found in self._get_document_guards(BLOCKED[target]).items():
                guards[case] += found
        return guards

    def _get_missing_pieces(self):
        missing = super()._get_missing_pieces()
        for case, guards in self._get_document_guards("ready").items():
            missing[case] += [guard.sentence for guard in guards]
        return missing

    def _get_document_guards(self, blocks):
        """Guards of the documents that block a step: ``{id: [Guard, …]}``.

        Of documents that the user may not read it is told that something is missing,
        and not what.
        """
        blocking = [
            ("internship_id", "in", self.ids),
            ("is_required", "=", True),
            ("blocks", "=", blocks),
        ]
        Document = self.env["hr.internship.document"]
        readable = Document.search(blocking) if self._needs_redaction() else None
        guards = {case.id: [] for case in self}
        # sudo: who may see the internship is told that it is blocked
        fetched = Document.sudo().search_fetch(blocking, read_together(Document))
        for document in fetched:
            guard = document._get_guard()
            if guard and readable is not None and document.id not in readable.ids:
                guard = document._get_neutral_guard()
            if guard:
                guards[document.internship_id.id].append(guard)
        return guards

    def _needs_redaction(self):
        user = self.env.user
        return not (self.env.su or user.has_group("stage_management.group_coordinator"))


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    def _get_guard(self):
        """The guard of a document that is not in order, or ``None``."""
        self.ensure_one()
        sentence = self._get_open_sentence()
        return Guard(sentence, self._get_provider_label()) if sentence else None

    def _get_neutral_guard(self):
        """The guard for who may not know which document it is."""
        return Guard(
            self.env._("A personal document is not in order yet."),
            self.env._("coordinator"),
        )

    def _get_provider_label(self):
        """Who can do something about it."""
        self.ensure_one()
        if self.state == "to_check":
            return self.env._("coordinator")
        waiting = self._get_waiting_names()
        if waiting:
            return waiting
        labels = dict(self._fields["provider"]._description_selection(self.env))
        return labels.get(self.provider, "").lower()

    def _get_waiting_names(self):
        """Whose signature is waited for."""
        return ""

    def _get_open_sentence(self):
        """What is not in order, as a sentence; nothing when all is."""
        self.ensure_one()
        names = {
            "document": self.type_id.name,
            "reason": self.reason or "",
            "day": format_date(self.env, self.valid_until) or "",
        }
        sentences = {
            "missing": self.env._("“%(document)s” is missing.", **names),
            "to_check": self.env._("“%(document)s” has not been checked yet.", **names),
            "to_sign": self.env._("“%(document)s” is not signed by all.", **names),
            "refused": self.env._(
                "“%(document)s” was refused (%(reason)s): a new one is needed.", **names
            ),
            "expired": self.env._(
                "“%(document)s” was valid until %(day)s: a new one is needed.", **names
            ),
        }
        if self.status in sentences:
            return sentences[self.status]
        return self.status == "accepted" and self._get_content_sentence()

    def _get_content_sentence(self):
        """What an accepted document says that stands in the way, or nothing."""
        if self.kind == "health" and self.health_result == "unfit":
            return self.env._(
                "“%(document)s”: the intern is not fit for this workplace; change the "
                "assignment or cancel the internship.",
                document=self.type_id.name,
            )
        if self._has_gap():
            return f"{self.type_id.name}: {self._gap_sentence()}"
        return ""

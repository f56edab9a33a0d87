# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Verification: does everything still agree, and if not, what does not."""

from dataclasses import dataclass

from odoo import api, models

from ...tools import hash_chain, pdf_evidence, pdf_seal
from ...tools.hash_chain import Verification


@dataclass(frozen=True)
class FileVerification(Verification):
    """Result for an uploaded file; ``record_id`` is 0 when it is unknown.

    ``is_shared``: several were asked to sign the very same bytes, each apart.
    """

    record_id: int = 0
    is_shared: bool = False


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    def action_verify(self):
        """Verify this request and show the result."""
        self.ensure_one()
        verification = self._verify()[self.id]
        if verification.is_authentic:
            return self._notification(
                self.env._(
                    "The file and %(count)s act(s) are as they were made. Head hash:"
                    " %(head)s",
                    count=self.sudo().signature_count,
                    head=self.sudo().head_hash or self.env._("none yet"),
                ),
                title=self.env._("Authentic"),
            )
        return self._notification(
            "\n".join(verification.findings), "danger", self.env._("Altered")
        )

    @api.private
    def _verify(self):
        """Check the stored bytes and all acts again.

        :returns: ``{id: Verification}``; status *authentic* or *altered* and one
            sentence for each thing that is wrong
        """
        self.check_access("read")
        # sudo: personal parts are hashed, not shown; the sentences name no data
        # that the record itself does not show
        self.sudo().invalidate_recordset()
        self.env["hr.internship.signature"].invalidate_model()
        result = {}
        for request in self.sudo():
            findings = request._find_alterations()
            status = "altered" if findings else "authentic"
            result[request.id] = Verification(status, tuple(findings))
        return result

    @api.model
    @api.private
    def _verify_file(self, data):
        """Compare a file with what was frozen and signed here.

        :param data: bytes of the file
        :returns: FileVerification: *authentic* (the frozen or the signed file, byte
            for byte), *altered* (it carries our code or holds our file, but differs)
            or *unknown*. The caller decides what of it somebody may see.
        """
        requests = self.sudo()  # sudo: who looks up a file need not see the request
        known = requests._search_hashes([hash_chain.sha256(data)])
        if known:
            return FileVerification("authentic", (), known[0].id, len(known) > 1)
        code = pdf_evidence.find_code(data)
        if code:
            known = requests.search([("verification_code", "=", code)], limit=1)
        known = known or requests._search_hashes(pdf_evidence.prefix_hashes(data))
        if not known:
            return FileVerification("unknown")
        sentence = known[0]._file_sentence(data)
        return FileVerification("altered", (sentence,), known[0].id, len(known) > 1)

    def _search_hashes(self, digests):
        """Return the first two requests that froze or made one of these files."""
        return self.search(
            ["|", ("signed_sha256", "in", digests), ("sha256", "in", digests)],
            order="id",
            limit=2,
        )

    def _file_sentence(self, data):
        prefixes = pdf_evidence.prefix_hashes(data)
        if self.sha256 in prefixes or self.signed_sha256 in prefixes:
            return self.env._(
                "The file holds “%(name)s” unchanged, but something was added to it.",
                name=self.name,
            )
        return self.env._(
            "The file carries the code of “%(name)s”, but its content differs.",
            name=self.name,
        )

    def _find_alterations(self):
        """Return one sentence for each thing that does not agree."""
        self.ensure_one()
        acts = self.signature_ids.sorted("sequence")
        findings = hash_chain.check_document(self._get_file(), self.sha256, self.size)
        findings += hash_chain.verify(
            [act._get_record() for act in acts],
            self._get_genesis(),
            self.sha256,
            self.head_hash or "",
            self.signature_count,
            self._get_chain_key(),
        )
        by_sequence = {act.sequence: act for act in acts}
        sentences = [
            self._finding_sentence(finding, by_sequence) for finding in findings
        ]
        return (
            sentences + self._find_state_alterations() + self._find_file_alterations()
        )

    def _find_state_alterations(self):
        """Compare what the signatories show with the acts."""
        signed = self.signature_ids.filtered(lambda act: act.kind == "signed")
        claimed = self.signatory_ids.filtered(lambda s: s.state == "signed")
        sentences = [
            self.env._(
                "%(name)s stands as signed, but there is no such act.",
                name=signatory.partner_id.name,
            )
            for signatory in claimed - signed.signatory_id
        ]
        is_complete = claimed == self.signatory_ids
        if self.state == "completed" and not is_complete:
            sentences.append(
                self.env._("The request stands as completed, but not everybody signed.")
            )
        return sentences

    def _find_file_alterations(self):
        """Compare the signed file with the frozen one and with the chain."""
        if self.evidence_state != "done":
            return []
        data = self._get_signed_file()
        if hash_chain.sha256(data) != self.signed_sha256:
            return [
                self.env._(
                    "The signed file with its evidence page was changed or lost."
                )
            ]
        sentences = []
        if hash_chain.sha256(data[: self.size]) != self.sha256:
            sentences.append(
                self.env._("The signed file does not begin with the frozen file.")
            )
        chain = pdf_evidence.find_chain(data)
        if chain != (self.signature_count, self.head_hash):
            sentences.append(
                self.env._(
                    "The evidence page states other acts (%(stated)s) than the"
                    " database (%(stored)s): the chain was rebuilt.",
                    stated=_chain_text(chain),
                    stored=_chain_text((self.signature_count, self.head_hash)),
                )
            )
        if pdf_evidence.must_be_sealed(data) and not pdf_seal.is_intact(data):
            sentences.append(
                self.env._(
                    "The seal of the organisation was taken off the signed file or is"
                    " broken."
                )
            )
        return sentences

    def _finding_sentence(self, finding, acts):
        """Return the sentence for a finding of the plain verification."""
        act = acts.get(finding.sequence)
        who = self._act_label(act) if act else ""
        sentences = {
            **self._file_sentences(finding),
            **self._act_sentences(finding, who),
            **self._chain_sentences(finding, who, len(acts)),
        }
        return sentences[finding.code]

    def _file_sentences(self, finding):
        return {
            "document": self.env._(
                "The stored file differs from the one that was frozen: its SHA-256 is"
                " %(found)s, not %(stored)s.",
                found=finding.found,
                stored=finding.stored,
            ),
            "document_missing": self.env._("The frozen file is missing."),
        }

    def _act_sentences(self, finding, who):
        act = {"number": finding.sequence, "who": who}
        return {
            "personal": self.env._(
                "The name, address, image or another personal part of act %(number)s"
                " (%(who)s) was changed.",
                **act,
            ),
            "act": self.env._(
                "Role, round, channel, kind, time or hash of act %(number)s (%(who)s)"
                " was changed.",
                **act,
            ),
            "other_document": self.env._(
                "Act %(number)s (%(who)s) was given for another file.", **act
            ),
            "key": self.env._(
                "Act %(number)s (%(who)s) was made with key %(key)s, which this server"
                " does not have.",
                key=finding.stored,
                **act,
            ),
            "no_key": self.env._(
                "Act %(number)s (%(who)s) was made without the key of this server.",
                **act,
            ),
        }

    def _chain_sentences(self, finding, who, count):
        act = {"number": finding.sequence, "who": who}
        return {
            "missing": self.env._(
                "Act %(number)s is missing.", number=finding.sequence
            ),
            "added": self.env._(
                "Act %(number)s (%(who)s) was added from outside.", **act
            ),
            "order": self.env._(
                "The order of the acts was changed: act %(number)s (%(who)s) was"
                " number %(was)s.",
                was=finding.stored,
                **act,
            ),
            "link": self.env._(
                "Act %(number)s (%(who)s) does not follow the act before it.", **act
            ),
            "count": self.env._(
                "The number of acts on the request is %(stored)s, there are %(found)s.",
                stored=finding.stored,
                found=finding.found or count,
            ),
            "rebuilt": self.env._(
                "The acts were made again: their last hash is %(found)s, the request"
                " states %(stored)s.",
                found=finding.found[:16],
                stored=finding.stored[:16],
            ),
        }

    def _act_label(self, act):
        role = dict(act._fields["role"]._description_selection(self.env))[act.role]
        return f"{act.name}, {role}" if act.name else role


def _chain_text(chain):
    return f"{chain[0]} · {(chain[1] or '')[:16]}" if chain else "–"

# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The school's own agreement, instead of ours or as well."""

import base64
import io

import pypdf

from odoo.exceptions import UserError

from .common import AgreementCommon, school_pdf


def _locked_pdf():
    writer = pypdf.PdfWriter(io.BytesIO(base64.b64decode(school_pdf())))
    writer.encrypt("secret")
    data = io.BytesIO()
    writer.write(data)
    return base64.b64encode(data.getvalue())


class TestSchoolAgreement(AgreementCommon):
    def _prepared(self, source):
        self.school.internship_agreement_source = source
        internship = self._internship().with_user(self.coordinator)
        internship.action_prepare()
        return internship

    def _drawn_up(self, internship, method="action_draw_up_agreement"):
        return self.env["hr.internship.agreement"].browse(
            getattr(internship, method)()["res_id"]
        )

    def _guards(self, internship):
        guards = internship._get_guards("ready")[internship.id]
        return [g.sentence for g in guards if "agreement" in g.sentence]

    def _folder(self, internship):
        documents = internship.document_ids.filtered("is_required")
        return {document.type_id.code: document.state for document in documents}

    def test_file_of_the_school_is_signed_as_it_is(self):
        agreement = self._drawn_up(self._prepared("school"))
        agreement.write({"file": school_pdf(), "file_name": "contract.pdf"})
        agreement.action_send()
        self.assertEqual(
            base64.b64decode(agreement.request_id.datas),
            base64.b64decode(school_pdf()),
        )
        self._sign_all(agreement)
        self.assertEqual(agreement.state, "signed")

    def test_instead_of_ours_the_schools_agreement_opens_the_way(self):
        internship = self._prepared("school")
        folder = self._folder(internship)
        self.assertNotIn("agreement", folder)
        self.assertEqual(folder["school_agreement"], "missing")
        agreement = self._drawn_up(internship)
        self.assertEqual(agreement.source, "school")
        self.assertEqual(internship.agreement_id, agreement)
        self.assertIn("of the school has not been sent", self._guards(internship)[0])
        agreement.write({"file": school_pdf(), "file_name": "contract.pdf"})
        agreement.action_send()
        self.assertEqual(self._folder(internship)["school_agreement"], "to_sign")
        self._sign_all(agreement)
        self.assertFalse(self._guards(internship))
        self.assertEqual(self._folder(internship)["school_agreement"], "accepted")

    def test_where_both_are_needed_one_is_not_enough(self):
        internship = self._prepared("both")
        self.assertEqual(len(self._guards(internship)), 2)
        ours = self._drawn_up(internship)
        theirs = self._drawn_up(internship, "action_draw_up_school_agreement")
        self.assertEqual(internship.agreement_id, ours)
        self.assertEqual(internship.school_agreement_id, theirs)
        theirs.write({"file": school_pdf(), "file_name": "contract.pdf"})
        theirs.action_send()
        self._sign_all(theirs)
        self.assertEqual(
            self._guards(internship), ["The agreement has not been sent for signature."]
        )
        folder = self._folder(internship)
        self.assertEqual(
            (folder["agreement"], folder["school_agreement"]), ("missing", "accepted")
        )
        ours.action_send()
        self._sign_all(ours)
        self.assertFalse(self._guards(internship))

    def test_withdrawn_one_leaves_the_other_alone(self):
        internship = self._prepared("both")
        ours = self._drawn_up(internship)
        theirs = self._drawn_up(internship, "action_draw_up_school_agreement")
        theirs.write({"file": school_pdf(), "file_name": "contract.pdf"})
        theirs.action_send()
        theirs.request_id.with_user(self.coordinator).action_withdraw("Wrong file")
        again = self._drawn_up(internship, "action_draw_up_school_agreement")
        self.assertNotEqual(again, theirs)
        self.assertEqual(again.source, "school")
        self.assertEqual(internship.agreement_id, ours)
        self.assertEqual(internship.school_agreement_id, again)

    def test_school_that_changes_its_mind_changes_the_open_folders(self):
        internship = self._prepared("own")
        self.assertNotIn("school_agreement", self._folder(internship))
        self.school.internship_agreement_source = "both"
        self.assertEqual(self._folder(internship)["school_agreement"], "missing")
        self.school.internship_agreement_source = "own"
        self.assertNotIn("school_agreement", self._folder(internship))
        self.assertEqual(self._folder(internship)["agreement"], "missing")

    def test_without_a_file_it_is_not_sent(self):
        agreement = self._drawn_up(self._prepared("school"))
        with self.assertRaisesRegex(UserError, "Add the agreement of the school"):
            agreement.action_send()

    def test_file_that_is_no_pdf_is_refused_in_a_sentence(self):
        agreement = self._drawn_up(self._prepared("school"))
        png = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 64)
        large = base64.b64encode(b"%PDF-1.7" + b"0" * (10 * 1024 * 1024))
        files = {
            "contract.docx": (school_pdf(), "not the kind of file"),
            "contract.png": (png, "is no PDF"),
            "contract.pdf": (png, "not the kind of file"),
            "empty.pdf": (b" ", "is empty"),
            "cut.pdf": (base64.b64encode(b"%PDF-1.7 nothing"), "can't be opened"),
            "locked.pdf": (_locked_pdf(), "password"),
            "large.pdf": (large, "larger than"),
        }
        for name, (content, sentence) in files.items():
            with self.subTest(name=name), self.assertRaisesRegex(UserError, sentence):
                agreement.write({"file": content, "file_name": name})
        self.assertFalse(agreement.file)

    def test_file_stays_once_it_was_sent(self):
        agreement = self._drawn_up(self._prepared("school"))
        agreement.write({"file": school_pdf(), "file_name": "contract.pdf"})
        agreement.action_send()
        with self.assertRaisesRegex(UserError, "keeps its wording"):
            agreement.file = False

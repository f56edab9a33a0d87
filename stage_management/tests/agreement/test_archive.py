# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""All files of an internship in one zip, for whoever may read each of them."""

import base64
import io
import zipfile
from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.fields import Date
from odoo.tests import BaseCase, HttpCase, tagged

from ...tools import archive, hash_chain
from ...tools.file_names import safe_name, unique_name
from .test_certificate import CertificateCommon

MEDICAL = b"%PDF-1.7 medical proof"
RISK = b"%PDF-1.7 risk analysis"


@tagged("post_install", "-at_install")
class TestArchiveTools(BaseCase):
    def test_names_are_safe_everywhere(self):
        for name, safe in (
            ("../../etc/passwd", "-..-etc-passwd"),
            ("a/b\\c:d*?.pdf", "a-b-c-d-.pdf"),
            ("con.pdf", "_con.pdf"),
            ("\u202eexe.fdp\0", "exe.fdp"),
            ("", "file"),
            ("...", "file"),
            ("café.pdf", "café.pdf"),
        ):
            self.assertEqual(safe_name(name), safe)
        self.assertLessEqual(len(safe_name("x" * 300 + ".pdf")), 100)
        self.assertTrue(safe_name("x" * 300 + ".pdf").endswith(".pdf"))

    def test_equal_names_are_numbered(self):
        taken = set()
        names = [unique_name(n, taken) for n in ("v1.0/a.pdf", "v1.0/A.pdf", "v1.0/a")]
        self.assertEqual(names, ["v1.0/a.pdf", "v1.0/A (2).pdf", "v1.0/a"])
        self.assertEqual(unique_name("v1.0/a", taken), "v1.0/a (2)")

    def test_markup_in_names_and_labels_stays_text(self):
        files = [("F", "<b>.pdf", "<i>=1+1</i>", b"x")]
        stream = io.BytesIO()
        archive.write(
            stream, files, lambda e: archive.index_page(e, "en", "<u>", "", ["<s>"])
        )
        page = zipfile.ZipFile(stream).read("index.html").decode()
        for tag in ("<b>", "<i>", "<u>", "<s>"):
            self.assertNotIn(tag, page)

    def test_an_archive_has_a_limit(self):
        files = (("F", f"{number}", "", b"x" * 100) for number in range(100))
        with self.assertRaises(archive.ArchiveTooLargeError):
            archive.write(io.BytesIO(), files, lambda entries: "", max_size=500)


@tagged("post_install", "-at_install")
class TestArchive(CertificateCommon, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._over(cls.internship, "draft")
        cls.internship.with_user(cls.coordinator).action_prepare()
        cls._bring("risk", RISK)
        cls._bring("health", MEDICAL)
        action = cls.internship.with_user(cls.coordinator).action_draw_up_agreement()
        cls.agreement = cls.env["hr.internship.agreement"].browse(action["res_id"])
        cls.agreement.with_user(cls.coordinator).action_send()
        cls._sign_all(cls.agreement.request_id)
        cls.env["hr.internship.evaluation"].create(
            {
                "internship_id": cls.internship.id,
                "form_file": base64.b64encode(b"%PDF-1.7 form"),
                "form_name": "form.pdf",
            }
        )
        cls._over(cls.internship)

    @classmethod
    def _bring(cls, kind, content):
        documents = cls.internship.document_ids.with_user(cls.coordinator)
        document = documents.filtered(lambda doc: doc.kind == kind)[:1]
        document.write(
            {
                "file": base64.b64encode(content),
                "file_name": f"{kind}.pdf",
                "valid_from": cls.internship.date_start,
                "valid_until": cls.internship.date_end,
                "told_school_on": Date.today(),
            }
        )
        if kind == "health":
            document.health_result = "fit"
        document.action_accept()

    @classmethod
    def _sign_all(cls, request):
        for signatory in request.sudo().signatory_ids.sorted("order"):
            partner = signatory.partner_id
            user = partner.user_ids[:1] or cls.env["res.users"].with_context(
                no_reset_password=True
            ).create(
                {
                    "name": partner.name,
                    "login": partner.email,
                    "partner_id": partner.id,
                    "group_ids": [(6, 0, cls.env.ref("base.group_portal").ids)],
                }
            )
            request.with_user(user).sudo()._sign(signatory, "portal", partner.name)

    def _open(self, user):
        self.authenticate(user.login, user.login)
        answer = self.url_open(f"/internships/{self.internship.id}/archive.zip")
        self.assertEqual(answer.status_code, 200)
        return zipfile.ZipFile(io.BytesIO(answer.content))

    def test_the_coordinator_gets_everything_with_its_hashes(self):
        certificate = self._issue()
        with self._open(self.coordinator) as files:
            self.assertIsNone(files.testzip())
            names = files.namelist()
            contents = {name: files.read(name) for name in names}
        for data in (
            RISK,
            MEDICAL,
            b"%PDF-1.7 form",
            certificate._get_file(),
            self.agreement.request_id._get_file(),
        ):
            self.assertIn(data, contents.values())
        sums = contents["SHA256SUMS"].decode()
        page = contents["index.html"].decode()
        for name, data in contents.items():
            if name not in ("SHA256SUMS", "index.html"):
                line = f"{hash_chain.sha256(data)}  {name}\n"
                self.assertIn(line, sums)
                self.assertIn(hash_chain.sha256(data), page)
        self.assertEqual(sums.count("\n"), len(names) - 2)

    def test_the_signed_file_is_packed_once_its_page_is_made(self):
        self.agreement.request_id.with_user(self.coordinator).action_retry_evidence()
        signed = self.agreement.request_id._get_signed_file()
        with self._open(self.coordinator) as files:
            self.assertIn(signed, [files.read(name) for name in files.namelist()])

    def test_a_mentor_gets_no_medical_proof(self):
        with self._open(self.mentor_user) as files:
            contents = [files.read(name) for name in files.namelist()]
            everything = " ".join(files.namelist()) + files.read("index.html").decode()
        self.assertIn(RISK, contents)
        self.assertNotIn(MEDICAL, contents)
        self.assertNotIn("health", everything)

    def test_others_find_nothing(self):
        other = self._internship(partner_id=self._partner("Other").id)
        for user, internship in (
            (self.director, other),
            (self._user("somebody"), self.internship),
            (self.intern.user_ids, self.internship),
        ):
            self.authenticate(user.login, user.login)
            for number in (internship.id, 0, 2**31 - 1):
                answer = self.url_open(f"/internships/{number}/archive.zip")
                self.assertEqual(answer.status_code, 404)

    def test_too_much_for_one_archive_is_said(self):
        internship = self.internship.with_user(self.coordinator)
        with (
            patch.object(archive, "write", side_effect=archive.ArchiveTooLargeError),
            self.assertRaisesRegex(UserError, "one by one"),
        ):
            internship._write_archive(io.BytesIO())

    def test_the_button_leads_to_it(self):
        action = self.internship.with_user(self.coordinator).action_download_archive()
        self.assertTrue(action["url"].endswith(f"/{self.internship.id}/archive.zip"))

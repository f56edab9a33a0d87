# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dataclasses import replace

from odoo.tests import BaseCase, tagged

from ...tools.hash_chain import (
    ActRecord,
    Personal,
    check_document,
    genesis,
    seal,
    sha256,
    verify,
)

DOCUMENT = sha256(b"document")
START = genesis("AAAA-BBBB-CCCC", DOCUMENT, 8)


def chain(count=3, key=None, start=START):
    acts = []
    for number in range(1, count + 1):
        act = ActRecord(
            sequence=number,
            kind="signed",
            role="intern",
            order=number,
            channel="portal_typed",
            when=f"2026-02-03T10:0{number}:00Z",
            document_hash=DOCUMENT,
            previous_hash=acts[-1].hash if acts else start,
            personal=Personal(name=f"Person {number}", ip="192.0.2.1"),
        )
        acts.append(seal(act, key))
    return acts


@tagged("post_install", "-at_install")
class TestHashChain(BaseCase):
    def _codes(self, acts, head=None, count=3, key=None):
        intact = chain(key=key)
        head = head or self.head
        self.assertTrue(intact)
        return [
            (finding.code, finding.sequence)
            for finding in verify(acts, START, DOCUMENT, head, count, key)
        ]

    def setUp(self):
        super().setUp()
        self.acts = chain()
        self.head = self.acts[-1].hash

    def test_an_untouched_chain_has_no_findings(self):
        self.assertEqual(self._codes(self.acts), [])
        self.assertEqual(verify([], START, DOCUMENT, "", 0), [])

    def test_a_changed_name_is_named(self):
        self.acts[1] = replace(self.acts[1], personal=Personal(name="Somebody Else"))
        self.assertEqual(self._codes(self.acts), [("personal", 2)])

    def test_changed_time_role_channel_order_and_kind_are_named(self):
        for change in (
            {"when": "2026-02-03T09:00:00Z"},
            {"role": "school"},
            {"channel": "backend_typed"},
            {"order": 9},
            {"kind": "refused"},
        ):
            with self.subTest(change=change):
                acts = [self.acts[0], replace(self.acts[1], **change), self.acts[2]]
                self.assertEqual(self._codes(acts), [("act", 2)])

    def test_an_act_for_another_file_is_named(self):
        self.acts[0] = replace(self.acts[0], document_hash=sha256(b"other"))
        self.assertIn(("other_document", 1), self._codes(self.acts))

    def test_a_deleted_act_is_named_wherever_it_was(self):
        self.assertEqual(self._codes(self.acts[1:]), [("missing", 1)])
        self.assertEqual(self._codes(self.acts[::2]), [("missing", 2)])
        self.assertEqual(self._codes(self.acts[:2]), [("missing", 3)])

    def test_a_deleted_and_renumbered_act_breaks_the_link(self):
        renumbered = [self.acts[0], replace(self.acts[2], sequence=2)]
        self.assertIn(("link", 2), self._codes(renumbered))

    def test_an_added_act_is_named(self):
        self.assertEqual(self._codes(chain(4)[:0] + self._extended()), [("added", 4)])

    def _extended(self):
        forged = replace(
            self.acts[2], sequence=4, previous_hash=self.head, salt="", hash=""
        )
        return [*self.acts, seal(forged)]

    def test_a_changed_order_is_named(self):
        first, second, third = self.acts
        swapped = [replace(second, sequence=1), replace(first, sequence=2), third]
        self.assertEqual(self._codes(swapped), [("order", 2), ("order", 1)])

    def test_a_rebuilt_chain_is_seen_by_the_head(self):
        self.assertEqual(self._codes(chain()), [("rebuilt", 0)])

    def test_a_chain_of_another_request_does_not_fit(self):
        other = chain(start=genesis("DDDD-EEEE-FFFF", DOCUMENT, 8))
        self.assertIn(("link", 1), self._codes(other, head=other[-1].hash))

    def test_an_anonymised_act_still_verifies(self):
        self.acts[0] = replace(self.acts[0], personal=Personal(), salt="")
        self.assertEqual(self._codes(self.acts), [])

    def test_a_name_without_salt_is_no_anonymised_act(self):
        self.acts[0] = replace(self.acts[0], salt="")
        self.assertEqual(self._codes(self.acts), [("personal", 1)])

    def test_with_a_key_a_chain_made_without_it_is_seen(self):
        keyed = chain(key=b"secret")
        self.assertEqual(self._codes(keyed, keyed[-1].hash, key=b"secret"), [])
        self.assertIn(("no_key", 1), self._codes(self.acts, key=b"secret"))
        self.assertIn(("key", 1), self._codes(keyed, keyed[-1].hash, key=b"other"))

    def test_changed_missing_and_same_bytes_are_told_apart(self):
        self.assertEqual(check_document(b"document", DOCUMENT, 8), [])
        self.assertEqual(check_document(b"docum3nt", DOCUMENT, 8)[0].code, "document")
        self.assertEqual(check_document(b"", DOCUMENT, 8)[0].code, "document_missing")

    def test_equal_people_get_different_digests(self):
        first, second = chain(1)[0], chain(1)[0]
        self.assertEqual(first.personal, second.personal)
        self.assertNotEqual(first.personal_digest, second.personal_digest)

    def test_beginning_without_annexes_never_changes(self):
        """Chains that were made before there were annexes still verify."""
        self.assertEqual(
            genesis("K7QF-2M9T-XW4H", "a" * 64, 10),
            "5e45edc9fc8b9abcd00927198f70bc7af1d1d647defeb2fa9b30c3e8ecd648e5",
        )

    def test_beginning_depends_on_each_annex_and_on_their_order(self):
        beginnings = {
            genesis("AAAA-BBBB-CCCC", DOCUMENT, 8, annexes)
            for annexes in ((), ("x",), ("y",), ("x", "y"), ("y", "x"))
        }
        self.assertEqual(len(beginnings), 5)

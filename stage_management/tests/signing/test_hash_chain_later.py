# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Acts of before verify as they are; what came later is hashed as well."""

from dataclasses import replace

from odoo.tests import BaseCase, tagged

from ...tools.hash_chain import Personal, seal, verify
from .test_hash_chain import DOCUMENT, START, chain

# what the first version of the format made of the first act, with this salt
SALT = "0" * 32
DIGEST = "9375aeb7009faf5d2ef33703baff63d47b59ffad572a2f6fea40617c2d2dab26"
HASH = "1906213cfab3d819dcf66acc302bbc1e0e735f7339c8a406bba37b08527b89d7"


@tagged("post_install", "-at_install")
class TestHashChainLater(BaseCase):
    def _act(self, personal=None, **values):
        act = replace(chain(1)[0], salt=SALT, **values)
        return seal(replace(act, personal=replace(act.personal, **(personal or {}))))

    def _codes(self, act, head):
        return [f.code for f in verify([act], START, DOCUMENT, head, 1)]

    def test_hashes_of_the_first_version_stay(self):
        act = self._act()
        self.assertEqual((act.personal_digest, act.hash), (DIGEST, HASH))

    def test_power_and_day_are_part_of_the_hash(self):
        act = self._act(power="Decision", paper_date="2026-02-01")
        self.assertNotEqual(act.hash, HASH)
        for change in ({"power": ""}, {"power": "Other"}, {"paper_date": ""}):
            self.assertEqual(self._codes(replace(act, **change), act.hash), ["act"])

    def test_what_is_added_to_an_old_act_is_detected(self):
        act = self._act()
        self.assertEqual(self._codes(replace(act, power="Decision"), HASH), ["act"])
        for name in Personal.LATER:
            personal = replace(act.personal, **{name: "x"})
            found = self._codes(replace(act, personal=personal), HASH)
            self.assertEqual(found, ["personal"], name)

    def test_later_personal_parts_are_erasable(self):
        act = self._act(personal={"proof": "aa", "recorded_by": "Carl"}, power="P")
        self.assertEqual(self._codes(act, act.hash), [])
        erased = replace(act, personal=Personal(), salt="")
        self.assertEqual(self._codes(erased, act.hash), [])

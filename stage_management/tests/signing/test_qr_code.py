# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import re

from odoo.tests import BaseCase, tagged

from ...tools import qr_code

# read by another program as what it should say
KNOWN = tuple(
    """
#######....##.#######
#.....#.###.#.#.....#
#.###.#.##....#.###.#
#.###.#.#.#...#.###.#
#.###.#..####.#.###.#
#.....#...#.#.#.....#
#######.#.#.#.#######
........##.##........
#.....#.##..###..###.
####.#...##.##.#...#.
...#..#.#.##.#.####.#
##..#..#.#....#.###..
##.#.######..#.#####.
........##.##.....###
#######..#..###..#...
#.....#...###.####.#.
#.###.#..#..##..#.##.
#.###.#..##.##.###...
#.###.#..##..####.###
#.....#..##....###..#
#######.#.##....###..
""".strip().splitlines()
)


@tagged("post_install", "-at_install")
class TestQrCode(BaseCase):
    def test_a_code_is_what_readers_know(self):
        self.assertEqual(tuple(qr_code.modules("K7QF-2M9T-XW4H")), KNOWN)

    def test_a_longer_text_takes_a_larger_code(self):
        rows = qr_code.modules("https://stage.example/internships/verify/" + "A" * 60)
        self.assertGreater(len(rows), len(KNOWN))
        self.assertEqual({len(row) for row in rows}, {len(rows)})

    def test_the_picture_draws_each_dark_module_once_with_a_quiet_zone(self):
        uri = qr_code.data_uri("K7QF-2M9T-XW4H")
        picture = base64.b64decode(uri.partition(",")[2]).decode()
        self.assertIn('viewBox="0 0 29 29"', picture)
        drawn = re.findall(r"M(\d+) (\d+)h1v1h-1z", picture)
        self.assertEqual(len(drawn), "".join(KNOWN).count("#"))
        self.assertEqual(drawn[0], ("4", "4"))

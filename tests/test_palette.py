"""The families can be told apart by those who see fewer colours, and on grey paper by their shapes.

Simulated as Machado, Oliveira and Fernandes describe (2009, severity 1.0, on linear RGB); distances are CIE76 in CIELAB
under D65, where about 2.3 is the least difference that an eye notices.
"""

from __future__ import annotations

from itertools import combinations
from math import dist

import numpy as np
import numpy.typing as npt
import pytest

from components.charts.palette import INKS, Theme, colour, shape

Vector = npt.NDArray[np.float64]

FAMILIES = ("rok", "ua", "us", "uk", "ru", "prk", "media")
EYES = {
    "as they are": np.eye(3),
    "without red cones": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "without green cones": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "without blue cones": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.95047, 1.0, 1.08883])
APART = 7.0


def linear(hexadecimal: str) -> Vector:
    parts = np.array([int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(hexadecimal: str, eye: Vector) -> Vector:
    x, y, z = np.cbrt(np.clip(TO_XYZ @ np.clip(eye @ linear(hexadecimal), 0, 1) / WHITE, 0.008856, None))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_no_two_families_look_alike(theme: Theme, eye: str) -> None:
    seen = {family: lab(colour(family, theme), EYES[eye]) for family in FAMILIES}
    near = {pair: round(dist(seen[pair[0]], seen[pair[1]]), 1) for pair in combinations(FAMILIES, 2)}
    assert {pair: apart for pair, apart in near.items() if apart < APART} == {}


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_family_stands_out_from_its_ground(theme: Theme) -> None:
    ground = lab(INKS[theme].ground, EYES["as they are"])
    assert all(dist(lab(colour(family, theme), EYES["as they are"]), ground) > 5 * APART for family in FAMILIES)


def test_on_grey_paper_each_family_has_a_shape_of_its_own() -> None:
    named = ("rok", "ua", "us", "uk", "nato", "ru", "prk", "eu", "jp", "un", "msmt", "media")
    assert len({shape(family) for family in named}) == len(named)

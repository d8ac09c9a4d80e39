"""The golden briefs cover what they should, and a file that is wrong gets one clear line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bespoke.domain import Angle, DraftKind, OfferKind, Segment
from bespoke.errors import BriefRefused, NotFound
from eval.copy_briefs import read_golden_briefs
from tests.eval.copy_trials import SHOP, write_shop

GOLDEN = read_golden_briefs()
FRAMES = [one.sheet for one in GOLDEN if one.sheet.kind is DraftKind.FRAME]


def test_golden_briefs_have_names_of_their_own() -> None:
    assert max(Counter(one.name for one in GOLDEN).values()) == 1


def test_golden_briefs_cover_locales_angles_segments_offers_and_sizes() -> None:
    cohorts = [sheet.cohort for sheet in FRAMES if sheet.cohort is not None]
    products = [product for one in GOLDEN for product in one.sheet.products]

    assert {sheet.locale for sheet in FRAMES} == {"en-GB", "en-US", "de-DE", "fr-FR", "es-ES"}
    assert {one.sheet.locale for one in GOLDEN if one.sheet.kind is DraftKind.BLURB} == {
        sheet.locale for sheet in FRAMES
    }
    for locale in {sheet.locale for sheet in FRAMES}:
        offers = {sheet.offer is None for sheet in FRAMES if sheet.locale == locale}
        assert offers == {True, False}
    assert {sheet.angle for sheet in FRAMES} == set(Angle)
    assert {cohort.segment for cohort in cohorts} == {*Segment, None}
    assert {sheet.offer.kind for sheet in FRAMES if sheet.offer is not None} == set(OfferKind)
    assert {len(sheet.products) for sheet in FRAMES} >= {1, 2, 4, 5}
    assert any(sheet.theme for sheet in FRAMES)
    assert max(len(product.title) for product in products) > 100
    assert any("ignore all rules" in product.description for product in products)


def test_a_limit_spreads_over_the_files() -> None:
    few = read_golden_briefs(limit=6)

    assert len(few) == 6
    assert len({one.sheet.locale for one in few}) >= 4


def test_a_folder_of_ones_own_is_read(tmp_path: Path) -> None:
    briefs = read_golden_briefs(write_shop(tmp_path / "own"))

    assert [one.name for one in briefs] == ["shop/loyal", "shop/new", "shop/blurb mug"]
    assert briefs[0].sheet.brand.name == "Juniper & Loom"
    assert str(briefs[0].sheet.products[0].price.amount) == "12.50"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('currency = "GBP"', "currency = ", "not valid TOML"),
        ('currency = "GBP"', 'currency = "GBP"\nlanguage = "en"', "language: unknown key"),
        ('price = "12.50"', "price = 12.50", "in quotes"),
        ('price = "12.50"', 'price = "12,50"', "products.0.price"),
        ('price = "12.50"', 'price = "0"', "products.0.price"),
        ('products = ["mug"]', 'products = ["jug"]', "names product 'jug', which the file does not have"),
        ('name = "new"', 'name = "loyal"', "frame 'loyal' is there twice"),
        ('angle = "curiosity"', 'angle = "shock"', "frames.1.angle"),
        ('locale = "en-GB"', 'locale = "English"', "locale"),
        ('description = "A hand-thrown stoneware mug."', "", "of which nothing can be said"),
        ('name = "new"', 'name = "new"\noffer = { kind = "percent" }', "needs a value"),
        (SHOP, "", "locale: Field required"),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in SHOP
    folder = write_shop(tmp_path / "own", SHOP.replace(old, new))

    with pytest.raises(BriefRefused) as refused:
        read_golden_briefs(folder)

    said = str(refused.value)
    assert said.startswith("shop.toml")
    assert says in said
    assert "\n" not in said


def test_a_file_that_asks_for_nothing_is_refused(tmp_path: Path) -> None:
    text = SHOP[: SHOP.index("[[frames]]")].replace('blurbs = ["mug"]', "")

    with pytest.raises(BriefRefused, match="asks for nothing"):
        read_golden_briefs(write_shop(tmp_path / "own", text))


def test_no_folder_and_an_empty_one_are_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="absent"):
        read_golden_briefs(tmp_path / "absent")
    with pytest.raises(NotFound, match=r"\*\.toml"):
        read_golden_briefs(tmp_path)

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bespoke.settings import BrandSettings
from templates.palette import (
    EDGE_CONTRAST,
    TEXT_CONTRAST,
    Shades,
    contrast,
    derive_palette,
    mix,
    readable,
)

colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def texts_on_surfaces(shades: Shades) -> dict[str, tuple[str, str]]:
    pairs = {
        "body": (shades.ink, shades.sheet),
        "body on the tint": (shades.ink, shades.tint),
        "wordmark": (shades.ink, shades.canvas),
        "reason": (shades.muted, shades.sheet),
        "terms": (shades.muted, shades.tint),
        "eyebrow": (shades.accent, shades.sheet),
        "offer": (shades.accent, shades.tint),
        "footer": (shades.canvas_ink, shades.canvas),
        "button": (shades.button_ink, shades.button),
        "outlined button": (shades.outline, shades.sheet),
        "outlined button on the tint": (shades.outline, shades.tint),
        "panel headline": (shades.panel_ink, shades.panel),
        "panel text": (shades.panel_muted, shades.panel),
        "panel button": (shades.panel_button_ink, shades.panel_button),
    }
    tiles = {f"tile {n}": (tile.ink, tile.background) for n, tile in enumerate(shades.tiles)}
    return pairs | tiles


@given(primary=colors, accent=colors)
@example(primary="#1f4d3f", accent="#c2562d")
@example(primary="#ffd400", accent="#ffffff")
@example(primary="#777777", accent="#767676")
@example(primary="#000000", accent="#000000")
@example(primary="#ffffff", accent="#ffffff")
def test_every_text_is_readable_in_any_brand_light_and_dark(primary, accent):
    palette = derive_palette(primary, accent)

    for shades in (palette.light, palette.dark):
        faint = {
            name: pair for name, pair in texts_on_surfaces(shades).items() if contrast(*pair) < TEXT_CONTRAST
        }
        assert not faint


@given(primary=colors, accent=colors)
def test_a_button_stands_out_from_the_sheet_in_any_brand(primary, accent):
    palette = derive_palette(primary, accent)

    for shades in (palette.light, palette.dark):
        assert contrast(shades.button_edge, shades.sheet) >= EDGE_CONTRAST


def test_a_brand_color_that_can_be_read_is_kept_as_it_is():
    brand = BrandSettings()

    shades = derive_palette(brand.primary_color, brand.accent_color).light

    assert (shades.button, shades.panel, shades.outline) == (brand.primary_color,) * 3


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#767676", 4.54), ("#1f4d3f", "#1f4d3f", 1.0)],
)
def test_contrast_is_the_ratio_that_wcag_defines(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_a_color_is_moved_only_as_far_as_it_must_and_keeps_its_hue():
    moved = readable("#ff8800", "#ffffff")

    red, green, blue = (int(moved[start : start + 2], 16) for start in (1, 3, 5))
    assert TEXT_CONTRAST <= contrast(moved, "#ffffff") < TEXT_CONTRAST + 0.5
    assert red > green > blue


def test_mixing_takes_the_given_share_of_the_first_color():
    assert mix("#000000", 0.25, "#ffffff") == "#bfbfbf"

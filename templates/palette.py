"""Every color of an email, derived from a brand's two, light and dark, readable by construction.

Contrast follows WCAG 2.2: 4.5 to 1 for text, 3 to 1 for the edges of a control.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import dataclass

TEXT_CONTRAST = 4.5
EDGE_CONTRAST = 3.0

WHITE = "#ffffff"
BLACK = "#000000"
_SHADOW = "#141414"  # dark surfaces start here: pure black smears on OLED screens

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Tile:
    """The two colors of a picture tile that shows an initial."""

    background: str
    ink: str

    @property
    def edge(self) -> str:
        """A quiet frame inside the tile."""
        return mix(self.ink, 0.35, self.background)


@dataclass(frozen=True, slots=True)
class Shades:
    """One color scheme. Every `…ink` is readable on the surface it is named after."""

    canvas: str  # around the sheet
    canvas_ink: str  # small print on the canvas
    sheet: str
    ink: str
    muted: str  # secondary text on the sheet
    accent: str  # accent text on the sheet and on the tint
    line: str  # hairlines
    tint: str  # a quiet surface on the sheet
    button: str
    button_ink: str
    button_edge: str
    outline: str  # text and edge of an outlined button on the sheet
    panel: str  # the large surface in the brand's color
    panel_ink: str
    panel_muted: str
    panel_button: str
    panel_button_ink: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Palette:
    light: Shades
    dark: Shades


def derive_palette(primary: str, accent: str) -> Palette:
    """The light and the dark shades of a brand, from two `#rrggbb` colors."""
    primary, accent = primary.lower(), accent.lower()
    return Palette(light=_light_shades(primary, accent), dark=_dark_shades(primary, accent))


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colors, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    """WCAG's relative luminance, from 0 to 1."""
    red, green, blue = (_linear(part / 255) for part in _rgb(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(color: str, share: float, other: str) -> str:
    """`share` of `color` in `other`, in sRGB."""
    return _hex([a * share + b * (1 - share) for a, b in zip(_rgb(color), _rgb(other), strict=True)])


def ink_on(surface: str) -> str:
    """White where it can be read on `surface`, else black; one of the two always can."""
    return WHITE if contrast(WHITE, surface) >= TEXT_CONTRAST else BLACK


def readable(color: str, *surfaces: str, ratio: float = TEXT_CONTRAST) -> str:
    """`color`, moved as little as needed away from the surfaces to reach `ratio` on all of them.

    The surfaces lie on one side of the scale: all light or all dark.
    """
    pole = max((0.0, 1.0), key=lambda end: min(contrast(with_lightness(color, end), on) for on in surfaces))
    lightness = colorsys.rgb_to_hls(*(part / 255 for part in _rgb(color)))[1]
    return _first(
        lambda share: with_lightness(color, lightness * share + pole * (1 - share)) if share < 1 else color,
        lambda shade: all(contrast(shade, surface) >= ratio for surface in surfaces),
    )


def softened(ink: str, surface: str) -> str:
    """`ink` with a fifth of its surface mixed in, or with as much less as keeps it readable."""
    return _first(
        lambda share: mix(surface, 0.2 * share, ink),
        lambda shade: contrast(shade, surface) >= TEXT_CONTRAST,
    )


def with_lightness(color: str, lightness: float) -> str:
    """`color` at another lightness from 0 (black) to 1 (white), its hue and saturation kept."""
    hue, _, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _rgb(color)))
    return _hex([part * 255 for part in colorsys.hls_to_rgb(hue, lightness, saturation)])


def _light_shades(primary: str, accent: str) -> Shades:
    canvas, tint = mix(accent, 0.07, WHITE), mix(accent, 0.10, WHITE)
    ink = readable(mix(primary, 0.30, "#1a1a1a"), canvas, ratio=11)
    panel_ink = ink_on(primary)
    return Shades(
        canvas=canvas,
        canvas_ink=readable(mix(ink, 0.66, WHITE), canvas, ratio=5),
        sheet=WHITE,
        ink=ink,
        muted=readable(mix(ink, 0.70, WHITE), tint, WHITE, ratio=5),
        accent=readable(accent, tint, WHITE),
        line=mix(accent, 0.18, mix(ink, 0.04, WHITE)),
        tint=tint,
        button=primary,
        button_ink=panel_ink,
        button_edge=readable(primary, WHITE, ratio=EDGE_CONTRAST),
        outline=readable(primary, tint, WHITE),
        panel=primary,
        panel_ink=panel_ink,
        panel_muted=softened(panel_ink, primary),
        panel_button=panel_ink,
        panel_button_ink=readable(primary, panel_ink),
        tiles=_light_tiles(primary, accent),
    )


def _dark_shades(primary: str, accent: str) -> Shades:
    canvas, sheet = mix(primary, 0.10, "#0f0f0f"), mix(primary, 0.14, "#191919")
    canvas, sheet = _darkened(canvas, 0.012), _darkened(sheet, 0.022)
    tint = _darkened(mix(accent, 0.16, sheet), 0.04)
    panel = _darkened(mix(primary, 0.85, _SHADOW), 0.07)
    ink = mix(primary, 0.06, "#f3f1ee")
    button = readable(primary, tint, sheet, ratio=7)
    return Shades(
        canvas=canvas,
        canvas_ink=readable(mix(ink, 0.62, canvas), canvas, ratio=5),
        sheet=sheet,
        ink=ink,
        muted=readable(mix(ink, 0.70, sheet), tint, sheet, ratio=5),
        accent=readable(accent, tint, sheet, ratio=5.5),
        line=mix(ink, 0.16, sheet),
        tint=tint,
        button=button,
        button_ink=readable(mix(primary, 0.2, BLACK), button, ratio=7),
        button_edge=button,
        outline=button,
        panel=panel,
        panel_ink=readable(ink, panel, ratio=7),
        panel_muted=softened(readable(ink, panel, ratio=7), panel),
        panel_button=button,
        panel_button_ink=readable(mix(primary, 0.2, BLACK), button, ratio=7),
        tiles=_dark_tiles(primary, accent, sheet),
    )


def _light_tiles(primary: str, accent: str) -> tuple[Tile, ...]:
    deep, warm = readable(primary, mix(primary, 0.14, WHITE)), readable(accent, mix(accent, 0.14, WHITE))
    sand = mix(accent, 0.10, mix(primary, 0.10, WHITE))
    return (
        Tile(mix(primary, 0.14, WHITE), deep),
        Tile(mix(accent, 0.16, WHITE), readable(warm, mix(accent, 0.16, WHITE))),
        Tile(sand, readable(mix(primary, 0.5, accent), sand)),
        Tile(primary, softened(ink_on(primary), primary)),
    )


def _dark_tiles(primary: str, accent: str, sheet: str) -> tuple[Tile, ...]:
    grounds = (
        _darkened(mix(primary, 0.55, sheet), 0.06),
        _darkened(mix(accent, 0.34, sheet), 0.06),
        _darkened(mix(mix(primary, 0.5, accent), 0.28, sheet), 0.06),
        _darkened(mix(primary, 0.85, sheet), 0.08),
    )
    hues = (primary, accent, mix(accent, 0.35, WHITE), WHITE)
    return tuple(
        Tile(ground, readable(hue, ground, ratio=5.5)) for ground, hue in zip(grounds, hues, strict=True)
    )


def _darkened(color: str, ceiling: float) -> str:
    return _first(lambda share: mix(color, share, BLACK), lambda shade: luminance(shade) <= ceiling)


def _first(shade_at: Callable[[float], str], fits: Callable[[str], bool]) -> str:
    """The first fitting shade on the way from the color itself to its pole, which is the last resort."""
    shades = (shade_at(1 - step / 50) for step in range(51))
    return next((shade for shade in shades if fits(shade)), shade_at(0))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _rgb(color: str) -> Rgb:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _hex(parts: list[float]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)

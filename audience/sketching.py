"""A small canvas for flat illustrations: coordinates from 0 to 100, drawn large and reduced."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw

PIXELS = 600
_ENLARGED = 2  # drawn this many times larger, then averaged, for smooth edges
_UNIT = PIXELS * _ENLARGED / 100

Color = tuple[int, int, int]
Point = tuple[float, float]

WHITE: Color = (255, 255, 255)
INK: Color = (46, 53, 50)
CREAM: Color = (248, 243, 234)
WOOD: Color = (190, 148, 103)
WOOD_DARK: Color = (150, 111, 72)
LEAF: Color = (110, 138, 104)
LEAF_DARK: Color = (78, 104, 78)
BRASS: Color = (196, 160, 92)
FLAME: Color = (240, 178, 84)
_GROUND: Color = (200, 207, 197)
GLASS: Color = (222, 232, 230)

PALETTE: dict[str, Color] = {
    "oatmeal": (217, 203, 180),
    "cream": (240, 231, 214),
    "moss": (122, 133, 85),
    "sage": (160, 178, 150),
    "forest": (52, 88, 72),
    "slate": (104, 123, 137),
    "charcoal": (75, 78, 80),
    "indigo": (58, 72, 117),
    "sky": (158, 188, 203),
    "rust": (178, 84, 53),
    "terracotta": (201, 122, 88),
    "ochre": (204, 151, 66),
    "mustard": (217, 173, 77),
    "plum": (112, 70, 97),
    "blush": (223, 175, 162),
    "lilac": (168, 154, 188),
    "natural": (205, 178, 138),
    "oak": (201, 164, 118),
    "walnut": (124, 87, 62),
    "blond": (222, 195, 152),
    "brass": (198, 160, 88),
}


def mix(first: Color, second: Color, share: float) -> Color:
    """`first` with `share` of `second` in it."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(first, second, strict=True))
    return (r, g, b)


@dataclass(frozen=True, slots=True)
class Tones:
    """One color in the shades a drawing needs."""

    main: Color
    dark: Color
    deep: Color
    light: Color
    backdrop: Color
    halo: Color

    @classmethod
    def of(cls, color: Color) -> Tones:
        """Shades of `color`, and a quiet ground it stands out from."""
        # The palest colors would vanish on a tint of themselves; they get a gray-green ground.
        ground = _GROUND if min(color) > 170 else mix(color, (250, 246, 239), 0.80)
        return cls(
            main=color,
            dark=mix(color, INK, 0.22),
            deep=mix(color, INK, 0.45),
            light=mix(color, WHITE, 0.38),
            backdrop=ground,
            halo=mix(ground, mix(color, WHITE, 0.3), 0.30) if ground != _GROUND else mix(ground, WHITE, 0.28),
        )


class Sketch:
    """Shapes on a backdrop; later ones cover earlier ones."""

    def __init__(self, tones: Tones) -> None:
        """An empty tile: the backdrop and a paler disc behind the product."""
        side = PIXELS * _ENLARGED
        self.tones = tones
        self._image = Image.new("RGB", (side, side), tones.backdrop)
        self._draw = ImageDraw.Draw(self._image)
        self.oval(11, 9, 89, 87, tones.halo)

    def picture(self) -> Image.Image:
        """The finished tile at its true size, in few enough colors to be a small file."""
        return self._image.reduce(_ENLARGED).quantize(
            64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )

    def shadow(self, x0: float, x1: float, y: float = 82.0) -> None:
        """What a product casts on the ground it stands on."""
        self.oval(x0, y - 2.6, x1, y + 2.6, mix(self.tones.halo, mix(self.tones.deep, INK, 0.4), 0.26))

    def oval(self, x0: float, y0: float, x1: float, y1: float, color: Color) -> None:
        """A filled ellipse."""
        self._draw.ellipse(self._box(x0, y0, x1, y1), fill=color)

    def disc(self, x: float, y: float, radius: float, color: Color) -> None:
        """A filled circle."""
        self.oval(x - radius, y - radius, x + radius, y + radius, color)

    def box(self, x0: float, y0: float, x1: float, y1: float, color: Color, radius: float = 0) -> None:
        """A filled rectangle, with round corners where given."""
        self._draw.rounded_rectangle(self._box(x0, y0, x1, y1), radius * _UNIT, fill=color)

    def shape(self, points: Sequence[Point], color: Color) -> None:
        """A filled polygon."""
        self._draw.polygon([self._at(point) for point in points], fill=color)

    def line(self, points: Sequence[Point], color: Color, width: float = 1.0) -> None:
        """A line with round ends and joints."""
        flat = [self._at(point) for point in points]
        self._draw.line(flat, fill=color, width=round(width * _UNIT), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2 - 0.04, color)

    def curve(self, start: Point, pull: Point, end: Point, color: Color, width: float = 1.0) -> None:
        """A line bent towards `pull`."""
        self.line(bend(start, pull, end), color, width)

    def ring(self, x0: float, y0: float, x1: float, y1: float, color: Color, width: float) -> None:
        """An ellipse's outline."""
        self._draw.ellipse(self._box(x0, y0, x1, y1), outline=color, width=round(width * _UNIT))

    def arc(
        self, x0: float, y0: float, x1: float, y1: float, start: float, end: float, color: Color, width: float
    ) -> None:
        """Part of an ellipse's outline, in degrees clockwise from three o'clock."""
        self._draw.arc(self._box(x0, y0, x1, y1), start, end, fill=color, width=round(width * _UNIT))

    def half(self, x0: float, y0: float, x1: float, y1: float, color: Color, *, upper: bool = False) -> None:
        """The lower (or upper) half of a filled ellipse."""
        first, last = (180, 360) if upper else (0, 180)
        self._draw.pieslice(self._box(x0, y0, x1, y1), first, last, fill=color)

    def leaf(
        self, x: float, y: float, length: float, degrees: float, color: Color, plump: float = 0.22
    ) -> None:
        """A pointed leaf that grows from (x, y) in a direction; 0 is to the right, 90 up."""
        angle = math.radians(degrees)
        tip = (x + length * math.cos(angle), y - length * math.sin(angle))
        side = (math.sin(angle) * length * plump * 2, math.cos(angle) * length * plump * 2)
        middle = ((x + tip[0]) / 2, (y + tip[1]) / 2)
        left = bend((x, y), (middle[0] + side[0], middle[1] + side[1]), tip)
        right = bend(tip, (middle[0] - side[0], middle[1] - side[1]), (x, y))
        self.shape([*left, *right], color)

    def flame(self, x: float, y: float, size: float = 5.0) -> None:
        """A candle's flame that stands on (x, y)."""
        self.leaf(x, y, size * 1.5, 90, FLAME, 0.3)
        self.leaf(x, y, size * 0.8, 90, mix(FLAME, WHITE, 0.6), 0.3)

    def _at(self, point: Point) -> Point:
        return point[0] * _UNIT, point[1] * _UNIT

    def _box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        return x0 * _UNIT, y0 * _UNIT, x1 * _UNIT, y1 * _UNIT


def bend(start: Point, pull: Point, end: Point, steps: int = 16) -> list[Point]:
    """Points along a quadratic curve."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        points.append((a * start[0] + b * pull[0] + c * end[0], a * start[1] + b * pull[1] + c * end[1]))
    return points


def outline(half_widths: Sequence[tuple[float, float]], center: float = 50.0) -> list[Point]:
    """A smooth symmetric outline through (y, half width) pairs, from top to bottom."""
    dense: list[tuple[float, float]] = []
    for (y0, w0), (y1, w1) in pairwise(half_widths):
        for step in range(12):
            t = (1 - math.cos(math.pi * step / 12)) / 2
            dense.append((y0 + (y1 - y0) * step / 12, w0 + (w1 - w0) * t))
    dense.append(half_widths[-1])
    return [(center + w, y) for y, w in dense] + [(center - w, y) for y, w in reversed(dense)]

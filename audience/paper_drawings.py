"""Drawings of paper and of what hangs on a wall."""

from __future__ import annotations

import math

from audience.sketching import BRASS, CREAM, INK, LEAF, LEAF_DARK, WHITE, Sketch, bend, mix


def notebook(s: Sketch) -> None:
    t = s.tones
    s.box(29, 21, 74, 85, mix(t.halo, t.deep, 0.22), 2)
    s.box(30, 20, 73, 82, CREAM, 2)
    s.box(27, 18, 70, 81, t.main, 2.4)
    s.box(27, 18, 34, 81, t.dark, 2.4)
    s.line([(62, 18), (62, 81)], t.deep, 1.4)
    s.box(40, 32, 56, 43, CREAM, 1)
    s.line([(43, 37.5), (53, 37.5)], t.deep, 0.9)
    s.shape([(45, 81), (48, 81), (48, 88), (46.5, 86), (45, 88)], mix(t.main, BRASS, 0.7))


def paper_print(s: Sketch) -> None:
    t = s.tones
    s.box(25, 16, 79, 88, mix(t.halo, t.deep, 0.2), 0.6)
    s.box(23, 14, 77, 86, WHITE, 0.4)
    s.box(29, 20, 71, 80, mix(t.light, CREAM, 0.75))
    s.curve((50, 77), (49, 52), (53, 30), t.deep, 1.1)
    for step, y in enumerate(range(68, 34, -8)):
        length = 17 - step * 2
        s.leaf(50 + step * 0.5, y, length, 28, t.main, 0.2)
        s.leaf(50 + step * 0.5, y, length, 152, t.dark, 0.2)
    s.leaf(53, 32, 10, 82, t.main, 0.2)


def cards(s: Sketch) -> None:
    t = s.tones
    s.box(18, 40, 72, 80, mix(t.halo, t.deep, 0.2), 1)
    s.box(16, 38, 70, 78, t.light, 1)
    s.line([(16, 39), (43, 60), (70, 39)], t.dark, 1)
    s.box(40, 20, 82, 74, mix(t.halo, t.deep, 0.2), 1)
    s.box(38, 18, 80, 72, CREAM, 1)
    s.box(41, 21, 77, 69, t.main, 0.6)
    s.curve((59, 63), (58, 50), (59, 40), CREAM, 1)
    for turn in (30, 150, 60, 120, 90):
        s.leaf(59, 46, 11, turn, CREAM, 0.2)
    s.leaf(59, 58, 8, 40, CREAM)
    s.leaf(59, 58, 8, 140, CREAM)


def calendar(s: Sketch) -> None:
    t = s.tones
    s.box(25, 17, 79, 87, mix(t.halo, t.deep, 0.2), 1)
    s.box(23, 15, 77, 85, WHITE, 1)
    s.box(23, 15, 77, 50, t.light, 1)
    s.disc(63, 26, 5, mix(t.light, WHITE, 0.6))
    s.shape([*bend((23, 44), (40, 24), (58, 42)), (77, 50), (23, 50)], t.dark)
    s.shape([*bend((36, 50), (60, 28), (77, 44)), (77, 50)], t.main)
    for row in range(4):
        for column in range(7):
            x, y = 29 + column * 7, 58 + row * 7
            s.disc(x, y, 1.5, t.main if (row, column) == (1, 4) else mix(WHITE, INK, 0.25))
    s.disc(50, 18, 1.2, t.deep)


def pen(s: Sketch) -> None:
    t = s.tones
    s.line([(27, 80), (80, 27)], mix(t.halo, t.deep, 0.22), 6)
    s.line([(28, 75), (76, 27)], t.main, 6.4)
    s.line([(30, 75), (76, 29)], t.dark, 1.6)
    s.line([(27, 73), (74, 26)], t.light, 1)
    s.line([(54, 49), (51, 52)], BRASS, 6.6)
    s.shape([(29.6, 78), (25, 73.4), (20, 83)], mix(BRASS, INK, 0.15))
    s.line([(73, 25), (62, 36)], mix(BRASS, INK, 0.2), 1.6)


def mirror(s: Sketch) -> None:
    t = s.tones
    s.disc(51, 52, 34, mix(t.halo, t.deep, 0.22))
    s.disc(50, 50, 34, t.main)
    s.disc(50, 50, 29.5, t.dark)
    s.disc(50, 50.4, 28.8, (214, 226, 228))
    s.shape([(34, 70), (62, 27), (70, 33), (43, 74)], (230, 238, 239))
    s.shape([(48, 76), (74, 38), (76, 42), (53, 77)], (230, 238, 239))


def clock(s: Sketch) -> None:
    t = s.tones
    s.disc(51, 52, 33, mix(t.halo, t.deep, 0.22))
    s.disc(50, 50, 33, t.main)
    s.disc(50, 50, 29, CREAM)
    for hour in range(12):
        x, y = math.sin(hour * math.pi / 6), -math.cos(hour * math.pi / 6)
        inner = 22 if hour % 3 == 0 else 24
        s.line([(50 + x * inner, 50 + y * inner), (50 + x * 26, 50 + y * 26)], t.deep, 1.2)
    s.line([(50, 50), (38, 43)], INK, 2)
    s.line([(50, 50), (59, 32)], INK, 1.4)
    s.disc(50, 50, 2, BRASS)


def frame(s: Sketch) -> None:
    t = s.tones
    s.box(24, 16, 80, 88, mix(t.halo, t.deep, 0.22), 0.6)
    s.box(22, 14, 78, 86, t.main, 0.8)
    s.box(26, 18, 74, 82, t.dark)
    s.box(26.6, 18.6, 74, 82, WHITE)
    s.box(35, 29, 65, 71, (196, 212, 210))
    s.disc(56, 40, 4.4, (244, 214, 150))
    s.shape([*bend((35, 62), (44, 44), (56, 58)), (65, 71), (35, 71)], LEAF)
    s.shape([*bend((44, 71), (58, 50), (65, 56)), (65, 71)], LEAF_DARK)


def star(s: Sketch) -> None:
    t = s.tones
    s.line([(50, 0), (50, 16)], INK, 0.7)
    points = 7
    for number in range(points):
        angle = number * 2 * math.pi / points - math.pi / 2
        tip = (50 + 37 * math.cos(angle), 51 + 37 * math.sin(angle))
        for side, color in ((-1, t.light), (1, t.dark)):
            turn = angle + side * math.pi / points
            inner = (50 + 16 * math.cos(turn), 51 + 16 * math.sin(turn))
            s.shape([(50, 51), tip, inner], t.main if side < 0 else color)
    s.disc(50, 51, 4, t.light)


DRAWINGS = {
    "notebook": notebook,
    "print": paper_print,
    "cards": cards,
    "calendar": calendar,
    "pen": pen,
    "mirror": mirror,
    "clock": clock,
    "frame": frame,
    "star": star,
}

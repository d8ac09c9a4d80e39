"""Drawings of what is woven: throws, rugs, towels, bags."""

from __future__ import annotations

from audience.sketching import CREAM, INK, WOOD_DARK, Sketch, bend, mix


def blanket(s: Sketch) -> None:
    t = s.tones
    s.shadow(18, 84, 78)
    for x in range(20, 80, 3):
        s.line([(x, 74), (x - 0.6, 80)], t.dark, 0.8)
    s.box(18, 60, 82, 76, t.dark, 4)
    s.box(18, 47, 82, 63, t.main, 6)
    s.box(18, 34, 82, 50, t.light, 7)
    s.box(18, 36, 82, 50, t.main, 6)
    for x in (28, 34, 40):
        s.box(x, 36, x + 2.4, 76, t.light)
    s.box(46, 36, 47, 76, t.deep)


def cushion(s: Sketch) -> None:
    t = s.tones
    s.shadow(22, 80, 80)
    edge = [*bend((19, 25), (50, 32), (81, 25)), *bend((81, 25), (75, 52), (82, 80))]
    edge += [*bend((82, 80), (50, 74), (18, 80)), *bend((18, 80), (25, 52), (19, 25))]
    s.shape(edge, t.main)
    s.shape([*bend((82, 80), (50, 74), (18, 80)), *bend((18, 80), (50, 68), (82, 80))], t.dark)
    s.line(edge, t.deep, 0.9)
    for x, y in ((35, 42), (50, 45), (65, 42), (42, 56), (58, 56)):
        for turn in (45, 135, 225, 315):
            s.leaf(x, y, 4, turn, t.light)


def rug(s: Sketch) -> None:
    t = s.tones
    for y in range(24, 78, 2):
        s.line([(12, y), (88, y)], mix(t.main, CREAM, 0.4), 0.6)
    s.box(16, 22, 84, 78, t.main, 1.5)
    s.box(20, 26, 80, 74, t.light, 1)
    s.box(23, 29, 77, 71, t.main, 1)
    for row, y in enumerate(range(34, 70, 8)):
        for x in range(30 + (row % 2) * 5, 74, 10):
            s.shape([(x, y - 3), (x + 3.4, y), (x, y + 3), (x - 3.4, y)], t.dark)


def mat(s: Sketch) -> None:
    t = s.tones
    s.box(14, 37, 88, 72, mix(t.halo, t.deep, 0.2), 3)
    s.box(12, 34, 86, 69, t.dark, 3)
    s.box(15, 37, 83, 66, t.main, 2)
    for y in range(40, 65, 4):
        for x in range(19 + (y // 4 % 2) * 2, 82, 4):
            s.line([(x, y), (x + 0.8, y + 1.4)], t.light, 0.8)


def apron(s: Sketch) -> None:
    t = s.tones
    s.arc(39, 10, 61, 38, 180, 360, t.deep, 2)
    s.line([(20, 49), (34, 47)], t.deep, 1.6)
    s.line([(80, 49), (66, 47)], t.deep, 1.6)
    s.shape([(39, 24), (61, 24), (64, 40), (73, 47), (74, 84), (26, 84), (27, 47), (36, 40)], t.main)
    s.box(36, 55, 64, 71, t.light, 2)
    s.box(37, 56, 63, 70, mix(t.main, t.light, 0.25), 1.6)
    s.line([(50, 56), (50, 70)], t.light, 0.8)
    s.line([(39, 26.5), (61, 26.5)], t.light, 0.9)


def towel(s: Sketch) -> None:
    t = s.tones
    s.line([(14, 22), (86, 22)], WOOD_DARK, 2.6)
    s.box(33, 21, 73, 79, mix(CREAM, INK, 0.2), 1)
    s.box(28, 20, 68, 84, (252, 250, 245), 1)
    for y in (60, 66, 72):
        s.box(28, y, 68, y + 3, t.main)
    s.box(28, 78, 68, 79, t.main)
    s.box(28, 20, 68, 23, mix(CREAM, INK, 0.08), 1)


def folded(s: Sketch) -> None:
    t = s.tones
    s.shadow(18, 84, 79)
    for y, color in ((62, t.dark), (47, t.main), (32, t.light)):
        s.box(20, y, 80, y + 15.4, color, 6)
        s.box(26, y + 7.2, 80, y + 8.2, mix(color, INK, 0.18), 0.5)
    s.box(62, 32, 66, 77.4, mix(CREAM, t.light, 0.3))


def tote(s: Sketch) -> None:
    t = s.tones
    s.shadow(24, 76, 84)
    s.arc(36, 10, 64, 62, 180, 360, t.dark, 3)
    s.shape([(24, 38), (76, 38), (79, 84), (21, 84)], t.main)
    s.box(24, 38, 76, 42, t.dark)
    s.curve((50, 76), (49, 64), (50, 54), t.light, 1.2)
    for y, length in ((72, 11), (65, 10), (59, 8)):
        s.leaf(50, y, length, 35, t.light)
        s.leaf(50, y, length, 145, t.light)


def stocking(s: Sketch) -> None:
    t = s.tones
    s.ring(57, 8, 65, 20, t.deep, 1.4)
    s.box(39, 28, 65, 66, t.main)
    s.oval(20, 56, 58, 86, t.main)
    s.oval(38, 50, 65, 86, t.main)
    s.oval(20, 62, 36, 84, t.dark)
    s.box(35, 17, 69, 31, CREAM, 4)
    s.box(35, 25, 69, 31, mix(CREAM, t.dark, 0.14), 3)
    for y in (42, 52):
        for x in (45, 52, 59):
            s.shape([(x, y - 2.6), (x + 2.6, y), (x, y + 2.6), (x - 2.6, y)], t.light)


DRAWINGS = {
    "blanket": blanket,
    "cushion": cushion,
    "rug": rug,
    "mat": mat,
    "apron": apron,
    "towel": towel,
    "folded": folded,
    "tote": tote,
    "stocking": stocking,
}

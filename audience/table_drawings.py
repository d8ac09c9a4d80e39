"""Drawings of what stands on a table: kitchen, candles, lamps, bath."""

from __future__ import annotations

from audience.sketching import (
    BRASS,
    CREAM,
    GLASS,
    INK,
    LEAF,
    LEAF_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
    Sketch,
    mix,
    outline,
)


def mug(s: Sketch) -> None:
    t = s.tones
    s.shadow(24, 80)
    s.ring(56, 43, 82, 69, t.dark, 5)
    s.box(26, 34, 68, 81, t.dark, 8)
    s.box(26, 34, 68, 60, t.dark)
    s.box(26, 34, 61, 81, t.main, 8)
    s.box(26, 34, 61, 60, t.main)
    s.oval(26, 29.5, 68, 39, t.light)
    s.oval(29, 31, 65, 37.6, t.deep)
    s.box(32, 45, 35, 70, t.light, 1.5)


def bowl(s: Sketch) -> None:
    t = s.tones
    s.shadow(26, 74)
    s.box(40, 74, 60, 81, t.dark, 2)
    s.half(15, 12, 85, 79, t.main)
    s.oval(15, 37, 85, 54, t.light)
    s.oval(19, 39, 81, 52.5, t.dark)
    s.oval(24, 43, 76, 52.4, t.main)


def plate(s: Sketch) -> None:
    t = s.tones
    s.disc(51, 53, 33, mix(t.halo, t.deep, 0.22))
    s.disc(50, 50, 33, t.main)
    s.ring(18.5, 18.5, 81.5, 81.5, t.light, 1.4)
    s.disc(50, 50, 22, t.dark)
    s.disc(50, 50.7, 21.3, mix(t.main, t.light, 0.35))
    s.arc(24, 24, 76, 76, 200, 250, t.light, 1.3)


def jug(s: Sketch) -> None:
    t = s.tones
    s.shadow(30, 74)
    s.ring(58, 34, 80, 66, t.dark, 4.6)
    s.shape(outline([(28, 14), (40, 12.5), (58, 21), (72, 21), (81, 15)]), t.main)
    s.shape([(36, 28), (28, 24), (40, 38)], t.main)
    s.oval(35, 24.5, 64, 31.5, t.light)
    s.oval(38, 26, 61, 30.4, t.deep)
    s.curve((36, 50), (31, 60), (35, 72), t.light, 2.6)


def board(s: Sketch) -> None:
    t = s.tones
    s.box(31, 21, 71, 83, mix(t.halo, t.deep, 0.2), 7)
    s.box(29, 19, 69, 81, t.main, 7)
    for x, top in ((36, 34), (43, 28), (51, 32), (58, 27), (64, 36)):
        s.line([(x, top), (x + 0.6, 72)], mix(t.main, t.dark, 0.55), 0.7)
    s.disc(49, 26, 3.2, t.backdrop)
    s.leaf(52, 66, 15, 60, LEAF)
    s.leaf(52, 66, 13, 115, LEAF_DARK)


def teapot(s: Sketch) -> None:
    t = s.tones
    s.shadow(24, 76)
    s.ring(64, 41, 86, 68, t.dark, 4.4)
    s.shape([(30, 66), (12, 44), (17, 40), (34, 53)], t.dark)
    s.oval(23, 37, 73, 82, t.main)
    s.half(32, 31, 64, 50, t.dark, upper=True)
    s.disc(48, 29.5, 3.6, t.deep)
    s.curve((31, 54), (28, 62), (33, 70), t.light, 2.6)


def candle(s: Sketch) -> None:
    t = s.tones
    s.shadow(28, 72)
    s.box(31, 38, 69, 81, GLASS, 5)
    s.box(31, 47, 69, 81, t.main, 5)
    s.box(31, 45, 69, 60, t.main)
    s.oval(31, 42, 69, 50, t.light)
    s.line([(50, 46), (50, 39.5)], INK, 1)
    s.flame(50, 41, 7)
    s.box(39, 57, 61, 72, CREAM, 1.5)
    s.line([(43, 62), (57, 62)], t.deep, 1)
    s.line([(46, 66.5), (54, 66.5)], t.dark, 0.8)


def tapers(s: Sketch) -> None:
    t = s.tones
    s.shadow(26, 74)
    for x, top in ((39, 26), (61, 32)):
        s.shape([(x - 2.4, top), (x + 2.4, top), (x + 3.6, 74), (x - 3.6, 74)], t.main)
        s.shape([(x + 0.8, top), (x + 2.4, top), (x + 3.6, 74), (x + 1.2, 74)], t.dark)
        s.line([(x, top), (x, top - 3)], INK, 0.8)
        s.flame(x, top - 2, 5)
        s.box(x - 5, 70, x + 5, 76, BRASS, 1)
        s.oval(x - 10, 75, x + 10, 82, mix(BRASS, INK, 0.12))


def lamp(s: Sketch) -> None:
    t = s.tones
    s.shadow(32, 68)
    s.shape(outline([(50, 2), (56, 6), (66, 10), (76, 7), (81, 13)]), t.main)
    s.box(36, 79, 64, 82, t.dark, 1)
    s.shape([(36, 20), (64, 20), (76, 51), (24, 51)], CREAM)
    s.shape([(36, 20), (64, 20), (64.6, 21.6), (35.4, 21.6)], mix(CREAM, t.dark, 0.35))
    s.shape([(24.6, 49.4), (75.4, 49.4), (76, 51), (24, 51)], mix(CREAM, t.dark, 0.35))
    s.shape([(57, 22), (64, 22), (75, 49), (63, 49)], mix(CREAM, t.dark, 0.12))


def pendant(s: Sketch) -> None:
    t = s.tones
    s.line([(50, 0), (50, 34)], INK, 1)
    s.box(46.5, 30, 53.5, 38, BRASS, 1.5)
    s.half(18, 36, 82, 92, t.main, upper=True)
    s.arc(24, 41, 76, 88, 195, 250, t.light, 2.2)
    s.oval(18, 59, 82, 69, t.dark)
    s.oval(22, 60.5, 78, 68, mix(t.light, CREAM, 0.5))
    s.disc(50, 66, 5, mix(CREAM, (255, 226, 150), 0.6))


def lantern(s: Sketch) -> None:
    t = s.tones
    s.shadow(28, 72)
    s.ring(42, 12, 58, 30, t.dark, 1.8)
    s.shape([(50, 22), (68, 36), (32, 36)], t.main)
    s.box(30, 35, 70, 39, t.dark, 1)
    s.box(32, 38, 68, 78, GLASS)
    s.box(43, 56, 57, 78, CREAM, 1)
    s.line([(50, 56), (50, 53)], INK, 0.8)
    s.flame(50, 54, 6)
    for x in (33, 50, 67):
        s.line([(x, 38), (x, 42 if x == 50 else 78)], t.main, 2)
    s.box(29, 76, 71, 82, t.main, 1)


def diffuser(s: Sketch) -> None:
    t = s.tones
    s.shadow(33, 67)
    for x in (32, 39, 46, 54, 61, 68):
        s.line([(50 + (x - 50) * 0.15, 56), (x, 17 + abs(x - 50) * 0.3)], WOOD_DARK, 1)
    s.box(45, 43, 55, 53, WOOD, 1)
    s.box(34, 51, 66, 82, mix(t.main, GLASS, 0.35), 6)
    s.box(34, 62, 66, 82, t.main, 6)
    s.box(34, 62, 66, 70, t.main)
    s.box(41, 62, 59, 74, CREAM, 1.2)
    s.line([(45, 66), (55, 66)], t.deep, 1)
    s.line([(47, 70), (53, 70)], t.dark, 0.8)


def soap(s: Sketch) -> None:
    t = s.tones
    s.shadow(18, 82, 76)
    s.box(21, 44, 81, 76, t.dark, 8)
    s.box(19, 38, 79, 70, t.main, 9)
    s.box(23, 41.5, 75, 66, t.light, 7)
    s.box(24.5, 43.5, 73.5, 64.5, t.main, 6)
    s.box(36, 38, 62, 76, CREAM)
    s.line([(42, 50), (56, 50)], t.deep, 1.2)
    s.line([(44, 55), (54, 55)], t.dark, 0.9)
    for x, y, r in ((77, 32, 4), (84, 40, 2.2), (70, 27, 2.2)):
        s.ring(x - r, y - r, x + r, y + r, mix(WHITE, t.light, 0.3), 0.7)


def bottle(s: Sketch) -> None:
    t = s.tones
    s.shadow(32, 68)
    s.line([(50, 24), (50, 38)], INK, 1.8)
    s.line([(36, 23), (53, 23)], INK, 3)
    s.line([(36, 23), (35, 27)], INK, 2)
    s.box(44, 33, 56, 40, INK, 1.4)
    s.box(33, 39, 67, 82, t.main, 7)
    s.box(58, 43, 67, 79, t.dark, 5)
    s.box(38, 52, 60, 72, CREAM, 1.2)
    s.line([(42, 58), (56, 58)], t.deep, 1.1)
    s.line([(44, 63), (54, 63)], t.dark, 0.9)


def jar(s: Sketch) -> None:
    t = s.tones
    s.shadow(29, 71)
    s.box(31, 36, 69, 82, mix(t.main, GLASS, 0.6), 7)
    s.box(33, 52, 67, 80, t.main, 6)
    s.oval(33, 48, 67, 56, t.light)
    s.box(36, 24, 64, 37, WOOD, 3)
    s.box(36, 32, 64, 37, WOOD_DARK, 2)
    s.box(36, 40, 38.6, 76, WHITE, 1.3)
    s.box(42, 59, 59, 71, CREAM, 1)
    s.line([(45.5, 65), (55.5, 65)], t.deep, 1)


def tray(s: Sketch) -> None:
    t = s.tones
    s.half(8, 28, 92, 102, WHITE)
    s.box(8, 62, 92, 66, mix(WHITE, t.dark, 0.15), 2)
    s.box(6, 52, 94, 58, t.main, 2)
    s.box(6, 56, 94, 58.6, t.dark, 1)
    s.box(27, 38, 35, 52, mix(t.main, (160, 178, 150), 0.7), 1.5)
    s.box(29, 33, 33, 38, INK, 0.8)
    s.box(58, 42, 68, 52, CREAM, 1)
    s.line([(63, 42), (63, 40)], INK, 0.8)
    s.flame(63, 41, 4)
    s.box(42, 48, 53, 52, (223, 175, 162), 1.5)


DRAWINGS = {
    "mug": mug,
    "bowl": bowl,
    "plate": plate,
    "jug": jug,
    "board": board,
    "teapot": teapot,
    "candle": candle,
    "tapers": tapers,
    "lamp": lamp,
    "pendant": pendant,
    "lantern": lantern,
    "diffuser": diffuser,
    "soap": soap,
    "bottle": bottle,
    "jar": jar,
    "tray": tray,
}

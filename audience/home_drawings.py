"""Drawings of textiles, paper, storage, the garden and Christmas."""

from __future__ import annotations

import math

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
    bend,
    mix,
    outline,
)


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


def planter(s: Sketch) -> None:
    t = s.tones
    s.shadow(27, 73)
    for degrees, length in ((150, 26), (125, 34), (100, 40), (75, 38), (50, 34), (28, 26)):
        s.leaf(50, 52, length, degrees, LEAF if degrees % 2 else LEAF_DARK, 0.17)
    s.shape([(31, 52), (69, 52), (64, 80), (36, 80)], t.main)
    s.shape([(58, 52), (69, 52), (64, 80), (56, 80)], t.dark)
    s.box(28, 47, 72, 56, t.main, 1.5)
    s.box(28, 53.5, 72, 56, t.dark, 1)
    s.box(31, 79, 69, 83, t.dark, 1.5)


def can(s: Sketch) -> None:
    t = s.tones
    s.shadow(30, 78)
    s.shape([(38, 70), (14, 40), (18, 37), (40, 58)], t.dark)
    s.shape([(9, 40), (19, 31), (22, 35), (14, 43)], BRASS)
    s.ring(60, 38, 86, 70, t.dark, 3)
    s.arc(38, 22, 70, 62, 190, 350, t.dark, 3)
    s.box(36, 46, 72, 82, t.main, 3)
    s.oval(36, 42, 72, 50, t.light)
    s.half(36, 42, 72, 50, t.deep)
    s.box(36, 58, 72, 60, t.dark)
    s.box(36, 74, 72, 76, t.dark)


def trowel(s: Sketch) -> None:
    t = s.tones
    steel = (176, 184, 186)
    s.line([(62, 38), (52, 50)], mix(steel, INK, 0.25), 3)
    s.leaf(56, 45, 48, 231, steel, 0.24)
    s.line([(53, 49), (29, 77)], mix(steel, INK, 0.2), 0.8)
    s.line([(62, 38), (78, 19)], t.dark, 8)
    s.line([(61.6, 37.4), (77, 18.6)], t.main, 6)
    s.line([(63, 36.5), (61, 39)], BRASS, 8)


def feeder(s: Sketch) -> None:
    t = s.tones
    s.curve((50, 24), (54, 12), (50, 4), INK, 1)
    s.shape([(50, 19), (74, 39), (26, 39)], t.main)
    s.shape([(50, 19), (74, 39), (56, 39)], t.dark)
    s.box(35, 39, 65, 70, GLASS)
    s.box(35, 50, 65, 70, (205, 171, 118))
    for x in (35, 65):
        s.line([(x, 39), (x, 70)], t.main, 1.6)
    s.box(28, 69, 72, 74, t.main, 1.5)
    s.oval(66, 55, 82, 67, (178, 98, 70))
    s.disc(79, 53, 4.8, (94, 84, 76))
    s.shape([(83, 52), (87.5, 53.6), (83, 55)], INK)
    s.shape([(68, 60), (58, 66), (68, 65)], (94, 84, 76))


def seeds(s: Sketch) -> None:
    t = s.tones
    for x, y, color in ((22, 28, t.dark), (34, 23, t.light), (46, 28, t.main)):
        s.box(x + 1, y + 1.5, x + 33, y + 50, mix(t.halo, t.deep, 0.2), 1.4)
        s.box(x, y, x + 32, y + 48, color, 1.4)
        s.box(x, y, x + 32, y + 7, mix(color, WHITE, 0.25), 1.4)
    s.box(50, 40, 74, 70, CREAM, 1.2)
    s.line([(62, 66), (62, 52)], LEAF_DARK, 1)
    s.leaf(62, 60, 8, 150, LEAF)
    s.leaf(62, 57, 8, 30, LEAF)
    for turn in range(0, 360, 60):
        s.leaf(62, 49, 5.4, turn, t.main, 0.3)
    s.disc(62, 49, 1.6, BRASS)


def hammock(s: Sketch) -> None:
    t = s.tones
    for x in (12, 88):
        s.line([(x, 18), (x, 84)], WOOD, 4)
    cloth = [*bend((24, 46), (50, 84), (76, 46)), *bend((76, 46), (50, 62), (24, 46))]
    for end, post in ((24, 12), (76, 88)):
        for rise in (-2, 0, 2):
            s.line([(post, 34), (end, 46 + rise * 1.4)], mix(CREAM, INK, 0.25), 0.6)
    s.shape(cloth, t.main)
    for share in (0.3, 0.6):
        pull = 62 + 22 * share
        s.curve((24, 46), (50, pull), (76, 46), t.light, 1.6)
    s.line([(24, 42), (24, 50)], WOOD_DARK, 2)
    s.line([(76, 42), (76, 50)], WOOD_DARK, 2)


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


def vase(s: Sketch) -> None:
    t = s.tones
    s.shadow(35, 65)
    s.curve((50, 46), (47, 30), (42, 18), LEAF_DARK, 1)
    s.curve((50, 46), (54, 34), (60, 24), LEAF_DARK, 1)
    for x, y in ((42, 17), (60, 23)):
        for turn in range(0, 360, 60):
            s.leaf(x, y, 6.4, turn + 15, mix(t.main, (236, 190, 130), 0.6), 0.3)
        s.disc(x, y, 2, BRASS)
    s.leaf(52, 38, 9, 20, LEAF)
    s.shape(outline([(43, 5), (52, 4.4), (64, 15), (74, 14), (82, 9)]), t.main)
    s.oval(45, 41.4, 55, 44.8, t.deep)
    s.curve((40, 64), (37, 70), (41, 76), t.light, 2.2)


def vase_wide(s: Sketch) -> None:
    t = s.tones
    s.shadow(33, 67)
    for x, y in ((30, 14), (44, 8), (58, 9), (71, 16)):
        s.curve((50, 46), ((50 + x) / 2, 34), (x, y), LEAF_DARK, 1)
        for step in (0.35, 0.55, 0.75, 0.95):
            px, py = 50 + (x - 50) * step, 46 + (y - 46) * step
            s.leaf(px, py, 8, 150, LEAF)
            s.leaf(px, py, 8, 35, mix(LEAF, LEAF_DARK, 0.5))
    s.shape(outline([(40, 13), (48, 11), (60, 18), (72, 16), (82, 11)]), t.main)
    s.oval(37, 37.6, 63, 42.6, t.light)
    s.oval(39.4, 38.6, 60.6, 42, t.deep)
    s.curve((36, 56), (34, 64), (38, 74), t.light, 2.4)


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


def garland(s: Sketch) -> None:
    t = s.tones
    for top in (26, 54):
        path = bend((8, top), (50, top + 34), (92, top), 14)
        s.line(path, INK, 0.6)
        for step, (x, y) in enumerate(path[1:-1]):
            color = (t.main, t.light, t.dark, BRASS)[step % 4]
            s.leaf(x, y, 13, 270 + (25 if step % 2 else -25), color, 0.24)


def basket(s: Sketch) -> None:
    t = s.tones
    s.shadow(22, 78)
    s.arc(16, 38, 34, 62, 90, 290, t.deep, 2.6)
    s.arc(66, 38, 84, 62, 250, 90, t.deep, 2.6)
    s.oval(24, 30, 62, 52, (214, 203, 186))
    s.shape([(20, 44), (80, 44), (72, 82), (28, 82)], t.main)
    for row, y in enumerate(range(49, 82, 6)):
        inset = (y - 44) * 0.21
        for x in range(int(22 + inset) + (row % 2) * 3, int(77 - inset), 6):
            s.line([(x, y), (x + 3, y)], t.dark, 1.7)
    s.box(18, 42, 82, 47, t.dark, 2)
    s.box(18, 42, 82, 44, t.light, 1)


def lidded_box(s: Sketch) -> None:
    t = s.tones
    s.shadow(20, 80)
    s.box(22, 48, 78, 82, t.main, 1.5)
    s.box(66, 48, 78, 82, t.dark, 1.5)
    s.box(19, 36, 81, 50, t.light, 1.5)
    s.box(19, 46.5, 81, 50, t.dark, 1)
    s.box(36, 57, 56, 68, BRASS, 1.4)
    s.box(38, 59, 54, 66, CREAM, 0.6)
    s.line([(41, 62.5), (51, 62.5)], t.deep, 0.9)


def hooks(s: Sketch) -> None:
    t = s.tones
    s.box(9, 32, 93, 45, mix(t.halo, t.deep, 0.2), 2)
    s.box(8, 30, 92, 43, t.main, 2)
    s.box(8, 40, 92, 43, t.dark, 1.5)
    for x in (17, 33.5, 50, 66.5, 83):
        s.line([(x, 37), (x, 48)], t.dark, 2.6)
        s.disc(x, 48, 2.8, t.deep)
    s.shape([(43, 49), (57, 49), (60, 84), (40, 84)], (223, 205, 180))
    s.line([(44, 56), (56, 56)], (178, 84, 53), 1.2)
    s.shape([(62, 49), (71, 49), (72, 74), (61, 74)], (160, 178, 150))


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


def bauble(s: Sketch) -> None:
    t = s.tones
    s.line([(50, 4), (50, 26)], t.deep, 1)
    s.box(45, 23, 55, 31, BRASS, 1.4)
    s.disc(50, 56, 27, t.main)
    s.arc(24, 30, 76, 82, 20, 110, t.dark, 3.4)
    s.curve((24, 56), (50, 66), (76, 56), t.light, 1.6)
    s.curve((25.5, 62), (50, 72), (74.5, 62), t.light, 1)
    for x in range(30, 74, 8):
        s.disc(x, 55 + 4.6 - abs(x - 50) * 0.17, 1.4, BRASS)
    s.arc(30, 36, 62, 70, 190, 245, mix(t.light, WHITE, 0.5), 2.2)


def wreath(s: Sketch) -> None:
    t = s.tones
    s.ring(23, 23, 77, 77, WOOD_DARK, 3)
    for step in range(44):
        angle = step * 2 * math.pi / 44
        radius = 25 + (step % 3) * 1.6
        x, y = 50 + radius * math.cos(angle), 50 + radius * math.sin(angle)
        color = (t.main, LEAF_DARK, t.dark, LEAF)[step % 4]
        s.leaf(x, y, 12, -math.degrees(angle) + (60 if step % 2 else 120), color, 0.24)
    for step in range(9):
        angle = step * 2 * math.pi / 9 + 0.2
        s.disc(50 + 27 * math.cos(angle), 50 + 27 * math.sin(angle), 1.9, (178, 62, 48))
    s.shape([(50, 78), (38, 72), (38, 86)], BRASS)
    s.shape([(50, 78), (62, 72), (62, 86)], BRASS)
    s.disc(50, 78.5, 2.8, mix(BRASS, INK, 0.25))


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
    "print": paper_print,
    "box": lidded_box,
    **{
        draw.__name__: draw
        for draw in (
            blanket, cushion, rug, mat, apron, towel, folded, planter, can, trowel, feeder, seeds, hammock, notebook,
            cards, calendar, pen, vase, vase_wide, mirror, clock, frame, garland, basket, hooks, tote, bauble, wreath,
            stocking, star,
        )
    },
}  # fmt: skip

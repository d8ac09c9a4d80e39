"""Drawings of the garden and of what grows."""

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


def garland(s: Sketch) -> None:
    t = s.tones
    for top in (26, 54):
        path = bend((8, top), (50, top + 34), (92, top), 14)
        s.line(path, INK, 0.6)
        for step, (x, y) in enumerate(path[1:-1]):
            color = (t.main, t.light, t.dark, BRASS)[step % 4]
            s.leaf(x, y, 13, 270 + (25 if step % 2 else -25), color, 0.24)


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


DRAWINGS = {
    "planter": planter,
    "can": can,
    "trowel": trowel,
    "feeder": feeder,
    "seeds": seeds,
    "hammock": hammock,
    "vase": vase,
    "vase_wide": vase_wide,
    "garland": garland,
    "wreath": wreath,
}

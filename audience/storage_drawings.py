"""Drawings of what keeps things, and of baubles."""

from __future__ import annotations

from audience.sketching import BRASS, CREAM, WHITE, Sketch, mix


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


DRAWINGS = {"basket": basket, "box": lidded_box, "hooks": hooks, "bauble": bauble}

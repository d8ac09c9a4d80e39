"""Scores with their intervals as pictures, on light and on dark paper."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from eval.gate import Check
from eval.ranking import Interval

_DPI = 150


@dataclass(frozen=True, slots=True)
class Paper:
    """The colors of one scheme."""

    card: str
    ink: str
    muted: str
    rule: str
    accent: str
    plain: str
    bad: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Colors to tell ways apart, the accent first."""
        return (self.accent, self.bad, self.muted, self.ink)


LIGHT = Paper("#ffffff", "#22252a", "#6b6f76", "#e4e0d8", "#1f5c4a", "#b9b4a7", "#c2562d")
DARK = Paper("#1f2226", "#e9e7e2", "#9a9ea6", "#33373d", "#7fc6ac", "#5c6068", "#de9072")


def draw_scores(
    panels: Mapping[str, Mapping[str, Interval]], title: str = "", paper: Paper = LIGHT, accent: str = ""
) -> bytes:
    """One panel of labeled bars for each entry as a PNG, the bar named `accent` (or the best) in green."""
    slots = max((len(bars) for bars in panels.values()), default=1)
    figure, axes = _sheet(paper, len(panels), height=0.9 + 0.42 * max(slots, 3) + 0.35 * bool(title))
    if title:
        figure.suptitle(title, color=paper.ink, fontsize=13, x=0.01, ha="left", weight="bold")
    for axis, (name, bars) in zip(axes, panels.items(), strict=True):
        _draw_panel(axis, name, bars, slots, paper, accent)
    return _png(figure)


def draw_groups(
    groups: Mapping[str, Mapping[str, Interval]], title: str, unit: str, paper: Paper = LIGHT
) -> bytes:
    """One line for each way over groups of customers in order, with intervals, as a PNG.

    `groups` maps a group to its ways.
    """
    figure, axes = _sheet(paper, 1, height=3.0)
    axis = axes[0]
    _dress(axis, title, paper)
    ways = list(dict.fromkeys(way for bars in groups.values() for way in bars))
    for number, way in enumerate(ways):
        _draw_line(axis, [bars.get(way) for bars in groups.values()], way, number, len(ways), paper)
    axis.set_xticks(range(len(groups)), list(groups))
    axis.set_xlim(-0.5, len(groups) - 0.5)
    axis.set_xlabel(unit, color=paper.muted, fontsize=10)
    axis.set_ylim(bottom=0)
    axis.yaxis.set_major_locator(MaxNLocator(4))
    axis.grid(axis="y", color=paper.rule, zorder=0)
    figure.legend(loc="outside lower left", ncols=1, frameon=False, labelcolor=paper.ink, fontsize=10)
    return _png(figure)


def draw_checks(checks: Sequence[Check], title: str, paper: Paper = LIGHT) -> bytes:
    """Each of the gate's conditions as a PNG: the paired lead, its interval, and what it had to clear."""
    figure, axes = _sheet(paper, 1, height=1.2 + 0.55 * len(checks))
    axis = axes[0]
    _dress(axis, title, paper)
    for place, check in enumerate(checks):
        color = paper.accent if check.passed else paper.bad
        mean, low, high = _figures(check.lead)
        axis.plot([low, high], [place, place], color=color, linewidth=3, solid_capstyle="round", zorder=3)
        axis.plot(mean, place, "o", color=color, markersize=8, zorder=4)
        axis.plot(
            [check.threshold] * 2,
            [place - 0.3, place + 0.3],
            color=paper.ink,
            linewidth=1.4,
            linestyle=(0, (2, 2)),
        )
        axis.annotate(
            f"{mean:+.4f}",
            (max(high, check.threshold), place),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            color=paper.ink,
        )
    axis.set_yticks(range(len(checks)), [f"over\n{_wrap(check.over)}" for check in checks])
    axis.set_ylim(len(checks) - 0.4, -0.7)
    axis.axvline(0, color=paper.rule, zorder=0)
    axis.margins(x=0.28)
    axis.xaxis.set_major_locator(MaxNLocator(4))
    axis.set_xlabel("paired difference; dashes: to exceed", color=paper.muted, fontsize=10)
    return _png(figure)


def _sheet(paper: Paper, panels: int, height: float) -> tuple[Figure, Any]:
    # A figure of its own and its own canvas: pyplot would keep global state and pick a backend.
    width = 4.2 * panels  # inches: still legible when the page is as wide as a telephone
    figure = Figure(figsize=(width, height), layout="constrained", facecolor=paper.card)
    FigureCanvasAgg(figure)
    return figure, figure.subplots(1, panels, squeeze=False)[0]


def _png(figure: Figure) -> bytes:
    picture = io.BytesIO()
    figure.savefig(picture, dpi=_DPI, format="png")
    return picture.getvalue()


def _dress(axis: Any, title: str, paper: Paper) -> None:
    axis.set_title(title[0].upper() + title[1:], color=paper.ink, fontsize=12, loc="left")
    axis.set_facecolor(paper.card)
    for side in ("top", "right", "left"):
        axis.spines[side].set_visible(False)
    axis.spines["bottom"].set_color(paper.rule)
    axis.tick_params(length=0, labelcolor=paper.ink, labelsize=10)


def _draw_panel(
    axis: Any, name: str, bars: Mapping[str, Interval], slots: int, paper: Paper, accent: str
) -> None:
    _dress(axis, name, paper)
    judged = {model: bar for model, bar in bars.items() if bar.mean is not None}
    if not judged:
        axis.set_yticks([])
        axis.set_xticks([])
        axis.text(
            0.5, 0.5, "too few customers to judge", ha="center", color=paper.muted, transform=axis.transAxes
        )
        return
    best = accent if accent in judged else max(judged, key=lambda model: judged[model].mean or 0.0)
    for place, (model, bar) in enumerate(judged.items()):
        _draw_bar(axis, place, bar, paper.accent if model == best else paper.plain, paper)
    axis.set_yticks(range(len(judged)), [_wrap(name) for name in judged])
    axis.set_ylim(slots - 0.4, -0.6)
    axis.set_xlim(0, max(bar.high or 0.0 for bar in judged.values()) * 1.25 or 1.0)
    axis.xaxis.set_major_locator(MaxNLocator(4))
    axis.grid(axis="x", color=paper.rule, zorder=0)


def _draw_bar(axis: Any, place: int, bar: Interval, color: str, paper: Paper) -> None:
    mean, low, high = _figures(bar)
    axis.barh(place, mean, height=0.55, color=color, zorder=2)
    whisker = [[max(mean - low, 0.0)], [max(high - mean, 0.0)]]
    axis.errorbar(
        mean, place, xerr=whisker, fmt="none", ecolor=paper.ink, elinewidth=1.2, capsize=3, zorder=3
    )
    axis.annotate(
        f"{mean:.3f}",
        (high, place),
        xytext=(7, 0),
        textcoords="offset points",
        va="center",
        color=paper.ink,
        fontsize=10,
    )


def _draw_line(
    axis: Any, bars: Sequence[Interval | None], way: str, number: int, of: int, paper: Paper
) -> None:
    shift = (number - (of - 1) / 2) * 0.09  # or the intervals of several ways would cover one another
    known = [
        (place, _figures(bar)) for place, bar in enumerate(bars) if bar is not None and bar.mean is not None
    ]
    if not known:
        return
    color = paper.lines[number % len(paper.lines)]
    places = [place + shift for place, _ in known]
    means = [mean for _, (mean, _, _) in known]
    spread = [
        [max(mean - low, 0.0) for _, (mean, low, _) in known],
        [max(high - mean, 0.0) for _, (mean, _, high) in known],
    ]
    axis.errorbar(
        places,
        means,
        yerr=spread,
        fmt=("o", "s", "D", "^")[number % 4] + "-",
        color=color,
        markersize=5,
        linewidth=1.4,
        elinewidth=1.0,
        capsize=2,
        label=way,
        zorder=3,
    )


def _wrap(name: str) -> str:
    return "\n".join(textwrap.wrap(name, 18))


def _figures(bar: Interval) -> tuple[float, float, float]:
    return bar.mean or 0.0, bar.low or 0.0, bar.high or 0.0

"""Scores with their intervals as a picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from eval.ranking import Interval

_GREEN, _GRAY, _INK = "#1f4d3f", "#b9b4a7", "#2b2b28"


def draw_scores(panels: Mapping[str, Mapping[str, Interval]], title: str, path: Path) -> Path:
    """Write one panel of labeled bars for each aim, the best bar in green, as a PNG; return `path`."""
    # A figure of its own and its own canvas: pyplot would keep global state and pick a backend.
    figure = Figure(figsize=(9, 4.2), layout="constrained", facecolor="white")
    FigureCanvasAgg(figure)
    figure.suptitle(title, color=_INK, fontsize=13, x=0.01, ha="left", weight="bold")
    axes = figure.subplots(1, len(panels), squeeze=False)[0]
    slots = max((len(bars) for bars in panels.values()), default=1)
    for axis, (name, bars) in zip(axes, panels.items(), strict=True):
        _draw_panel(axis, name, bars, slots)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=150, format="png")
    return path


def _draw_panel(axis: Any, name: str, bars: Mapping[str, Interval], slots: int) -> None:
    axis.set_title(name[0].upper() + name[1:], color=_INK, fontsize=11, loc="left")
    for side in ("top", "right", "left"):
        axis.spines[side].set_visible(False)
    axis.tick_params(length=0, labelcolor=_INK)
    judged = {model: bar for model, bar in bars.items() if bar.mean is not None}
    if not judged:
        axis.set_yticks([])
        axis.text(0.5, 0.5, "too few customers to judge", ha="center", va="center", transform=axis.transAxes)
        return
    best = max(judged.values(), key=lambda bar: bar.mean or 0.0)
    for place, bar in enumerate(judged.values()):
        _draw_bar(axis, place, bar, _GREEN if bar is best else _GRAY)
    axis.set_yticks(range(len(judged)), list(judged))
    axis.set_ylim(slots - 0.4, -0.6)
    axis.set_xlim(0, max(bar.high or 0.0 for bar in judged.values()) * 1.25 or 1.0)
    axis.xaxis.set_major_locator(MaxNLocator(4))
    axis.grid(axis="x", color="#eeeae0", zorder=0)


def _draw_bar(axis: Any, place: int, bar: Interval, color: str) -> None:
    mean, low, high = bar.mean or 0.0, bar.low or 0.0, bar.high or 0.0
    axis.barh(place, mean, height=0.55, color=color, zorder=2)
    whisker = [[max(mean - low, 0.0)], [max(high - mean, 0.0)]]
    axis.errorbar(mean, place, xerr=whisker, fmt="none", ecolor=_INK, elinewidth=1.2, capsize=4, zorder=3)
    axis.annotate(
        f"{mean:.3f}", (high, place), xytext=(7, 0), textcoords="offset points", va="center", color=_INK
    )

"""The tables of measured accuracy, put into a page between `<!-- begin accuracy -->` and its end."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

Results = Mapping[str, Any]
AIMS = {"mixed": "any", "discover": "new"}
_FROM_WAYS = {"blend and trees": "with trees", "trees without the blend's word": "with trees that rank alone"}
_PART = re.compile(r"(<!-- begin accuracy -->\n).*?(<!-- end accuracy -->)", re.DOTALL)


def rewrite_page(page: Path, results: Path) -> None:
    """Put the tables of all results into the page; exits with a line where either is not there."""
    cuts = read_results(results)
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    if not _PART.search(text):
        raise SystemExit(f"{page}: no page with '<!-- begin accuracy -->' and '<!-- end accuracy -->'")
    page.write_text(rewrite(text, cuts), encoding="utf-8")


def read_results(folder: Path) -> list[Results]:
    """What was measured, the latest cut first."""
    files = sorted(folder.glob("*.json"), reverse=True)
    if not files:
        raise SystemExit(f"{folder}: nothing measured yet; run python -m benchmarks.accuracy --data FILE")
    return [json.loads(path.read_text(encoding="utf-8")) for path in files]


def rewrite(text: str, cuts: Sequence[Results]) -> str:
    """The page with the tables made anew."""
    return _PART.sub(lambda found: f"{found[1]}\n{describe(cuts)}\n\n{found[2]}", text)


def describe(cuts: Sequence[Results]) -> str:
    """Every table: the latest cut in full, the earlier ones beside it, and the ablation."""
    test, *earlier = cuts
    parts = [
        f"**Cut at {_day(test)}**, {test['data']['train_events']:,} events before it; judged on "
        f"{_customers(test)}; lists of {test['k']}; 95 % intervals. "
        "Seconds are of one core, for fitting and ranking `new`; a blend's include the earlier windows "
        "that it is learned from.",
        _every_way(test),
    ]
    if earlier:
        parts += ["**Earlier cuts**, NDCG. Nothing after each cut was known.", _earlier(earlier)]
    if any("without" in cut for cut in cuts):
        parts.append(
            "**What each part adds**: the difference in NDCG to the blend, by customer, with its interval. "
            "Weights are learned anew each time."
        )
        parts += [f"{_ablation(cuts, aim)}" for aim in AIMS]
    return "\n\n".join(parts)


def _every_way(cut: Results) -> str:
    rows = []
    for way, by_aim in cut["ways"].items():
        cells = [way]
        for aim in AIMS:
            found = by_aim.get(aim)
            cells += [_spell(found and found["recall"]), _spell(found and found["ndcg"])]
        seconds = by_aim.get("discover", {}).get("seconds")
        rows.append([*cells, "" if seconds is None else f"{seconds:.1f}"])
    head = ["model", "any: recall", "any: NDCG", "new: recall", "new: NDCG", "seconds"]
    return lay_out(head, rows)


def _earlier(cuts: Sequence[Results]) -> str:
    head = ["model", *(f"{_day(cut)}, {name}" for cut in cuts for name in AIMS.values())]
    rows = []
    for way in cuts[0]["ways"]:
        found = [cut["ways"].get(way, {}).get(aim) for cut in cuts for aim in AIMS]
        rows.append([way, *(_spell(one and one["ndcg"]) for one in found)])
    return lay_out(head, rows)


def _ablation(cuts: Sequence[Results], aim: str) -> str:
    head = [f"{AIMS[aim]}: the blend …", *(f"cut {_day(cut)}" for cut in cuts)]
    tables = [
        {_FROM_WAYS[way]: cut["ways"][way] for way in _FROM_WAYS if way in cut["ways"]}
        | dict(cut.get("without", {}))
        for cut in cuts
    ]
    names = dict.fromkeys(name for table in tables for name in table)
    rows = []
    for name in names:
        found = [table.get(name, {}).get(aim) for table in tables]
        rows.append([name, *(_spell(one and one["over_blend"], signed=True) for one in found)])
    return lay_out(head, rows)


def _day(cut: Results) -> str:
    return f"{date.fromisoformat(cut['cut']):%d %b %Y}".lstrip("0")


def _customers(cut: Results) -> str:
    counts = cut["data"]["customers"]
    return f"{counts['mixed']:,} customers for `any` and {counts['discover']:,} for `new`"


def _spell(interval: Mapping[str, Any] | None, *, signed: bool = False) -> str:
    if interval is None or interval["mean"] is None:
        return "–"
    form = "+.3f" if signed else ".3f"
    ends = f" ({interval['low']:{form}} to {interval['high']:{form}})" if interval["low"] is not None else ""
    return f"{interval['mean']:{form}}{ends}".replace("-", "−")


def lay_out(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)

"""The tables of measured accuracy as the page shows them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import never_fading
from benchmarks.accuracy_page import describe, rewrite, rewrite_page
from recommender.presets import orders_recipe


def an_interval(mean: float | None) -> dict[str, Any]:
    if mean is None:
        return {"mean": None, "low": None, "high": None, "customers": 0}
    return {"mean": mean, "low": mean - 0.01, "high": mean + 0.01, "customers": 40}


def a_row(ndcg: float, over: float | None = None, seconds: float | None = None) -> dict[str, Any]:
    lead = None if over is None else an_interval(over)
    return {"recall": an_interval(ndcg), "ndcg": an_interval(ndcg), "over_blend": lead, "seconds": seconds}


def a_cut(day: str, **without: Any) -> dict[str, Any]:
    ways = {
        "own purchases, then popular": {"mixed": a_row(0.3, -0.1)},
        "blend": {"mixed": a_row(0.4), "discover": a_row(0.16, seconds=24.75)},
        "blend and trees": {"mixed": a_row(0.41, 0.01), "discover": a_row(0.17, 0.01)},
    }
    data = {"train_events": 452180, "products": 3771, "customers": {"mixed": 1296, "discover": 1188}}
    return {"cut": day, "k": 10, "data": data, "ways": ways, "without": without}


def test_the_latest_cut_stands_in_full_with_intervals_and_seconds() -> None:
    page = describe([a_cut("2011-11-12")])

    assert "| blend | 0.400 (0.390 to 0.410) | 0.400 (0.390 to 0.410) | 0.160 (0.150 to 0.170) |" in page
    assert "| 24.8 |" in page
    assert "1,296 customers for `any` and 1,188 for `new`" in page


def test_what_does_not_serve_an_aim_has_dashes_there() -> None:
    row = next(line for line in describe([a_cut("2011-11-12")]).split("\n") if line.startswith("| own"))

    assert row.endswith("| – | – |  |")


def test_an_ablation_measured_at_one_cut_leaves_the_others_open() -> None:
    page = describe(
        [a_cut("2011-11-12", **{"without als": {"mixed": a_row(0.3, -0.1)}}), a_cut("2011-10-15")]
    )

    assert "| without als | −0.100 (−0.110 to −0.090) | – |" in page


def test_writing_twice_changes_nothing_and_keeps_the_rest(tmp_path: Path) -> None:
    results, page = tmp_path / "results", tmp_path / "page.md"
    results.mkdir()
    (results / "2011-11-12.json").write_text(json.dumps(a_cut("2011-11-12")), encoding="utf-8")
    page.write_text("before\n<!-- begin accuracy -->\nold\n<!-- end accuracy -->\nafter\n", encoding="utf-8")

    rewrite_page(page, results)
    once = page.read_text(encoding="utf-8")

    assert once.startswith("before\n")
    assert once.endswith("after\n")
    assert "old" not in once
    assert rewrite(once, [a_cut("2011-11-12")]) == once


def test_a_page_without_a_place_for_tables_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "2011-11-12.json").write_text(json.dumps(a_cut("2011-11-12")), encoding="utf-8")

    with pytest.raises(SystemExit, match="begin accuracy"):
        rewrite_page(tmp_path / "missing.md", tmp_path)


def test_without_recency_every_half_life_in_days_is_out_of_reach() -> None:
    lasting = never_fading(orders_recipe().components)

    assert lasting["als"].half_life_days == lasting["als"].fold_in_half_life_days > 1e5
    assert lasting["next_orders"].date_half_life_days > 1e5
    assert lasting["als"].factors == orders_recipe().components["als"].factors

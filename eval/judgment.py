"""What came out of comparing ways to recommend on one exam, and its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bespoke.domain import Aim
from eval.ranking import Interval
from eval.variety import Similarity

POPULAR = "recent popularity"
OWN = "own purchases, then popular"
IN_SERVICE = "in service"
COVERAGE = "coverage"
FEWEST_IN_GROUP = 10  # with fewer, a group's mean is shown to nobody as if it meant something

AIM_LABELS: Mapping[Aim, str] = {
    Aim.DISCOVER: "discover: new products only",
    Aim.BUY_AGAIN: "buy again: products bought before",
    Aim.MIXED: "mixed: any product",
}
METRIC_LABELS: Mapping[str, str] = {
    "ndcg": "NDCG",
    "recall": "recall",
    "map": "MAP",
    "hit_rate": "hit rate",
    COVERAGE: "coverage",
    "novelty": "novelty (bits)",
    "popularity_share": "popularity share",
    "diversity": "diversity",
}


@dataclass(frozen=True, slots=True)
class Score:
    """One way to recommend, judged for one aim."""

    way: str
    aim: Aim
    metrics: Mapping[str, Interval]
    leads: Mapping[str, Mapping[str, Interval]]  # over each way named in `against`, paired by customer
    gini: float | None  # 0 where every product gets as many places, towards 1 where one gets all
    rank_seconds: float | None  # None where the lists came ready


@dataclass(frozen=True, slots=True)
class GroupScore:
    """One way for one aim on one group of the customers."""

    grouping: str  # "segment" or "history"
    group: str
    way: str
    aim: Aim
    metrics: Mapping[str, Interval]  # without coverage, which small groups cannot show
    lead: Interval | None  # of NDCG over popularity; None for popularity itself


@dataclass(frozen=True, slots=True)
class Judgment:
    k: int
    seed: int
    draws: int
    customers: int
    products: int
    repeat_share: float | None  # of what these customers bought later, they had bought before
    history_unit: str
    similarity: Similarity  # what diversity goes by
    scores: tuple[Score, ...]
    groups: tuple[GroupScore, ...]
    fit_seconds: Mapping[str, float]

    @property
    def aims(self) -> list[Aim]:
        """The aims that anybody had something right for, in order."""
        judged = {score.aim for score in self.scores}
        return [aim for aim in Aim if aim in judged]

    def ways(self, aim: Aim) -> list[str]:
        """The ways judged for an aim, in the order they were given."""
        return [score.way for score in self.scores if score.aim is aim]

    def score(self, way: str, aim: Aim) -> Score | None:
        """None where this way was not judged for this aim."""
        return next((one for one in self.scores if (one.way, one.aim) == (way, aim)), None)

    def lead(self, way: str, over: str, aim: Aim, metric: str = "ndcg") -> Interval | None:
        """The paired difference of two ways; None where it was not asked for."""
        score = self.score(way, aim)
        return None if score is None else score.leads.get(over, {}).get(metric)

    def customers_judged(self, aim: Aim) -> int:
        """How many customers bought something that is right for the aim."""
        return max((score.metrics["ndcg"].customers for score in self.scores if score.aim is aim), default=0)

    def best(self, aim: Aim, metric: str = "ndcg") -> str | None:
        """The way with the highest mean, the first of equals; None where nobody could be judged."""
        scored = [score for score in self.scores if score.aim is aim]
        means = [score.metrics[metric].mean for score in scored]
        known = [mean for mean in means if mean is not None]
        return scored[means.index(max(known))].way if known else None

    def table(self, aim: Aim, metrics: Sequence[str] = ("recall", "ndcg", "map", "hit_rate")) -> str:
        """How right each way is, as a Markdown table that also reads as plain text."""
        head = ["model", *(METRIC_LABELS[name] for name in metrics), "NDCG lead", "seconds"]
        return lay_out(
            head,
            [
                [
                    score.way,
                    *(spell(score.metrics[name]) for name in metrics),
                    spell(score.leads.get(POPULAR, {}).get("ndcg"), signed=True),
                    self._seconds(score),
                ]
                for score in self.scores
                if score.aim is aim
            ],
        )

    def variety_table(self, aim: Aim) -> str:
        """How varied, popular and novel each way's lists are."""
        names = (COVERAGE, "novelty", "popularity_share", "diversity")
        return lay_out(
            ["model", *(METRIC_LABELS[name] for name in names), "Gini"],
            [
                [
                    score.way,
                    *(spell(score.metrics[name], digits=1 if name == "novelty" else 3) for name in names),
                    "–" if score.gini is None else f"{score.gini:.3f}",
                ]
                for score in self.scores
                if score.aim is aim
            ],
        )

    def group_table(self, aim: Aim, grouping: str, metric: str = "ndcg") -> str:
        """One metric of each way by group of customers; empty where there are no groups."""
        head, rows = self.group_rows(aim, grouping, metric)
        return lay_out(head, rows) if rows else ""

    def group_rows(self, aim: Aim, grouping: str, metric: str = "ndcg") -> tuple[list[str], list[list[str]]]:
        """A head, and a row for each group in which anybody could be judged."""
        ways = self.ways(aim)
        rows: list[list[str]] = []
        for group, scores in self.by_group(aim, grouping).items():
            count = count_judged(scores)
            enough = count >= FEWEST_IN_GROUP
            cells = [spell(scores[way].metrics[metric]) if enough else "too\u00a0few" for way in ways]
            rows += [[group.replace("_", " "), f"{count:,}", *cells]] if count else []
        unit = f"{self.history_unit} before" if grouping == "history" else grouping
        return [unit, "customers", *ways], rows

    def by_group(self, aim: Aim, grouping: str) -> dict[str, dict[str, GroupScore]]:
        """Scores by group and way, groups in order."""
        found: dict[str, dict[str, GroupScore]] = {}
        for one in self.groups:
            if (one.aim, one.grouping) == (aim, grouping):
                found.setdefault(one.group, {})[one.way] = one
        return found

    def _seconds(self, score: Score) -> str:
        parts = [self.fit_seconds.get(score.way), score.rank_seconds]
        known = [part for part in parts if part is not None]
        return f"{sum(known):.1f}" if known else "–"


def count_judged(scores: Mapping[str, GroupScore]) -> int:
    """How many customers of one group bought something that counts."""
    return max(score.metrics["ndcg"].customers for score in scores.values())


def spell(interval: Interval | None, *, digits: int = 3, signed: bool = False) -> str:
    """A mean with its interval, e.g. "0.149 [0.142, 0.156]"; a dash where there is none."""
    if interval is None or interval.mean is None:
        return "–"
    sign = "+" if signed else ""
    form = f"{sign}.{digits}f"
    if interval.low is None or interval.high is None:
        return f"{interval.mean:{form}}"
    return f"{interval.mean:{form}} [{interval.low:{form}}, {interval.high:{form}}]"


def lay_out(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with its columns in line."""
    cells = [[cell.replace("|", "\\|") for cell in row] for row in (head, *rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    rule = "|" + "|".join("-" * (wide + 2) for wide in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])

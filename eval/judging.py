"""Ways to recommend compared on one exam: every metric with its interval, and paired leads."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from bespoke.domain import Aim
from eval.exams import Exam, history_labels
from eval.judgment import COVERAGE, IN_SERVICE, OWN, POPULAR, GroupScore, Judgment, Score
from eval.ranking import Floats, Interval, accuracy_at_k, bootstrap_means
from eval.variety import (
    Similarity,
    category_codes,
    coverage_at_k,
    coverage_lead_at_k,
    diversity_by_buyers,
    diversity_by_category,
    gini_at_k,
    novelty_at_k,
    popularity_share_at_k,
    unit_buyers,
)
from recommender.id_maps import Rows

# Lists for an aim, best first, shape (customers, at least k unless candidates run out), columns of
# the exam's products; None where this way does not serve the aim.
Way = Callable[[Aim], Rows | None] | Mapping[Aim, Rows]

Measured = Mapping[str, Mapping[str, Floats]]  # by way and metric, one figure for each customer


def judge(
    exam: Exam,
    ways: Mapping[str, Way],
    *,
    k: int = 10,
    aims: Iterable[Aim] = tuple(Aim),
    against: Sequence[str] = (POPULAR, OWN, IN_SERVICE),
    fit_seconds: Mapping[str, float] | None = None,
    seed: int = 7,
    draws: int = 1000,
) -> Judgment:
    """Every way on the same customers, popularity and own purchases always among them.

    A way's lists are cut to what the aim and the exam's candidates permit. Leads are over
    the ways named in `against`, as far as they are judged. Aims that nobody bought anything
    for are left out. `fit_seconds` is shown beside each way. Raises ValueError for lists
    that do not fit the exam.
    """
    everyone: dict[str, Way] = {
        POPULAR: lambda aim: exam.rank_popular(aim, k),
        OWN: lambda aim: exam.rank_own(aim, k),
        **ways,
    }
    codes = category_codes(exam.categories)
    likeness = unit_buyers(exam.past) if codes is None else codes
    buyers = np.bincount(exam.past.indices, minlength=len(exam.products))
    scores: list[Score] = []
    groups: list[GroupScore] = []
    for aim in aims:
        relevant = exam.relevant(aim)
        if not relevant.nnz:
            continue
        paper = _Paper(exam, aim, relevant, buyers, likeness, k, seed, draws)
        lists = _hand_in(everyone, exam, aim, k)
        # The bootstrap's products are thin: on a busy machine BLAS's threads mostly wait for one another.
        with threadpool_limits(1, "blas"):
            measured = {way: paper.measure(one.columns) for way, one in lists.items()}
            scores += paper.score(lists, measured, against)
            groups += paper.score_groups(measured)
    return Judgment(
        k=k,
        seed=seed,
        draws=draws,
        customers=len(exam),
        products=len(exam.products),
        repeat_share=exam.repeat_share,
        history_unit=exam.history_unit,
        similarity=Similarity.BUYERS if codes is None else Similarity.CATEGORY,
        scores=tuple(scores),
        groups=tuple(groups),
        fit_seconds=dict(fit_seconds or {}),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Lists:
    columns: Rows
    seconds: float | None


def _hand_in(ways: Mapping[str, Way], exam: Exam, aim: Aim, k: int) -> dict[str, _Lists]:
    lists: dict[str, _Lists] = {}
    for name, way in ways.items():
        began = time.perf_counter()
        ranked = way.get(aim) if isinstance(way, Mapping) else way(aim)
        seconds = None if isinstance(way, Mapping) else time.perf_counter() - began
        if ranked is None:
            continue
        try:
            lists[name] = _Lists(exam.restrict(ranked, aim, k), seconds)
        except ValueError as error:
            raise ValueError(f"{name!r} for {aim}: {error}") from None
    return lists


@dataclass(frozen=True, slots=True, eq=False)
class _Paper:
    """One aim of an exam."""

    exam: Exam
    aim: Aim
    relevant: csr_matrix
    buyers: NDArray[np.int64]  # of each product
    likeness: NDArray[np.int64] | csr_matrix  # each product's category, or its buyers
    k: int
    seed: int
    draws: int

    def score(self, lists: Mapping[str, _Lists], measured: Measured, against: Sequence[str]) -> list[Score]:
        pairs = _pairs(lists, against)
        found = self._average(measured, pairs)
        return [
            Score(
                way=way,
                aim=self.aim,
                metrics={name: found[way, "", name] for name in measured[way]} | {COVERAGE: self._cover(one)},
                leads={
                    other: {name: found[way, other, name] for name in measured[way]}
                    | {COVERAGE: self._cover_more(one, lists[other])}
                    for mine, other in pairs
                    if mine == way
                },
                gini=gini_at_k(one.columns, len(self.exam.products), self.k),
                rank_seconds=None if one.seconds is None else round(one.seconds, 3),
            )
            for way, one in lists.items()
        ]

    def score_groups(self, measured: Measured) -> list[GroupScore]:
        scores: list[GroupScore] = []
        for grouping, order, group_of in self._groupings():
            for group in order:
                scores += self._score_group(grouping, group, np.flatnonzero(group_of == group), measured)
        return scores

    def _groupings(self) -> list[tuple[str, list[str], NDArray[Any]]]:
        by_length = self.exam.history_groups()
        present = set(by_length)
        found = [("history", [label for label in history_labels() if label in present], by_length)]
        if len(self.exam.segments):
            segment_of = np.array([one or "not known" for one in self.exam.segments], dtype=object)
            found.append(("segment", sorted(set(segment_of)), segment_of))
        return found

    def _score_group(
        self, grouping: str, group: str, rows: NDArray[Any], measured: Measured
    ) -> list[GroupScore]:
        here = {way: {name: values[rows] for name, values in by.items()} for way, by in measured.items()}
        found = self._average(here, [(way, POPULAR) for way in here if way != POPULAR])
        return [
            GroupScore(
                grouping=grouping,
                group=group,
                way=way,
                aim=self.aim,
                metrics={name: found[way, "", name] for name in measured[way]},
                lead=None if way == POPULAR else found[way, POPULAR, "ndcg"],
            )
            for way in measured
        ]

    def _average(
        self, measured: Measured, pairs: Sequence[tuple[str, str]]
    ) -> dict[tuple[str, str, str], Interval]:
        """Means by way, "" and metric, and leads by way, the way compared with, and metric."""
        keys = [(way, "", name) for way, by in measured.items() for name in by]
        leads = [(way, other, name) for way, other in pairs for name in measured[way]]
        found = bootstrap_means(
            {str(key): measured[key[0]][key[2]] for key in keys},
            {str(key): (str((key[0], "", key[2])), str((key[1], "", key[2]))) for key in leads},
            seed=self.seed,
            draws=self.draws,
        )
        return {key: found[str(key)] for key in [*keys, *leads]}

    def measure(self, ranked: Rows) -> dict[str, Floats]:
        """Every metric of each customer; NaN for those with nothing right, in all of them."""
        exam, k = self.exam, self.k
        measured = accuracy_at_k(ranked, self.relevant, k)
        measured["novelty"] = novelty_at_k(ranked, self.buyers, exam.past.shape[0], k)
        measured["popularity_share"] = popularity_share_at_k(ranked, self.buyers, k)
        if isinstance(self.likeness, csr_matrix):
            measured["diversity"] = diversity_by_buyers(ranked, self.likeness, k, self.seed)
        else:
            measured["diversity"] = diversity_by_category(ranked, self.likeness, k)
        judged = np.diff(self.relevant.indptr) > 0
        return {name: np.where(judged, values, np.nan) for name, values in measured.items()}

    def _cover(self, lists: _Lists) -> Interval:
        return coverage_at_k(lists.columns, len(self.exam.products), self.k)

    def _cover_more(self, lists: _Lists, other: _Lists) -> Interval:
        return coverage_lead_at_k(lists.columns, other.columns, len(self.exam.products), self.k)


def _pairs(lists: Mapping[str, _Lists], against: Sequence[str]) -> list[tuple[str, str]]:
    return [(way, other) for way in lists for other in against if other in lists and way != other]

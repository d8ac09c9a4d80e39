"""Rankings of each way to recommend, compared on the same customers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bespoke.settings import RecommenderSettings
from eval.ranking import METRICS, Floats, Interval, bootstrap_means, coverage_at_k
from eval.splitting import TemporalSplit
from recommender.id_maps import IdMap, Rows
from recommender.matrix import KeptPurchases, build_interactions
from recommender.top_products import Scorer, Scores, rank_top
from recommender.training import FittedModel

POPULAR = "recent popularity"
OWN = "own purchases, then popular"
OWN_HALF_LIFE_DAYS = 60.0


class Aim(StrEnum):
    """What a list is judged by."""

    NEW = "new"  # only products the customer had not bought before
    ANY = "any"  # whatever they bought, repeats too

    @property
    def label(self) -> str:
        return "new products only" if self is Aim.NEW else "any product"


@dataclass(frozen=True, slots=True)
class Judged:
    model: str
    aim: Aim
    metrics: Mapping[str, Interval]
    leads: Mapping[str, Interval]  # over popularity, paired; empty for popularity itself
    coverage: float | None


@dataclass(frozen=True, slots=True)
class _Exam:
    """The customers judged, in order, and what they had and later bought."""

    customer_ids: list[str]
    had: csr_matrix  # columns as the model's products
    bought: csr_matrix  # columns as the model's products, then those it has never seen


def judge_rankings(
    model: FittedModel, split: TemporalSplit, settings: RecommenderSettings, *, k: int, max_customers: int
) -> tuple[Judged, ...]:
    """Popularity, own purchases (where repeats count) and the personal model, for both aims."""
    exam = _set_exam(model, split, max_customers, settings.seed)
    scorers = _scorers(model, split, exam)
    judged: list[Judged] = []
    for aim in Aim:
        relevant = exam.bought if aim is Aim.ANY else _without_had(exam)
        hidden = exam.had if aim is Aim.NEW else None
        ways = {name: scorer for name, scorer in scorers.items() if aim is Aim.ANY or name != OWN}
        judged += _compare(ways, aim, relevant, hidden, len(model.products), k, settings.seed)
    return tuple(judged)


def _set_exam(model: FittedModel, split: TemporalSplit, max_customers: int, seed: int) -> _Exam:
    before, after = KeptPurchases.from_events(split.train), KeptPurchases.from_events(split.test)
    both = sorted(set(_buyers(before)) & set(_buyers(after)))
    if len(both) > max_customers:
        picks = np.random.default_rng(seed).choice(len(both), max_customers, replace=False)
        both = [both[pick] for pick in np.sort(picks)]
    unseen = sorted(set(after.products.index) - set(model.products.index))
    everything = IdMap.in_order([*model.products.index, *unseen])
    return _Exam(both, before.of(both, model.products), after.of(both, everything))


def _buyers(kept: KeptPurchases) -> list[str]:
    return kept.customers.ids_of(np.flatnonzero(np.diff(kept.matrix.indptr)))


def _without_had(exam: _Exam) -> csr_matrix:
    width = exam.bought.shape[1]
    had = csr_matrix((exam.had.data, exam.had.indices, exam.had.indptr), shape=exam.bought.shape)
    rows = np.repeat(np.arange(exam.bought.shape[0]), np.diff(exam.bought.indptr))
    had_rows = np.repeat(np.arange(had.shape[0]), np.diff(had.indptr))
    keys, known = rows * width + exam.bought.indices, had_rows * width + had.indices
    new = ~np.isin(keys, known)
    columns = exam.bought.indices[new]
    return csr_matrix((np.ones(len(columns)), (rows[new], columns)), shape=exam.bought.shape)


def _scorers(model: FittedModel, split: TemporalSplit, exam: _Exam) -> dict[str, Scorer]:
    shares = (model.popularity.overall / model.popularity.overall.max(initial=1e-300)).astype(np.float32)
    scorers: dict[str, Scorer] = {
        POPULAR: _popular_scorer(shares),
        OWN: _own_scorer(model, split, exam, shares),
    }
    if model.personal is not None:
        rows = model.customers.rows_of(exam.customer_ids)
        columns = np.arange(len(model.products), dtype=np.int32)
        scorers[model.kind] = model.personal.scorer(rows, columns)
    return scorers


def _popular_scorer(shares: Scores) -> Scorer:
    def score(start: int, stop: int, out: Scores) -> None:
        out[:] = shares

    return score


def _own_scorer(model: FittedModel, split: TemporalSplit, exam: _Exam, shares: Scores) -> Scorer:
    """Faded own purchases above everything, popularity below them."""
    own = build_interactions(split.train, model.products, half_life_days=OWN_HALF_LIFE_DAYS, now=split.cut)
    faded = np.where(own.purchased, own.weights.data, 0.0)
    least = faded[faded > 0].min(initial=1.0)
    # The logarithm keeps weights apart that float32 could not tell from 1.
    values = np.where(faded > 0, 2.0 + np.log2(np.maximum(faded, least) / least), 0.0)
    matrix = csr_matrix((values, own.weights.indices, own.weights.indptr), shape=own.weights.shape)
    picked = matrix[own.customers.rows_of(exam.customer_ids)]

    def score(start: int, stop: int, out: Scores) -> None:
        out[:] = shares
        out += picked[start:stop].toarray()

    return score


def _compare(
    ways: Mapping[str, Scorer],
    aim: Aim,
    relevant: csr_matrix,
    hidden: csr_matrix | None,
    n_products: int,
    k: int,
    seed: int,
) -> list[Judged]:
    columns: dict[str, Floats] = {}
    coverages: dict[str, float] = {}
    for way, scorer in ways.items():
        ranked = _rank(scorer, relevant.shape[0], n_products, k, hidden)
        coverages[way] = coverage_at_k(ranked, n_products, k)
        for name, metric in METRICS.items():
            columns[f"{way}/{name}"] = metric(ranked, relevant, k)
            columns[f"{way}-{POPULAR}/{name}"] = columns[f"{way}/{name}"] - columns[f"{POPULAR}/{name}"]
    found = bootstrap_means(columns, seed=seed)
    return [
        Judged(
            model=way,
            aim=aim,
            metrics={name: found[f"{way}/{name}"] for name in METRICS},
            leads={} if way == POPULAR else {name: found[f"{way}-{POPULAR}/{name}"] for name in METRICS},
            coverage=coverages[way] if relevant.shape[0] else None,
        )
        for way in ways
    ]


def _rank(
    scorer: Scorer, n_customers: int, n_products: int, k: int, hidden: csr_matrix | None
) -> NDArray[np.int32]:
    ranked: Rows = rank_top(scorer, n_customers, n_products, k, hidden=hidden).columns
    return ranked

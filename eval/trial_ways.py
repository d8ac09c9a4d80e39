"""The ways to rank that a fitted model holds: each component, the blend, and the blend with trees."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from bespoke.domain import Aim
from eval.exams import Exam
from eval.judgment import POPULAR
from recommender.components import Component
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.ranker import Ranker, rank_products
from recommender.shortlisting import Choice
from recommender.training import FittedModel

BLEND = "blend"
TREES = "blend and trees"
_AT_ONCE = 20_000  # customers, whose shortlists fit memory


@dataclass(frozen=True, slots=True)
class TrialWay:
    """Components and how they are put together."""

    components: Mapping[str, Component]
    ranker: Ranker


@dataclass(frozen=True, slots=True)
class Service:
    """Which way would serve, and the reason from inside the training."""

    way: str
    why: str


def list_ways(model: FittedModel, aim: Aim) -> dict[str, TrialWay]:
    """Every way the model could rank for an aim, the simplest first."""
    ways = {
        name: TrialWay({name: component}, Ranker({name: 1.0})) for name, component in model.components.items()
    }
    ranker = model.rankers.get(aim)
    if ranker is None:
        return ways
    if _alone(ranker) is None:
        ways[BLEND] = TrialWay(model.components, replace(ranker, reranker=None))
    if ranker.reranker is not None:
        ways[TREES] = TrialWay(model.components, ranker)
    return ways


def find_service(model: FittedModel, aim: Aim) -> Service:
    """What learning chose; it never saw a test."""
    ranker = model.rankers.get(aim)
    if ranker is None:
        return Service(POPULAR, model.note or "there was nothing personal to learn from")
    alone = _alone(ranker)
    if ranker.reranker is not None:
        return Service(TREES, "trees did better than the blend on validation customers they had not seen")
    if _is_prior(model, ranker):
        return Service(alone or BLEND, "with its usual weights: there was no validation to learn others from")
    if alone is not None:
        return Service(alone, "no blend was better than it alone on validation customers")
    return Service(
        BLEND, "it was better than any component alone on validation customers; trees did not improve it"
    )


def rank_for_exam(
    way: TrialWay,
    model: FittedModel,
    exam: Exam,
    histories: Histories,
    aim: Aim,
    k: int,
) -> tuple[Rows, float]:
    """Lists (customers of the exam, k) for what `aim` permits, and the seconds they took.

    `histories` are those of the exam's customers in its order.
    """
    began = time.perf_counter()
    columns = np.full((len(exam), k), UNKNOWN, dtype=np.int32)
    everything = np.ones(len(exam.products), dtype=np.bool_)
    hidden, allowed = exam.hidden(aim), exam.allowed(aim)
    for start in range(0, len(exam), _AT_ONCE):
        rows = np.arange(start, min(start + _AT_ONCE, len(exam)))
        choice = Choice(
            everything,
            hidden=None if hidden is None else hidden[rows],
            only=None if allowed is None else allowed[rows],
        )
        ranked = rank_products(way.components, way.ranker, model.facts, histories.at(rows), choice, k)
        found = ranked.shortlist.columns[:, :k]
        columns[rows, : found.shape[1]] = found
    return columns, time.perf_counter() - began


def _alone(ranker: Ranker) -> str | None:
    """The one component that makes the order; None where several do."""
    weights = [*ranker.weights.items(), *(ranker.order or {}).items()]
    used = {name for name, weight in weights if weight}
    return used.pop() if len(used) == 1 else None


def _is_prior(model: FittedModel, ranker: Ranker) -> bool:
    """Whether the weights are those of the recipe, which learning never gives back to the last digit."""
    prior = {name: model.recipe.prior.get(name, 0.0) for name in model.components}
    return ranker.order is None and dict(ranker.weights) == prior

"""Small exams whose right answers are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from bespoke.domain import Aim
from eval.exams import Exam, set_exam
from eval.judgment import IN_SERVICE, OWN, POPULAR, Judgment, Score
from eval.ranking import Interval
from eval.variety import Similarity
from recommender.id_maps import IdMap
from tests.recommender.shops import purchases

PRODUCTS = IdMap.of(f"p{number}" for number in range(6))


def an_exam(had: Mapping[str, Sequence[int]], bought: Mapping[str, Sequence[int]], **changes: Any) -> Exam:
    """Customers by what they had and later bought, as numbers of the six products."""
    train = purchases(*((who, f"p{one}") for who, ones in had.items() for one in ones), days_ago=40.0)
    test = purchases(*((who, f"p{one}") for who, ones in bought.items() for one in ones), days_ago=1.0)
    return set_exam(train, test, changes.pop("products", PRODUCTS), **changes)


def lists(*rows: Sequence[int]) -> Any:
    return np.array(rows, dtype=np.int32)


def matrix(*rows: Sequence[int], width: int = 6) -> csr_matrix:
    dense = np.zeros((len(rows), width))
    for place, row in enumerate(rows):
        dense[place, list(row)] = 1.0
    return csr_matrix(dense)


def an_interval(mean: float, spread: float = 0.01, customers: int = 500) -> Interval:
    return Interval(mean, mean - spread, mean + spread, customers)


def a_judgment(
    over_popular: Interval,
    over_service: Interval | None = None,
    *,
    aim: Aim = Aim.DISCOVER,
    over_own: Interval | None = None,
    repeat_share: float = 0.1,
    service_score: float = 0.1,
) -> Judgment:
    """A judgment of the candidate "als", whose leads are given."""
    leads = {POPULAR: {"ndcg": over_popular}}
    leads |= {OWN: {"ndcg": over_own}} if over_own else {}
    leads |= {IN_SERVICE: {"ndcg": over_service}} if over_service else {}
    scores = [Score("als", aim, {"ndcg": an_interval(0.1)}, leads, None, None)]
    if over_service is not None:
        scores.append(Score(IN_SERVICE, aim, {"ndcg": an_interval(service_score)}, {}, None, None))
    return Judgment(10, 7, 1000, 500, 40, repeat_share, "orders", Similarity.BUYERS, tuple(scores), (), {})

"""The reason named is the part of the score that really is the largest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from bespoke.domain import Aim, ReasonKind
from recommender.explaining import Why, find_whys
from recommender.id_maps import UNKNOWN
from recommender.neighbors import Neighbors
from recommender.popular import RecentPopularity, RecentPopularityParameters
from tests.builders import NOW
from tests.recommender.shops import (
    a_blend,
    a_catalog,
    events_frame,
    histories_of,
    lists_of,
    purchases,
    random_shop,
    rules_for,
    scores_of,
    trained,
)

seeds = st.integers(0, 10_000)


@dataclass(frozen=True)
class Near:
    """Weights of events times a matrix of nearness."""

    nearness: np.ndarray
    kind: ClassVar[str] = "near"

    def _profile(self, histories):
        profile = histories.sum_by_pair(histories.weights)
        return csr_matrix((profile.data.astype(np.float32), profile.indices, profile.indptr), profile.shape)

    def scorer(self, histories):
        return Neighbors(csr_matrix(self.nearness)).scorer(self._profile(histories))

    def explainer(self, histories):
        return Neighbors(csr_matrix(self.nearness)).explainer(self._profile(histories))


def alone(histories, source):
    """Everyone's history with nothing but what they did with one product."""
    return histories.where_events(histories.columns == source)


def explain_slowly(components, histories, products, gains, nameable, weights):
    """Sources, kinds and whether they were bought, by scoring again with one product of the history each."""
    n, k = products.shape
    crowd, history = np.zeros((2, n, k))
    parts = np.zeros((n, len(histories.products), k))
    for at, component in enumerate(components.values()):
        if component.explainer(histories) is None:
            crowd += gains[:, :, at]
            continue
        history += gains[:, :, at]
        if weights[at] < 0:
            continue
        gain = np.maximum(gains[:, :, at], 0)
        own = np.zeros_like(parts)
        for source in range(len(histories.products)):
            scores = scores_of(component, alone(histories, source))
            own[:, source] = np.take_along_axis(scores, np.maximum(products, 0), axis=1)
        own = np.maximum(own, 0)
        total = own.sum(axis=1, keepdims=True)
        parts += own * np.divide(gain[:, None, :], total, out=np.zeros_like(total), where=total > 0)
    parts[:, ~nameable] = 0
    for row in range(n):
        for place in range(k):
            parts[row, products[row, place], place] = 0
    return parts, history, crowd


@given(seed=seeds)
@settings(max_examples=20)
def test_the_reason_is_the_largest_part_when_scores_are_made_again_from_each_purchase(seed):
    rng = np.random.default_rng(seed)
    histories = histories_of(random_shop(seed, customers=8, products=9, events=70))
    p = len(histories.products)
    nearness = [rng.normal(size=(p, p)).astype(np.float32) for _ in range(2)]
    components = {
        "one": Near(nearness[0]),
        "other": Near(nearness[1]),
        "popular": RecentPopularity.fit(histories, RecentPopularityParameters()),
    }
    products = np.tile(rng.permutation(p)[:4].astype(np.int32), (len(histories), 1))
    products[rng.random(products.shape) < 0.1] = UNKNOWN
    gains = rng.normal(size=(*products.shape, 3)).astype(np.float32)
    nameable = rng.random(p) < 0.8

    weights = rng.choice([-1.0, 1.0], size=len(components))

    found = find_whys(components, histories, products, gains, nameable, weights)

    parts, history, crowd = explain_slowly(components, histories, products, gains, nameable, weights)
    bought = histories.bought.toarray() > 0
    for (row, place), product in np.ndenumerate(products):
        kind, source = found.kinds[row, place], found.sources[row, place]
        if product == UNKNOWN:
            assert (kind, source) == (Why.NOTHING, UNKNOWN)
            continue
        mine = parts[row, :, place]
        if source == UNKNOWN:
            assert mine.max() <= 1e-6
        else:
            assert mine[source] >= mine.max() - 1e-4
            assert source != product
            assert nameable[source]
            assert found.was_bought[row, place] == bought[row, source]
        if bought[row, product]:
            assert kind == Why.OWN
        elif kind == Why.HISTORY:
            assert mine.max() > 0
            assert history[row, place] >= crowd[row, place] - 1e-4
        elif kind == Why.CROWD:
            assert crowd[row, place] > 0
            assert crowd[row, place] >= history[row, place] - 1e-4 or mine.max() <= 1e-6
        else:
            assert crowd[row, place] <= 1e-6
            assert mine.max() <= 1e-6 or history[row, place] <= crowd[row, place] + 1e-4


def test_what_may_not_be_named_is_not():
    histories = histories_of(random_shop(2))
    component = Near(np.ones((len(histories.products),) * 2, np.float32))
    products = np.zeros((len(histories), 1), dtype=np.int32)
    gains = np.ones((len(histories), 1, 1), dtype=np.float32)

    found = find_whys(
        {"near": component}, histories, products, gains, np.zeros(len(histories.products), bool), np.ones(1)
    )

    assert (found.sources == UNKNOWN).all()
    assert set(found.kinds.ravel().tolist()) <= {Why.NOTHING, Why.OWN}


def a_pair_shop():
    """Tea is bought with pots and lamps with bulbs, by many."""
    pairs = [("tea", "pot"), ("lamp", "bulb")]
    return purchases(
        *((f"c{at}-{i}", product) for at, pair in enumerate(pairs) for i in range(30) for product in pair),
        days_ago=20.0,
    )


def reasons(extra, **brief):
    """What ann is shown, and why."""
    events = pd.concat([a_pair_shop(), events_frame(extra)])
    catalog = a_catalog(["tea", "pot", "lamp", "bulb"])
    recipe = replace(a_blend(), prior={"item_item": 1.0}, windows=0)
    model = trained(events, catalog, None, recipe, NOW)
    shown = lists_of(model, events, ["ann"], rules_for(events, catalog, **brief), 4)["ann"]
    return {one.product_id: (one.reason.kind, one.reason.detail) for one in shown}


def test_bought_names_the_product_bought_with_it():
    found = reasons([{"product": "tea"}, {"product": "lamp", "days_ago": 3.0}])

    assert found["pot"] == (ReasonKind.BOUGHT_WITH, "Title of tea")
    assert found["bulb"] == (ReasonKind.BOUGHT_WITH, "Title of lamp")


def test_only_looked_at_is_never_called_bought():
    found = reasons([{"product": "tea", "type": "view"}])

    assert found["pot"] == (ReasonKind.VIEWED, "Title of tea")
    assert ReasonKind.BOUGHT_WITH not in {kind for kind, _ in found.values()}


def test_what_was_returned_is_no_reason():
    found = reasons(
        [{"product": "tea", "days_ago": 3.0}, {"product": "tea", "type": "return"}, {"product": "lamp"}]
    )

    assert found["bulb"] == (ReasonKind.BOUGHT_WITH, "Title of lamp")
    assert "Title of tea" not in {detail for _, detail in found.values()}


def test_what_they_bought_themselves_is_its_own_reason():
    found = reasons([{"product": "tea"}], aim=Aim.MIXED)

    assert found["tea"] == (ReasonKind.BUY_AGAIN, None)
    assert found["pot"] == (ReasonKind.BOUGHT_WITH, "Title of tea")

"""Gradient-boosted trees that put a shortlist in its final order (LambdaMART: Burges 2010), by LightGBM."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bespoke.errors import ModelUnusable
from recommender.facts import PairFacts, ProductFacts, customer_facts
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN
from recommender.shortlisting import Shortlist
from recommender.top_products import Scores


def why_no_trees() -> str | None:
    """Why LightGBM cannot be used on this machine; None where it can."""
    try:
        import lightgbm  # noqa: F401
    except (ImportError, OSError) as error:
        return f"LightGBM cannot be loaded ({error}); on Debian install libgomp1"
    return None


@dataclass(frozen=True, slots=True)
class RerankerParameters:
    """Few leaves and much shrinkage: a few hundred customers must be enough to learn from."""

    trees: int = 80
    learning_rate: float = 0.075
    leaves: int = 15
    min_in_leaf: int = 200
    row_share: float = 0.7
    column_share: float = 0.4
    l2: float = 20.0


@dataclass(frozen=True, slots=True)
class Table:
    """What the trees look at, one row a place on a shortlist that holds a product."""

    names: tuple[str, ...]
    values: Scores  # (rows, number of names)
    present: NDArray[np.bool_]  # (n, m): the rows in order are the places where this is true

    @classmethod
    def of(
        cls, shortlist: Shortlist, histories: Histories, facts: ProductFacts, components: Sequence[str]
    ) -> Table:
        """Opinions, the sum and the place they gave, and what is known of product, customer and both."""
        present = shortlist.columns != UNKNOWN
        rows, places = (at.astype(np.int32) for at in np.nonzero(present))
        products = shortlist.columns[present]
        scores = shortlist.scores[present]
        columns: dict[str, Any] = {
            f"opinion_{name}": shortlist.opinions[:, :, at][present] for at, name in enumerate(components)
        }
        for at, name in enumerate(components):
            columns[f"place_by_{name}"] = _places(shortlist.opinions[:, :, at], present)[present]
        columns["sum"] = scores
        columns["below_best"] = scores - np.nan_to_num(shortlist.scores[:, 0])[rows]
        columns["place"] = places
        of_products = facts.values[products]
        columns |= {name: of_products[:, at] for at, name in enumerate(facts.names)}
        usual_gaps = np.exp(columns["log_usual_gap"])
        columns |= PairFacts.of(histories).at(rows, products, usual_gaps)
        columns |= {name: values[rows] for name, values in customer_facts(histories, facts).items()}
        columns["times_per_basket"] = columns["times"] / np.exp(columns["log_baskets"])
        columns["before_last_visit"] = columns["days_since"] - np.expm1(columns["recency"])
        return cls(tuple(columns), np.column_stack(list(columns.values())).astype(np.float32), present)


@dataclass(frozen=True)
class Reranker:
    """Trees as LightGBM's own text, which can run no code, and the features they were grown on."""

    names: tuple[str, ...]
    text: str

    @classmethod
    def fit(
        cls,
        lessons: Sequence[tuple[Table, NDArray[np.bool_]]],
        parameters: RerankerParameters,
        *,
        seed: int,
        threads: int = 0,
    ) -> Reranker | None:
        """Trees grown on tables with their hits (n, m); None where no list holds both a hit and a miss."""
        values, labels, groups = [], [], []
        for table, hits in lessons:
            useful = (hits & table.present).any(axis=1) & (table.present & ~hits).any(axis=1)
            kept = np.repeat(useful, table.present.sum(axis=1))
            values.append(table.values[kept])
            labels.append(hits[table.present][kept])
            groups.append(table.present.sum(axis=1)[useful])
        if not sum(len(one) for one in groups):
            return None
        import lightgbm

        rows = np.concatenate(values)
        data = lightgbm.Dataset(rows, np.concatenate(labels).astype(np.int32), group=np.concatenate(groups))
        booster = lightgbm.train(_options(parameters, seed), data, parameters.trees)
        return cls(lessons[0][0].names, booster.model_to_string())

    @cached_property
    def _booster(self) -> Any:
        if (why := why_no_trees()) is not None:
            raise ModelUnusable(f"the model in service has trees, and {why}, or train again without")
        import lightgbm

        return lightgbm.Booster(model_str=self.text)

    def score(self, table: Table, before: Scores, *, threads: int = 0) -> Scores:
        """Scores by place (n, m), NaN where there is no product.

        The trees' word and the scores they were shown, both standardized, added up: each
        errs in its own way, so the sum is better than either.
        """
        scores = np.full(table.present.shape, np.nan)
        if table.present.any():
            scores[table.present] = self._booster.predict(self._ordered(table), num_threads=threads)
        return np.asarray(_standard(scores) + _standard(before), dtype=np.float32)

    def _ordered(self, table: Table) -> Scores:
        if table.names == self.names:
            return table.values
        place = {name: at for at, name in enumerate(table.names)}
        return table.values[:, [place[name] for name in self.names]]

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Names and trees as bytes."""
        return {"names": _as_bytes("\n".join(self.names)), "text": _as_bytes(self.text)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Reranker:
        """The re-ranker that `arrays` came from."""
        return cls(tuple(_as_text(arrays["names"]).split("\n")), _as_text(arrays["text"]))


def _places(opinions: Scores, present: NDArray[np.bool_]) -> Scores:
    """The place each component alone would give, 0 for its best."""
    order = np.argsort(np.where(present, -opinions, np.inf), axis=1, kind="stable")
    places = np.empty(order.shape, dtype=np.float32)
    np.put_along_axis(places, order, np.arange(order.shape[1], dtype=np.float32)[None, :], axis=1)
    return places


def _standard(scores: Any) -> Any:
    """Each row at mean 0 and deviation 1 over what it holds."""
    held = np.isfinite(scores)
    count = np.maximum(held.sum(axis=1, keepdims=True), 1)
    filled = np.where(held, scores, 0.0)
    centered = np.where(held, filled - filled.sum(axis=1, keepdims=True) / count, 0.0)
    spread = np.sqrt((centered**2).sum(axis=1, keepdims=True) / count)
    scaled = np.divide(centered, spread, out=np.zeros_like(centered), where=spread > 1e-12)
    return np.where(held, scaled, np.nan)


def _options(parameters: RerankerParameters, seed: int) -> dict[str, Any]:
    return {
        "objective": "lambdarank",
        "learning_rate": parameters.learning_rate,
        "num_leaves": parameters.leaves,
        "min_data_in_leaf": parameters.min_in_leaf,
        "bagging_fraction": parameters.row_share,
        "bagging_freq": 1,
        "feature_fraction": parameters.column_share,
        "lambda_l2": parameters.l2,
        "lambdarank_truncation_level": 30,
        "max_bin": 127,
        # Threads wait for one another after every leaf: more is lost than won on so few rows.
        "num_threads": 1,
        "seed": seed,
        "deterministic": True,
        "force_row_wise": True,
        "verbosity": -1,
    }


def _as_bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8"), dtype=np.uint8)


def _as_text(values: NDArray[Any]) -> str:
    return values.tobytes().decode("utf-8")

"""Products bought by the same customers, weighted by BM25, TF-IDF or cosine with `implicit`.

A customer is a document and the products they had to do with are its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
from implicit.nearest_neighbours import all_pairs_knn, bm25_weight, normalize, tfidf_weight
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.components import Explainer
from recommender.histories import Histories
from recommender.neighbors import Neighbors, fade_from_newest, fade_in_shop, keep_strongest, make_profile
from recommender.shelf import Shelf
from recommender.top_products import Scorer

Weighting = Literal["bm25", "tfidf", "cosine"]

_FADED_AWAY = 1e-9  # of the mean weight: its square would get lost in float32


@dataclass(frozen=True, slots=True)
class ItemItemParameters:
    """The defaults did well on a year of a shop's orders."""

    weighting: Weighting = "bm25"
    neighbors: int = 20  # kept for each product
    k1: float = 4.5  # how much more a product counts that a customer had much to do with
    b: float = 0.4  # how much less one product counts in a long history, 0 to 1
    half_life_days: float = 15.0
    profile_half_life_days: float = 60.0


@dataclass(frozen=True, slots=True)
class ItemItem:
    """Nearness of products, symmetrical before each keeps its nearest.

    No product is near itself: what customers buy again is another component's business.
    """

    kind: ClassVar[str] = "item_item"

    neighbors: Neighbors
    profile_half_life_days: float

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: ItemItemParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> ItemItem | None:
        """The component, or None where no two products share a customer worth learning from."""
        weighted = _weigh(histories, parameters)
        if weighted.nnz == 0:
            return None
        most = min(parameters.neighbors + 1, weighted.shape[1])  # each product finds itself, too
        nearest = all_pairs_knn(weighted, most, num_threads=threads, show_progress=False).tocsr()
        nearness = keep_strongest(nearest, parameters.neighbors)
        if nearness.nnz == 0:
            return None
        return cls(Neighbors(nearness), parameters.profile_half_life_days)

    def scorer(self, histories: Histories) -> Scorer:
        """The faded profile times the nearness."""
        return self.neighbors.scorer(self._profile(histories))

    def explainer(self, histories: Histories) -> Explainer:
        """The exact decomposition of each score."""
        return self.neighbors.explainer(self._profile(histories))

    def _profile(self, histories: Histories) -> csr_matrix:
        return make_profile(histories, fade_from_newest(histories, self.profile_half_life_days))

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """The neighbors and the half-life of profiles; what made the neighbors is needed no more."""
        return {**self.neighbors.arrays(), "profile_half_life_days": np.array(self.profile_half_life_days)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> ItemItem:
        """The component that `arrays` came from."""
        return cls(Neighbors.from_arrays(arrays), float(arrays["profile_half_life_days"]))


def _weigh(histories: Histories, parameters: ItemItemParameters) -> csr_matrix:
    """Customers × products whose products of columns are the nearness; nothing below 0 is left."""
    faded = fade_in_shop(histories, parameters.half_life_days)
    if faded.nnz == 0:
        return faded
    faded.data /= faded.data.max()
    faded.data /= faded.data.mean()  # k1 is in units of a usual weight
    faded.data[faded.data < _FADED_AWAY] = 0.0
    faded.eliminate_zeros()
    match parameters.weighting:
        case "bm25":
            weighted = bm25_weight(faded, parameters.k1, parameters.b)
        case "tfidf":
            weighted = normalize(_above_zero(tfidf_weight(faded)))
        case "cosine":
            weighted = normalize(faded.T).T
    return _above_zero(weighted)


def _above_zero(weighted: Any) -> csr_matrix:
    # The weight of a product that every customer has falls below 0; it tells nobody apart.
    weighted = csr_matrix(weighted)
    weighted.data = np.maximum(weighted.data, 0.0)
    weighted.eliminate_zeros()
    return weighted

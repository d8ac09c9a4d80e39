"""The one interface behind which every personal model stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from numpy.typing import NDArray

from recommender.id_maps import Rows
from recommender.top_products import Scorer


class PersonalModel(Protocol):
    """Scores products for customers it was fitted on, and says which purchase a score rests on."""

    @property
    def kind(self) -> str:
        """Its name in the registry, the artifact and reports."""

    def scorer(self, rows: Rows, columns: Rows) -> Scorer:
        """Scores of these customers for these products, in this order."""

    def explain(self, rows: Rows, products: Rows, usable: NDArray[Any]) -> Rows:
        """For each customer (n,) and product (n, k) the purchase that adds most to its score.

        UNKNOWN where no purchase adds to it, and where the product is UNKNOWN. `usable`
        marks, per product, what may be named.
        """

    def has_purchases(self, rows: Rows) -> NDArray[Any]:
        """Whether each customer bought something that the model learned from."""

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Everything that a loaded model needs to give identical lists."""

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> PersonalModel:
        """The model that `arrays` came from."""

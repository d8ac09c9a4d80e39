"""What finds new buyers lately: the products that are discovered, not the ones bought over and over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from recommender.facts import PairFacts
from recommender.histories import Histories
from recommender.shelf import Shelf
from recommender.top_products import Scorer, Scores, score_alike


@dataclass(frozen=True, slots=True)
class NewBuyersParameters:
    """The defaults did well on Online Retail."""

    window_days: float = 28.0


@dataclass(frozen=True, slots=True)
class NewBuyers:
    """How many customers had to do with each product for the first time lately, the same for everyone."""

    kind: ClassVar[str] = "new_buyers"

    strengths: Scores  # (n_products)

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: NewBuyersParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> NewBuyers | None:
        """Logarithms of the counts, or None where nobody was new to anything."""
        facts = PairFacts.of(histories)
        recent = facts.first < parameters.window_days
        counts = np.bincount(facts.pairs.indices, recent, minlength=len(histories.products))
        return cls(np.log1p(counts).astype(np.float32)) if counts.any() else None

    def scorer(self, histories: Histories) -> Scorer:
        """The same scores for every customer."""
        return score_alike(self.strengths)

    def explainer(self, histories: Histories) -> None:
        """No purchase of the customer's speaks for it."""

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """The scores."""
        return {"strengths": self.strengths}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> NewBuyers:
        """The component that `arrays` came from."""
        return cls(arrays["strengths"])

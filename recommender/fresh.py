"""Products that are new to the shop, and those that nobody had a chance to buy yet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recommender.category_taste import tastes_of
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.matrix import Tally

NEW_DAYS = 30.0
_OLDER_SHOP = 3.0  # a shop must be known for so many times NEW_DAYS, or everything would be new
FEW_EVENTS = 5
LIKED_SHARE = 0.25  # of a customer's weight
_TASTE_HALF_LIFE_DAYS = 120.0
_LIKED_PRODUCTS = 2  # one purchase shows no liking


@dataclass(frozen=True, slots=True)
class FreshProducts:
    """By product; what has had no event at all is untried, but nobody knows whether it is new."""

    is_new: NDArray[np.bool_]  # its first event is recent, in a shop that is known for much longer
    is_untried: NDArray[np.bool_]  # few events or none: what an exploration share is for

    @classmethod
    def find(cls, tally: Tally, n_products: int) -> FreshProducts:
        """From every event up to the moment of the tally, guests' too."""
        first = np.full(n_products, -1.0)
        np.maximum.at(first, tally.products, tally.age_days)
        long_enough = tally.age_days.max(initial=0.0) >= _OLDER_SHOP * NEW_DAYS
        events = np.bincount(tally.products, minlength=n_products)
        return cls((first >= 0) & (first <= NEW_DAYS) & long_enough, events < FEW_EVENTS)


def are_new_in_liked(
    fresh: FreshProducts, histories: Histories, categories: Rows, products: Rows
) -> NDArray[np.bool_]:
    """Whether each product (n, k) is new in a category that its customer likes.

    They like one that holds a large share of their weight, in more than one product.
    `categories` numbers the category of each of the model's products.
    """
    count = int(categories.max(initial=UNKNOWN)) + 1
    if count == 0:
        return np.zeros(products.shape, dtype=np.bool_)
    weights = histories.faded(_TASTE_HALF_LIFE_DAYS)
    liked = tastes_of(weights, categories, count) >= LIKED_SHARE
    weights.data[:] = 1.0
    several = tastes_of(weights, categories, count) * _known(weights.indptr, categories[weights.indices])
    liked &= np.rint(several) >= _LIKED_PRODUCTS
    wanted = categories[products]
    found = np.take_along_axis(liked, np.maximum(wanted, 0), axis=1)
    return np.asarray(found & fresh.is_new[products] & (wanted != UNKNOWN) & (products != UNKNOWN))


def _known(starts: NDArray[np.int32], categories: Rows) -> NDArray[np.int64]:
    """How many of each customer's products have a category, (n_customers, 1)."""
    sums = np.concatenate(([0], np.cumsum(categories != UNKNOWN)))
    return np.asarray((sums[starts[1:]] - sums[starts[:-1]])[:, None])

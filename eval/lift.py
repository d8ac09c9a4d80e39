"""What an arm earned per customer, and how much more than another, with honest intervals."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.stats import t as student_t

CONFIDENCE = 0.95
FEWEST_CUSTOMERS = 100  # per arm; below, a mean of skewed revenue is no evidence
FEWEST_ORDERS = 10  # in both arms together


@dataclass(frozen=True, slots=True)
class Moments:
    """Count, sum and sum of squares of one figure over an arm's customers; arms add."""

    customers: int
    total: float
    squares: float

    def __add__(self, other: Moments) -> Moments:
        return Moments(
            self.customers + other.customers, self.total + other.total, self.squares + other.squares
        )

    @property
    def mean(self) -> float | None:
        """None for an empty arm."""
        return self.total / self.customers if self.customers else None

    @property
    def variance(self) -> float | None:
        """The sample variance; None below two customers."""
        if self.customers < 2:
            return None
        # Rounding can leave a constant figure a hair below zero.
        return max((self.squares - self.total**2 / self.customers) / (self.customers - 1), 0.0)


@dataclass(frozen=True, slots=True)
class Interval:
    estimate: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        return self.low > 0 or self.high < 0


def mean_interval(moments: Moments, confidence: float = CONFIDENCE) -> Interval | None:
    """Student's interval for a mean; None where there is no variance to speak of."""
    mean, variance = moments.mean, moments.variance
    if mean is None or variance is None:
        return None
    margin = _quantile(moments.customers - 1, confidence) * math.sqrt(variance / moments.customers)
    return Interval(mean, mean - margin, mean + margin)


def difference_interval(arm: Moments, other: Moments, confidence: float = CONFIDENCE) -> Interval | None:
    """Welch's interval for the difference of two means; None where either arm has below two customers.

    Source: Welch 1947; degrees of freedom by Satterthwaite.
    """
    if arm.mean is None or other.mean is None or arm.variance is None or other.variance is None:
        return None
    ours, theirs = arm.variance / arm.customers, other.variance / other.customers
    difference = arm.mean - other.mean
    if ours + theirs == 0:
        return Interval(difference, difference, difference)
    freedom = (ours + theirs) ** 2 / (ours**2 / (arm.customers - 1) + theirs**2 / (other.customers - 1))
    margin = _quantile(freedom, confidence) * math.sqrt(ours + theirs)
    return Interval(difference, difference - margin, difference + margin)


def _quantile(freedom: float, confidence: float) -> float:
    return float(student_t.ppf((1 + confidence) / 2, freedom))

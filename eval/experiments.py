"""Who gets which variant, decided by hash; and whether the split came out as planned."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import chdtrc  # scipy.stats takes half a second to import

from bespoke.domain import HOLDOUT, CampaignId

SRM_THRESHOLD = 0.001  # the field's usual one: rarer than this by chance, the split is broken
FEWEST_EXPECTED = 5  # per arm; below, the chi-square approximation is not to be trusted
_TWO_TO_53 = float(1 << 53)  # a double holds so many steps in [0, 1) without rounding up to 1


def assign_variants(
    campaign_id: CampaignId,
    customer_ids: Sequence[str] | pd.Series,
    arms: Mapping[str, float],
    holdout: float,
) -> pd.DataFrame:
    """Columns `variant` and `probability`, indexed by customer, in the order given.

    A customer's arm depends on the campaign, the customer, the holdout share and the arms'
    weights, and on nobody else. Holdout and variant are drawn apart, so that changing the
    weights never moves anyone into or out of the holdout. `arms` maps variants to weights;
    their order matters to who lands where, so it is taken by name.
    """
    names, shares = _shares(arms)
    _refuse_bad_holdout(holdout)
    ids = [str(customer_id) for customer_id in customer_ids]
    held = uniform_draws(campaign_id, ids, "holdout") < holdout
    chosen = np.searchsorted(np.cumsum(shares)[:-1], uniform_draws(campaign_id, ids, "variant"), side="right")
    variant = np.where(held, HOLDOUT, np.asarray(names, dtype=object)[chosen])
    probability = np.where(held, holdout, (1 - holdout) * shares[chosen])
    index = pd.Index(ids, name="customer_id", dtype=object)
    return pd.DataFrame({"variant": variant, "probability": probability}, index=index)


def uniform_draws(campaign_id: CampaignId, customer_ids: Iterable[str], purpose: str) -> NDArray[np.float64]:
    """A number in [0, 1) per customer, independent across campaigns and purposes.

    Parts are prefixed by their lengths, so that ("a", "bc") and ("ab", "c") differ.
    """
    start = hashlib.blake2b(digest_size=8)
    for part in (purpose, campaign_id):
        _add_part(start, part.encode())
    digests = bytearray()
    for customer_id in customer_ids:
        digest = start.copy()
        _add_part(digest, customer_id.encode())
        digests += digest.digest()
    return (np.frombuffer(bytes(digests), dtype=">u8") >> np.uint64(11)).astype(np.float64) / _TWO_TO_53


def _add_part(digest: hashlib.blake2b, raw: bytes) -> None:
    digest.update(len(raw).to_bytes(4, "big") + raw)


def _shares(arms: Mapping[str, float]) -> tuple[list[str], NDArray[np.float64]]:
    names = sorted(arms)
    weights = np.array([arms[name] for name in names], dtype=np.float64)
    if not names or HOLDOUT in arms or not np.isfinite(weights).all() or (weights <= 0).any():
        raise ValueError(f"arms need positive weights and none may be {HOLDOUT!r}: {dict(arms)!r}")
    return names, weights / weights.sum()


def _refuse_bad_holdout(holdout: float) -> None:
    if not 0 <= holdout < 1:
        raise ValueError(f"the holdout share must be in [0, 1), not {holdout!r}")


def expected_sizes(arms: Mapping[str, float], holdout: float, total: int) -> dict[str, float]:
    """How many of `total` customers each arm should get on average, the holdout among them."""
    names, shares = _shares(arms)
    _refuse_bad_holdout(holdout)
    sizes = {name: float(total * (1 - holdout) * share) for name, share in zip(names, shares, strict=True)}
    return sizes | ({HOLDOUT: total * holdout} if holdout > 0 else {})


@dataclass(frozen=True, slots=True)
class SampleRatioCheck:
    """Whether arms are as large as they should be; `p_value` is None where too few say."""

    observed: Mapping[str, int]
    expected: Mapping[str, float]
    p_value: float | None
    is_mismatch: bool
    advice: str


def check_sample_ratio(observed: Mapping[str, int], expected: Mapping[str, float]) -> SampleRatioCheck:
    """A chi-square test of arm sizes against the planned ones.

    `expected` may be shares or sizes. Raises ValueError for an arm that is not planned.
    Source: Fabijan et al. 2019, "Diagnosing sample ratio mismatch".
    """
    if unplanned := sorted(set(observed) - set(expected)):
        raise ValueError(f"arms that were not planned: {unplanned!r}")
    names = sorted(expected)
    seen = np.array([observed.get(name, 0) for name in names], dtype=np.float64)
    planned = np.array([expected[name] for name in names], dtype=np.float64)
    if (planned <= 0).any():
        raise ValueError(f"every planned arm needs a positive share: {dict(expected)!r}")
    planned = planned / planned.sum() * seen.sum()
    sizes = dict(zip(names, map(float, planned), strict=True))
    counts = {name: int(count) for name, count in zip(names, seen, strict=True)}
    if len(names) < 2 or planned.min() < FEWEST_EXPECTED:
        return SampleRatioCheck(
            counts, sizes, None, False, "Too few customers to tell whether the split is right."
        )
    statistic = float(((seen - planned) ** 2 / planned).sum())
    p_value = float(chdtrc(len(names) - 1, statistic))
    mismatch = p_value < SRM_THRESHOLD
    return SampleRatioCheck(counts, sizes, p_value, mismatch, _MISMATCH if mismatch else _AS_PLANNED)


_AS_PLANNED = "The arms are as large as planned."
_MISMATCH = (
    "The arms are not as large as planned, and chance hardly explains it. Do not compare them: "
    "look for customers who were dropped or withheld in one arm only, then run the campaign again."
)

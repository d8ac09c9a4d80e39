"""How far repeated scores of the same things agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean, variance

Scores = Sequence[Sequence[float]]  # of each thing, the scores it got; of as many runs as answered


@dataclass(frozen=True, slots=True)
class Agreement:
    """None where too few scores say nothing."""

    mean: float | None  # over things, of each one's mean over runs
    between_runs: float | None  # variance of the runs of one thing, the mean over things
    between_things: float | None  # variance of the things' means
    same: float | None  # of pairs of runs on one thing, the share that gave the same score
    alpha: float | None  # Krippendorff's; 1 is agreement, 0 chance, None where every score is the same


def measure_agreement(scores: Scores) -> Agreement:
    """What the scores of things, each scored in several runs, say of the runs and of the things."""
    scored = [runs for runs in scores if runs]
    means = [fmean(runs) for runs in scored]
    repeated = [runs for runs in scored if len(runs) > 1]
    pairs = [one == other for runs in repeated for one, other in combinations(runs, 2)]
    return Agreement(
        mean=fmean(means) if means else None,
        between_runs=fmean(variance(runs) for runs in repeated) if repeated else None,
        between_things=variance(means) if len(means) > 1 else None,
        same=fmean(pairs) if pairs else None,
        alpha=krippendorff_alpha(repeated),
    )


def krippendorff_alpha(scores: Scores) -> float | None:
    """1 less observed over expected disagreement, on squared differences; runs may be missing.

    None where all scores are the same or nothing was scored twice.
    Source: Krippendorff 2004, Content Analysis, chapter 11 (interval data).
    """
    repeated = [runs for runs in scores if len(runs) > 1]
    everything = [score for runs in repeated for score in runs]
    if len(set(everything)) < 2:
        return None
    observed = sum(_disagreement(runs) / (len(runs) - 1) for runs in repeated) / len(everything)
    expected = _disagreement(everything) / (len(everything) * (len(everything) - 1))
    return 1 - observed / expected


def _disagreement(scores: Sequence[float]) -> float:
    """The squared differences of all ordered pairs, summed."""
    mean = fmean(scores)  # deviations from the mean lose fewer digits than squares of the scores
    return 2 * len(scores) * sum((score - mean) ** 2 for score in scores)

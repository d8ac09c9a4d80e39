"""What a trial of copy came to: each contestant's figures, and how they differ on the same briefs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from bespoke.domain import DraftKind, Finding, Severity
from bespoke.settings import LimitSettings
from eval.agreement import Agreement, measure_agreement
from eval.copy_judge import CRITERIA, Judging, Verdict, scores_of
from eval.copy_measures import (
    NEAR_DUPLICATE,
    OPENING_FIELDS,
    Shingles,
    average,
    distinct_n,
    ease,
    language_of,
    length_use,
    likenesses,
    openers,
    repeated_share,
    shingles,
    whole_text,
)
from eval.copy_trials import Attempt, Play, Took, sum_up, who_wrote
from eval.ranking import Floats, Interval, bootstrap_means

OVERALL = "overall"
SHOWN_OPENERS = 3

FindingCounts = Mapping[tuple[Severity, str], int]  # by severity and rule


@dataclass(frozen=True, slots=True)
class Pair:
    """Two briefs whose copy is nearly the same."""

    one: str
    other: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Variety:
    """How much the frames that every contestant wrote itself differ among one another."""

    frames: int
    distinct_1: float | None
    distinct_2: float | None
    distinct_2_subjects: float | None
    near_duplicates: tuple[Pair, ...]  # most alike first
    repeated_openers: Mapping[str, float | None]  # by field, the share of frames that share theirs
    common_openers: Mapping[str, tuple[tuple[str, int], ...]]  # those used more than once, by field


@dataclass(frozen=True, slots=True)
class Standing:
    """One contestant. Figures of words are of what it wrote itself."""

    name: str
    model: str | None  # None: the phrasebook
    wrote: Mapping[str, int]  # by the reason why it did not; "" for what it wrote itself
    measures: Mapping[str, Interval]  # means over briefs
    leads: Mapping[str, Interval]  # over the first contestant, on the briefs that both have a figure for
    first_findings: FindingCounts
    kept_findings: FindingCounts
    lengths: Mapping[str, float]
    ease: Mapping[str, Interval]  # by language
    variety: Variety
    took: Took
    judged: Mapping[str, Agreement] = field(default_factory=dict)  # by criterion
    judge_took: Took | None = None
    judge_missing: Mapping[str, int] = field(default_factory=dict)


def score(
    plays: Sequence[Play],
    judgings: Sequence[Judging] | None,
    limits: LimitSettings,
    *,
    seed: int = 7,
    draws: int = 1000,
) -> list[Standing]:
    """Each contestant's standing, in order. Intervals are bootstrapped over briefs, and paired."""
    frames = _common_frames(plays)
    columns = [
        _columns(one, None if judgings is None else judgings[place], limits, frames)
        for place, one in enumerate(plays)
    ]
    found = _intervals(columns, seed, draws)
    return [
        _stand(one, place, found, frames, limits, None if judgings is None else judgings[place], seed, draws)
        for place, one in enumerate(plays)
    ]


def _stand(
    played: Play,
    place: int,
    found: Mapping[tuple[int, bool, str], Interval],
    frames: Sequence[int],
    limits: LimitSettings,
    judging: Judging | None,
    seed: int,
    draws: int,
) -> Standing:
    own = [one for one in played.attempts if one.is_own]
    return Standing(
        name=played.contestant.name,
        model=None if played.contestant.settings is None else played.contestant.settings.model,
        wrote=who_wrote(played),
        measures={name: one for (who, is_lead, name), one in found.items() if who == place and not is_lead},
        leads={name: one for (who, is_lead, name), one in found.items() if who == place and is_lead},
        first_findings=_count(one for attempt in played.attempts for one in attempt.first_findings or ()),
        kept_findings=_count(one for attempt in own for one in attempt.written.findings),
        lengths=average([length_use(one.written.copy, one.brief.sheet, limits) for one in own]),
        ease=_ease_by_language(own, seed, draws),
        variety=_measure_variety([played.attempts[one] for one in frames]),
        took=sum_up(played.calls),
        judged={} if judging is None else _agree(judging),
        judge_took=None if judging is None else sum_up(judging.calls),
        judge_missing={} if judging is None else judging.missing,
    )


def _common_frames(plays: Sequence[Play]) -> list[int]:
    """The places of frames that every contestant wrote itself: variety compares on the same ones."""
    attempts = plays[0].attempts if plays else ()
    return [
        place
        for place, attempt in enumerate(attempts)
        if attempt.brief.sheet.kind is DraftKind.FRAME and all(one.attempts[place].is_own for one in plays)
    ]


def _columns(
    played: Play, judging: Judging | None, limits: LimitSettings, frames: Sequence[int]
) -> dict[str, Floats]:
    """One figure for each brief, NaN where there is none."""
    attempts = played.attempts
    columns = {
        "own": _column(attempts, lambda one: float(one.is_own)),
        "first_passes": _column(attempts, _passes_at_first),
        "first_findings": _column(
            attempts, lambda one: None if one.first_findings is None else len(one.first_findings)
        ),
        "kept_findings": _column(attempts, _own(lambda one: len(one.written.findings))),
        "rounds": _column(attempts, _own(lambda one: one.written.rounds)),
        "length": _column(attempts, _own(lambda one: _main_length(one, limits))),
        "ease": _column(attempts, _own(lambda one: ease(one.written.copy, one.brief.sheet))),
        "nearest": _nearest(attempts, frames),
    }
    if played.calls and sum_up(played.calls).cost_usd is not None:
        columns["cost_usd"] = _column(attempts, _cost)
    if judging is not None:
        for name, measure in _criteria().items():
            scores = scores_of(judging, measure)
            columns[f"judge_{name}"] = np.array([np.mean(one) if one else np.nan for one in scores])
    return columns


def _column(attempts: Sequence[Attempt], measure: Callable[[Attempt], float | None]) -> Floats:
    found = [measure(one) for one in attempts]
    return np.array([np.nan if one is None else one for one in found], dtype=np.float64)


def _own(measure: Callable[[Attempt], float | None]) -> Callable[[Attempt], float | None]:
    return lambda attempt: measure(attempt) if attempt.is_own else None


def _passes_at_first(attempt: Attempt) -> float | None:
    if attempt.first_findings is None:
        return None
    return float(all(one.severity is not Severity.BLOCK for one in attempt.first_findings))


def _cost(attempt: Attempt) -> float | None:
    """Dollars, also for replies that the guards refused for good; None where nothing was answered."""
    cost = attempt.written.cost_usd
    return float(cost) if cost or attempt.first_findings is not None else None


def _main_length(attempt: Attempt, limits: LimitSettings) -> float | None:
    """Of a frame the body's use of its limit, of a blurb its own."""
    used = length_use(attempt.written.copy, attempt.brief.sheet, limits)
    return used.get("body", used.get("blurb"))


def _criteria() -> dict[str, Callable[[Verdict], float]]:
    def of(name: str) -> Callable[[Verdict], float]:
        return lambda verdict: float(getattr(verdict, name))

    return {name: of(name) for name in (OVERALL, *CRITERIA)}


def _agree(judging: Judging) -> dict[str, Agreement]:
    return {name: measure_agreement(scores_of(judging, measure)) for name, measure in _criteria().items()}


def _intervals(
    columns: Sequence[Mapping[str, Floats]], seed: int, draws: int
) -> dict[tuple[int, bool, str], Interval]:
    """Means by contestant's place, False and measure; leads over the first by place, True and measure."""
    keys = [(place, False, name) for place, by in enumerate(columns) for name in by]
    leads = [(place, True, name) for place, _, name in keys if place and name in columns[0]]
    found = bootstrap_means(
        {str(key): columns[key[0]][key[2]] for key in keys},
        {str(key): (str((key[0], False, key[2])), str((0, False, key[2]))) for key in leads},
        seed=seed,
        draws=draws,
    )
    return {key: _doubt(found[str(key)]) for key in [*keys, *leads]}


def _doubt(found: Interval) -> Interval:
    """Resampling figures that are all the same finds no doubt, which is no certainty."""
    return replace(found, low=None, high=None) if found.low == found.high else found


def _ease_by_language(attempts: Sequence[Attempt], seed: int, draws: int) -> dict[str, Interval]:
    scores: dict[str, list[float]] = {}
    for attempt in attempts:
        if (found := ease(attempt.written.copy, attempt.brief.sheet)) is not None:
            scores.setdefault(language_of(attempt.brief.sheet.locale), []).append(found)
    return {
        language: _doubt(bootstrap_means({"ease": np.array(values)}, seed=seed, draws=draws)["ease"])
        for language, values in sorted(scores.items())
    }


def _shingles(attempt: Attempt) -> Shingles:
    return shingles(whole_text(attempt.written.copy, attempt.brief.sheet.brand.required_phrases))


def _nearest(attempts: Sequence[Attempt], frames: Sequence[int]) -> Floats:
    """For each of `frames` its likeness to the one most like it."""
    column = np.full(len(attempts), np.nan)
    if len(frames) > 1:
        column[[*frames]] = 0.0
    for (one, other), likeness in likenesses([_shingles(attempts[place]) for place in frames]).items():
        for place in (frames[one], frames[other]):
            column[place] = max(column[place], likeness)
    return column


def _measure_variety(frames: Sequence[Attempt]) -> Variety:
    texts = [whole_text(one.written.copy, one.brief.sheet.brand.required_phrases) for one in frames]
    pairs = [
        Pair(frames[one].brief.name, frames[other].brief.name, likeness)
        for (one, other), likeness in likenesses([_shingles(one) for one in frames]).items()
        if likeness >= NEAR_DUPLICATE
    ]
    opened = [openers(one.written.copy) for one in frames]
    by_field = {name: [one[name] for one in opened if name in one] for name in OPENING_FIELDS}
    return Variety(
        frames=len(frames),
        distinct_1=distinct_n(texts, 1),
        distinct_2=distinct_n(texts, 2),
        distinct_2_subjects=distinct_n([one.written.copy.subject for one in frames], 2),
        near_duplicates=tuple(sorted(pairs, key=lambda pair: (-pair.likeness, pair.one, pair.other))),
        repeated_openers={name: repeated_share(values) for name, values in by_field.items()},
        common_openers={
            name: tuple(one for one in Counter(values).most_common(SHOWN_OPENERS) if one[1] > 1)
            for name, values in by_field.items()
        },
    )


def _count(findings: Iterable[Finding]) -> FindingCounts:
    counts = Counter((finding.severity, finding.rule) for finding in findings)
    return dict(
        sorted(counts.items(), key=lambda item: ([*Severity].index(item[0][0]), -item[1], item[0][1]))
    )
